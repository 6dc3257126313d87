"""A room with an instructor, a wall and people: predict, vote again, reveal, raise a hand, leave."""

from __future__ import annotations

import asyncio
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.conftest import PATIENCE_MS
from browser.layout import cut_off
from room.serving import INBOX, NUMBER, TANK, new_room
from weakties.room.keeping import Secrets
from weakties.room.serving import Addresses, Place, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from weakties.room.session import Room

SMALLEST = 24
"""Pixels of type at 1280 by 720 that a last row still reads."""
SEEN_FIRST = 660
"""Pixels of a phone's page that are seen without scrolling, below the browser's own bars."""
TYPE_SIZES = """() => [...document.querySelectorAll('body *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .filter(one => one.checkVisibility())
  .map(one => {
    const scale = one.ownerSVGElement ? one.getScreenCTM().a : 1;
    return [one.textContent.trim(), scale * parseFloat(getComputedStyle(one).fontSize)];
  })"""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Room, Addresses]]:
    """A room that is open until its instructor closes it."""
    room, is_open, found = new_room(), Event(), []

    def tell(addresses: Addresses) -> None:
        found.append(addresses)
        is_open.set()

    opening = serve(
        room, Secrets.new(), tmp_path / "open-room.json", Place(), opened=tell, noted=print
    )
    thread = Thread(target=lambda: asyncio.run(opening), daemon=True)
    thread.start()
    assert is_open.wait(60)
    yield room, found[0]
    thread.join(60)
    assert not thread.is_alive()
    assert not (tmp_path / "open-room.json").exists()


def good(page: Page, width: int, *, of_wall: bool = False) -> None:
    """Look at a page in light and dark: usable by all, nothing cut off, the wall readable afar."""
    page.emulate_media(color_scheme="dark")
    assert axe_violations(page, "html", only=["color-contrast"]) == []  # all that differs there
    page.emulate_media(color_scheme="light")
    assert axe_violations(page, "html") == []
    assert cut_off(page, width) == []
    if of_wall:
        assert page.evaluate("document.documentElement.scrollHeight") <= 720
        sizes = page.evaluate(TYPE_SIZES)
        assert [(words, size) for words, size in sizes if size < SMALLEST] == []


def join(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}#{code}")
    button = page.get_by_role("button", name="Join")
    box = button.bounding_box()
    assert box
    assert box["y"] + box["height"] <= SEEN_FIRST
    expect(page.get_by_text("Never sent: your name")).to_be_visible()
    expect(page.get_by_text("There is no account and no cookie")).to_be_hidden()
    page.get_by_text("All that is sent").click()
    expect(page.get_by_text("There is no account and no cookie")).to_be_visible()
    button.click()
    expect(page.get_by_role("status")).to_contain_text("First read what is sent")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("status")).to_contain_text("You are in")


