"""A reader's desk in a browser: three texts read by keyboard and by mouse, each click in the gradebook."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.layout import cut_off
from grading.idle import idle
from teaching.reading.essays import by_formgrader, reading_course, regrade, rows, write
from weakties.teaching.reading.opening import desk_at
from weakties.teaching.reading.server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

EVIL = (
    "I will <img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        idle(patch)
        course = reading_course(tmp_path_factory.mktemp("reading") / "course")
        for learner in ("ann", "bo", "cy"):
            write(course, learner, f"{EVIL} {'and ' * 40}{'wide' * 60}")
        regrade(course)
    return course


@pytest.fixture
def course(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    idle(monkeypatch)
    return Path(shutil.copytree(released, tmp_path / "course"))


@pytest.fixture
def desk(course: Path, page: Page) -> Iterator[Page]:
    """The page of somebody who reads all."""
    with serving(desk_at(course, "ps1")) as address:
        page.goto(address)
        expect(page.locator("#heading")).to_have_text(re.compile("Text 1"))
        yield page
        page.goto("about:blank")


def saved(page: Page) -> None:
    expect(page.get_by_role("status")).to_contain_text("Saved at")


def goals(course: Path) -> list[tuple[float | None, bool, str | None]]:
    found = rows(course).items()
    return sorted((row for (_, cell), row in found if cell == "goal-answer"), key=str)


def test_three_texts_are_read_with_the_keyboard_alone(desk: Page, course: Path):
    press = desk.keyboard.press
    for number in (1, 2, 3):
        expect(desk.locator("#heading")).to_have_text(f"Text {number}")
        press("a")
        press(str(number))
        press("c")
        desk.keyboard.type("Which 1 of them?")
        press("Escape")
        press("n")
    expect(desk.get_by_role("status")).to_have_text("All that is yours is read.")
    expect(desk.locator("#who")).to_have_text("reader: 3 of 3 read.")
    assert goals(course) == [(2, False, "Which 1 of them?")] * 3
    regrade(course, force=True)
    assert goals(course) == [(2, False, "Which 1 of them?")] * 3


def test_three_texts_are_read_with_the_mouse_and_a_phrase_is_used_again(desk: Page, course: Path):
    for number in (1, 2, 3):
        expect(desk.locator("#heading")).to_have_text(f"Text {number}")
        for line, words in enumerate(["1 point", "0 points", "1 point"]):
            desk.locator("fieldset").nth(line).get_by_label(words).click()
        expect(desk.locator("#points")).to_have_text("2 of 3 points.")
        if number == 1:
            desk.get_by_label("Comment for the learner").fill("Name one person.")
            desk.get_by_role("button", name="Keep this comment").click()
        else:
            desk.get_by_role("button", name="Name one person.", exact=True).click()
        saved(desk)
        desk.get_by_role("button", name="Next to read").click()
    expect(desk.get_by_role("status")).to_have_text("All that is yours is read.")
    assert goals(course) == [(2, False, "Name one person.")] * 3


def test_a_learners_text_is_text_and_closing_the_page_loses_nothing(desk: Page, course: Path):
    expect(desk.locator("#text")).to_contain_text("<script>")
    assert desk.title() == "Reading: ps1"
    closed = desk.context.new_page()
    closed.goto(desk.url)
    expect(closed.locator("#heading")).to_have_text("Text 1")
    closed.get_by_label("Comment for the learner").press_sequentially("Half a wo")
    closed.on("dialog", lambda dialog: dialog.accept())
    closed.close(run_before_unload=True)
    for _ in range(600):
        if "Half a wo" in [comment for *_, comment in goals(course)]:
            break
        desk.wait_for_timeout(100)
    assert "Half a wo" in [comment for *_, comment in goals(course)]


def test_what_the_formgrader_saved_meanwhile_is_shown_before_it_is_replaced(
    desk: Page, course: Path
):
    first = next(
        place.learner
        for place, share in desk_at(course, "ps1").view().shares.items()
        if share.number == 1
    )
    by_formgrader(course, first, 1)
    desk.keyboard.press("a")
    expect(desk.locator("#conflict")).to_contain_text("What you clicked is not saved yet.")
    assert rows(course)[first, "goal-answer"][0] == 1
    desk.get_by_role("button", name="Save mine in its place").click()
    saved(desk)
    assert rows(course)[first, "goal-answer"][0] == 3


def test_while_the_gradebook_is_busy_the_page_says_so_and_saves_later(desk: Page, course: Path):
    desk.route("**/text/**", lambda route: route.fulfill(status=503, body='{"error": "Busy."}'))
    desk.keyboard.press("a")
    expect(desk.get_by_role("status")).to_have_text("Not saved yet. Busy. Trying again.")
    desk.unroute("**/text/**")
    saved(desk)
    assert (3, False, None) in goals(course)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_accessibility_violation_and_fits_a_phone(
    desk: Page, course: Path, scheme: str
):
    desk.emulate_media(color_scheme=scheme)
    desk.keyboard.press("a")
    saved(desk)
    first = desk_at(course, "ps1").view()
    learner = next(place.learner for place, share in first.shares.items() if share.number == 1)
    write(course, learner, "I will do something else.")
    regrade(course)
    desk.reload()
    expect(desk.locator("#older")).to_contain_text("<script>")
    expect(desk.get_by_role("button", name="The points still hold")).to_be_visible()
    desk.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    desk.evaluate("document.querySelector('select').add(new Option('photo-reflection '.repeat(4)))")
    assert axe_violations(desk, "html") == []
    for width, is_beside in ((320, False), (1280, True)):
        desk.set_viewport_size({"width": width, "height": 900})
        assert cut_off(desk, width) == []
        older, now = desk.locator("#older").bounding_box(), desk.locator("#text").bounding_box()
        assert (older["x"] + older["width"] <= now["x"]) == is_beside
    desk.goto(desk.url.partition("#")[0] + "agreement")
    assert axe_violations(desk, "html") == []
