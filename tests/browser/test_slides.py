"""A lesson on the projector: turned by keys, widgets alive, notes that follow, nobody else let in."""

from __future__ import annotations

import asyncio
from contextlib import closing
from http.client import HTTPConnection
from threading import Event, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.layout import cut_off
from browser.test_room import SMALLEST
from weakties.facilitation import Part
from weakties.projector.screens import screens_of
from weakties.projector.server import Show, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

GUESS = """from weakties.widgets import Prediction

guess = Prediction("demo-people", "How many people?", unit="people", between=(0, 100))
guess"""
CELLS = [
    {"cell_type": "markdown", "id": "opening", "source": "# Demo\n\nOne idea.\n\n## Guess · 4 min"},
    {"cell_type": "code", "id": "ask", "source": GUESS, "outputs": []},
    {"cell_type": "code", "id": "see", "source": 'guess.against(60, "as counted")', "outputs": []},
]
TALL = "print(*(f'Row {number}' for number in range(30)), sep=chr(10))"
NOTES = {"Guess": [Part("Guess", "lesson", (3, 4), "Wait for all hands.", "")]}
SIZES = """() => [...document.querySelectorAll('body *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .filter(one => one.checkVisibility())
  .map(one => [one.textContent.trim(), parseFloat(getComputedStyle(one).fontSize)
    * (one.closest('.out') ? parseFloat(getComputedStyle(one.closest('.out')).zoom) : 1)])"""


@pytest.fixture
def address() -> Iterator[str]:
    """A small lesson that is shown until the test ends."""
    is_open, found = Event(), []
    show = Show(screens_of(CELLS), NOTES)

    def tell(opened: str) -> None:
        found.extend([opened, asyncio.get_running_loop()])
        is_open.set()

    thread = Thread(target=lambda: asyncio.run(serve(show, 0, tell)), daemon=True)
    thread.start()
    assert is_open.wait(240)
    yield found[0]
    found[1].call_soon_threadsafe(show.closed.set)
    thread.join(60)
    assert not thread.is_alive()


def good(page: Page) -> None:
    """Look at a screen in light and dark: usable by all, nothing cut off, readable from afar."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page, "html") == []
    assert cut_off(page, 1280) == []
    assert [one for one in page.evaluate(SIZES) if one[1] < SMALLEST] == []


def status(address: str, path: str, host: str = "127.0.0.1") -> int:
    """Return what somebody is answered."""
    with closing(HTTPConnection("127.0.0.1", urlsplit(address).port, timeout=240)) as connection:
        connection.request("GET", path, headers={"Host": host})
        with connection.getresponse() as answer:
            return answer.status


def test_a_lesson_is_turned_by_keys_played_and_noted(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    notes = page.context.new_page()
    page.goto(address)
    notes.goto(f"{address}notes")
    expect(page.get_by_role("heading", name="Demo")).to_be_visible()
    good(page)
    page.keyboard.press("PageDown")
    expect(page.get_by_role("heading", name="Guess")).to_be_visible()
    expect(notes.get_by_text("Wait for all hands.")).to_be_visible()
    assert axe_violations(notes, "html") == []

    expect(notes.get_by_text("A guess is asked.")).to_be_hidden()
    notes.get_by_role("button", name="Next").click()
    expect(notes.get_by_text("A guess is asked.")).to_be_visible()
    page.get_by_label("How many people?").fill("40")
    good(page)
    expect(page.get_by_role("textbox", name="The code of this cell")).to_be_hidden()
    page.keyboard.press("PageDown")  # from inside of the widget
    expect(page.get_by_text("The result waits for your guess")).to_be_visible()
    page.keyboard.press("PageUp")
    page.get_by_label("How many people?").fill("40")
    page.get_by_role("radio", name="4").check()
    page.get_by_role("button", name="Commit").click()
    expect(page.get_by_text("You said 40 people")).to_be_visible()
    page.locator("#screen").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("your guess is 20 too low")).to_be_visible()

    expect(page.get_by_role("button", name="All of it (Z)")).to_be_hidden()
    page.keyboard.press("c")
    page.get_by_role("textbox", name="The code of this cell").fill(TALL)
    page.get_by_role("button", name="Run it").click()
    expect(page.get_by_role("button", name="All of it (Z)")).to_be_visible()
    page.locator("#screen").focus()
    page.keyboard.press("z")
    expect(page.get_by_text("Row 29")).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("Code", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Large again (Z)").click()
    expect(page.get_by_text("Row 29")).not_to_be_in_viewport(ratio=1)
    page.keyboard.press("c")
    page.get_by_role("textbox", name="The code of this cell").fill("6 * 7")
    page.get_by_role("button", name="Run it").click()
    expect(page.get_by_text("42", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_text("42", exact=True)).to_be_visible()

    own = urlsplit(address).path
    assert status(address, own) == 200
    assert status(address, own, host="elsewhere.example") == 404
    assert status(address, "/guessed-secret/screens.json") == 404
    notes.close()