def guess(page: Page, number: str, sure: str) -> None:
    """Answer by keyboard alone."""
    page.get_by_label(NUMBER.question).focus()
    page.keyboard.type(number)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(int(sure) - 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Counted.")


def test_a_workshop_predicts_talks_votes_again_and_sees_the_result(opened, page: Page) -> None:
    room, addresses = opened
    browser = page.context.browser
    assert browser
    others = [browser.new_context(viewport={"width": 390, "height": 844}) for _ in range(3)]
    for context in others:
        context.set_default_timeout(PATIENCE_MS)
    ann, bo, cy = (context.new_page() for context in others)
    wall = page.context.new_page()
    for screen in (page, wall):
        screen.set_viewport_size({"width": 1280, "height": 720})
    wall.goto(addresses.wall)
    page.goto(addresses.instructor)
    expect(wall.locator("main .code")).to_have_text(room.code)
    good(wall, 1280, of_wall=True)
    for person in (ann, bo):
        join(person, addresses.join, room.code)
    expect(wall.locator("#people")).to_have_text("2 in")

    page.get_by_role("button", name="Ask").first.click()
    guess(ann, "40", "2")
    expect(wall.locator("#votes")).to_have_text("1 of 2")
    good(wall, 1280, of_wall=True)
    good(bo, 390)
    guess(bo, "90", "5")
    cy.route_web_socket("**/live", lambda socket: socket.close())  # behind a strict proxy
    join(cy, addresses.join, room.code)  # late
    ann.reload()
    expect(ann.get_by_text("You said 40 people.")).to_be_visible()

    page.get_by_role("button", name="Show votes, no result").click()
    expect(wall.get_by_role("img")).to_have_count(1)
    first = page.locator("#questions li").first
    expect(first.get_by_text("On the wall: The middle guess is 65 people.")).to_be_visible()
    expect(first.get_by_text("first vote, votes shown · 2 answers · ")).to_be_visible()
    assert first.evaluate("one => getComputedStyle(one).listStyleType") == "decimal"
    page.get_by_role("button", name="Ask").click()  # a question without a result
    expect(wall.locator("#votes")).to_have_text("0 of 3")
    expect(page.get_by_role("button", name="Reveal")).to_have_count(0)
    page.get_by_role("button", name="Show votes").click()
    expect(wall.get_by_text("The lesson has no result for this question")).to_be_visible()
    good(wall, 1280, of_wall=True)
    page.get_by_role("button", name="Put on the wall").first.click()
    expect(wall.get_by_role("img")).to_have_count(1)
    expect(cy.get_by_text("Talk with your neighbor")).to_be_visible()
    page.get_by_role("button", name="Vote again").click()
    for person, number in ((ann, "60"), (bo, "61"), (cy, "10")):
        guess(person, number, "4")
    ann.get_by_role("button", name="I am stuck").click()
    expect(page.locator("#hands")).to_have_text("1 person is stuck")
    expect(ann.get_by_role("button", name="I am stuck", pressed=True)).to_be_visible()
    page.get_by_role("button", name="Helped: lower all").click()
    expect(page.locator("#hands")).to_have_text("Nobody is stuck")
    expect(ann.get_by_role("status")).to_have_text("The instructor has lowered your hand.")
    ann.get_by_role("button", name="I am stuck", pressed=False).click()
    expect(page.locator("#hands")).to_have_text("1 person is stuck")
    page.get_by_role("button", name="Start").click()
    expect(wall.locator("#time")).to_contain_text("left")
    later = page.context.new_page()
    later.clock.install()
    later.goto(addresses.wall)
    expect(later.locator("#time")).to_contain_text("left")
    later.clock.fast_forward("05:01")
    expect(later.locator("#time")).to_have_text("Time is up")
    later.clock.fast_forward("01:00")
    expect(later.locator("#time")).to_be_hidden()
    later.close()
    good(page, 1280)

    cy.get_by_role("button", name="Leave").click()
    expect(cy.get_by_role("status")).to_contain_text("what you sent is gone")
    good(cy, 390)
    page.get_by_role("button", name="Reveal").click()
    expect(wall.get_by_text("After the discussion (2)")).to_be_visible()
    expect(wall.get_by_text("2 of 2 came close")).to_be_visible()
    expect(ann.get_by_text("It is 60 people, as counted.")).to_be_visible()
    good(wall, 1280, of_wall=True)
    good(ann, 390)

    tickets = [*room.people]
    for ticket, worth in zip(tickets, (4.0, -2.0), strict=True):
        room.came(ticket, INBOX.name, [2, 1, 1, 1], [worth])
        room.came(ticket, TANK.name, [], [8, 11.5])
    for play, shown in (
        (INBOX, "In the middle: 1.0 hours."),
        (TANK, "In the middle: 11.5 things."),
    ):
        page.get_by_role("listitem").filter(has_text=play.title).get_by_role("button").click()
        expect(wall.get_by_text(shown)).to_be_visible()
        expect(ann.get_by_text("Look at the wall: The")).to_be_visible()
        good(wall, 1280, of_wall=True)
    good(page, 1280)

    page.get_by_text("End", exact=True).click()
    page.get_by_role("button", name="Close the room").click()
    expect(ann.get_by_role("status")).to_contain_text("The room is closed")
    for context in others:
        context.close()
