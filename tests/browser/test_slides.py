"""A lesson on the projector: turned by keys, widgets alive, notes that follow, nobody else let in."""

from __future__ import annotations

import asyncio
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from threading import Event, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.layout import cut_off
from browser.test_room import SMALLEST
from weakties.lesson.prediction import Asked
from weakties.projector.guesses import said_beside
from weakties.projector.notes import Note
from weakties.projector.screens import screens_of
from weakties.projector.server import Show, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
NOTES = {"Guess": [Note("Guess", (3, 4), "Wait for all hands.", "", "0:02", ("ask by hand",))]}
ASKED = [Asked("demo-people", "How many people?", "people", (0, 100))]
DIES = "import os; os.kill(os.getpid(), 9)"
SIZES = """() => [...document.querySelectorAll('body *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .filter(one => one.checkVisibility())
  .map(one => [one.textContent.trim(), parseFloat(getComputedStyle(one).fontSize)
    * (one.closest('.out') ? parseFloat(getComputedStyle(one.closest('.out')).zoom) : 1)])"""


@contextmanager
def shown(path: Path | None = None) -> Iterator[tuple[str, Show]]:
    """Show a small lesson for a while."""
    is_open, found = Event(), []
    screens = screens_of(CELLS)
    show = Show(screens, NOTES, said_beside(screens, ASKED), path)

    def tell(opened: str) -> None:
        found.extend([opened, asyncio.get_running_loop()])
        is_open.set()

    thread = Thread(target=lambda: asyncio.run(serve(show, 0, tell)), daemon=True)
    thread.start()
    assert is_open.wait(240)
    yield found[0], show
    found[1].call_soon_threadsafe(show.closed.set)
    thread.join(60)
    assert not thread.is_alive()


@pytest.fixture
def address() -> Iterator[str]:
    """The lesson, shown until the test ends."""
    with shown() as (opened, _show):
        yield opened


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

    expect(notes.get_by_role("heading", name="Guess · 3 to 4 min · begins 0:02")).to_be_visible()
    expect(notes.get_by_text("If you are late: ask by hand")).to_be_visible()
    expect(notes.get_by_text("screen 2 of 4, of this section 2 to 4")).to_be_visible()
    expect(notes.get_by_text("Ask question 1 in the room")).to_be_hidden()
    notes.get_by_role("button", name="Next").click()
    expect(notes.get_by_text("Ask question 1 in the room")).to_be_visible()
    page.get_by_label("How many people?").fill("40")
    good(page)
    expect(page.get_by_role("textbox", name="The code of this cell")).to_be_hidden()
    page.keyboard.press("PageDown")  # from inside of the widget
    expect(page.get_by_text("The result waits for your guess")).to_be_visible()
    expect(notes.get_by_text("Now reveal question 1 in the room")).to_be_visible()
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


def test_no_quick_step_is_lost_and_a_number_leads_to_its_screen(address: str, page: Page) -> None:
    page.goto(f"{address}notes")
    expect(page.get_by_text("screen 1 of 4")).to_be_visible()
    page.evaluate("for (let n = 0; n < 3; n++) document.getElementById('next').click()")
    expect(page.get_by_text("screen 4 of 4")).to_be_visible()
    page.get_by_label("Screen", exact=True).fill("2")
    page.keyboard.press("Enter")
    expect(page.get_by_text("screen 2 of 4")).to_be_visible()
    page.get_by_label("Screen", exact=True).fill("9")
    page.keyboard.press("Enter")
    expect(page.get_by_text("screen 2 of 4")).to_be_visible()


def test_both_pages_say_that_python_has_stopped_and_it_goes_on_at_the_same_screen(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    with shown() as (address, _show):
        notes = page.context.new_page()
        page.goto(address)
        notes.goto(f"{address}notes")
        notes.get_by_label("Screen", exact=True).fill("4")
        notes.keyboard.press("Enter")
        expect(page.get_by_text("The result waits for your guess")).to_be_visible()
        for one in (page, notes):
            expect(one.get_by_text("Python has stopped")).to_be_hidden()
        page.keyboard.press("c")
        page.get_by_role("textbox", name="The code of this cell").fill(DIES)
        page.get_by_role("button", name="Run it").click()
        for one in (page, notes):
            expect(one.get_by_text("Python has stopped")).to_be_visible()
            assert axe_violations(one, "html") == []
        notes.reload()
        notes.get_by_label("Screen", exact=True).fill("3")
        notes.keyboard.press("Enter")
        expect(notes.get_by_text("Python has stopped")).to_be_visible()
        notes.get_by_role("button", name="Start Python again").click()
        for one in (page, notes):
            expect(one.get_by_text("Python has stopped")).to_be_hidden()
        expect(notes.get_by_text("screen 3 of 4")).to_be_visible()
        page.get_by_label("How many people?").fill("40")
        page.get_by_role("radio", name="4").check()
        page.get_by_role("button", name="Commit").click()
        expect(page.get_by_text("You said 40 people")).to_be_visible()
        notes.close()


def test_a_killed_server_goes_on_where_it_was_and_a_closed_one_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "private" / "open.json"
    path.parent.mkdir()
    with shown(path) as (first, show):
        show.go(1)
        left = path.read_text("utf-8")
    assert not path.exists()
    path.write_text(left, "utf-8")
    with shown(path) as (again, show):
        assert (again, show.place.at) == (first, 1)
    with shown(path) as (other, show):
        assert other != first
        assert show.place.at == 0
