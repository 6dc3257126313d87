"""The site as a visitor meets it: reads, searches, and plays by keyboard, with no network beyond it."""

from __future__ import annotations

import html
import json
import threading
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.network import cut_off
from browser.site_kernel import SiteKernel
from browser.site_notebook import SiteNotebook
from browser.site_play import play, start_all
from browser.whole_pyodide import whole_pyodide
from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.authoring.site import Wanted, build
from weakties.authoring.site.environment import environment
from weakties.authoring.site.files import lay_out
from weakties.authoring.site.pages import SOURCE, pages
from weakties.authoring.site.serve import server
from weakties.authoring.site.sources import OWN
from weakties.course import load_course
from weakties.teaching.packing.browser import browser_wheel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

READ = ("index", "learn", "teach", "write", "welcome", "claims", "evidence", "reference")
UNITS = load_course().ready
LOCK = "requirements.lock"
PHONE = {"width": 390, "height": 800}
FOR_EVER = """
from weakties.check.calls import CallFailed, outcome

def for_ever():
    while True:
        pass

try:
    outcome(for_ever, (), 0.2)
except CallFailed as said:
    print(said)
"""
KEPT = """path => jupyterapp.serviceManager.contents.get(path, {content: true})
  .then(({content}) => typeof content === "string" ? content : JSON.stringify(content))"""
# The reference is the same shape hundreds of times, for which axe takes minutes: two are enough.
SHORTEN = (
    """() => document.querySelectorAll("dl.py ~ dl.py ~ dl.py").forEach(one => one.remove())"""
)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, built and served."""
    out = tmp_path_factory.mktemp("site") / "out"
    course = load_course()
    build(course, Wanted(out, str(whole_pyodide(course)), wheel=browser_wheel(course)))
    with server(out) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture(scope="module")
def kernel(browser: Browser, site: str) -> Iterator[SiteKernel]:
    """A kernel as the site's notebooks have it, cut off from the network."""
    context = browser.new_context()
    asked_elsewhere = cut_off(context)
    yield SiteKernel.started(context.new_page(), site)
    context.close()
    assert asked_elsewhere == []


def code_of(path: str) -> list[tuple[str, str]]:
    """Return the id and the source of each code cell of a notebook."""
    notebook = nbformat.read(load_course().root / path, as_version=4)
    return [(cell.id, cell.source) for cell in notebook.cells if cell.cell_type == "code"]


def start_by_keyboard(page: Page, name: str, number: int = 0) -> None:
    """Press a button of the page with the keyboard alone."""
    button = page.get_by_role("button", name=name).nth(number)
    button.focus()
    page.keyboard.press("Enter")


def commit_by_keyboard(form) -> None:
    """Answer how sure one is with the keyboard, and commit."""
    form.get_by_role("radio", name="3", exact=True).focus()
    form.page.keyboard.press("Space")
    form.get_by_role("button", name="Commit").focus()
    form.page.keyboard.press("Enter")


def test_every_page_can_be_read_by_everybody(site, page):
    units = [f"units/{unit.slug}" for unit in load_course().ready]
    page.set_viewport_size(PHONE)
    for name in (*READ, *units):
        page.goto(f"{site}/{name}.html")
        assert page.evaluate(TOO_WIDE) <= 0, name
        page.evaluate(SHORTEN)
        assert axe_violations(page, "html") == [], name


def test_it_can_be_read_in_the_dark(site, page):
    page.emulate_media(color_scheme="dark")
    for name in ("index", "units/photo", "evidence"):
        page.goto(f"{site}/{name}.html")
        assert axe_violations(page, "html") == [], name


def test_a_search_finds_a_unit(site, page):
    page.goto(f"{site}/search.html?q=strangers")
    expect(page.locator("#search-results a[href*='units/strangers']").first).to_be_visible()


def test_the_front_page_is_played_by_keyboard(site, page):
    page.goto(f"{site}/index.html")
    start_by_keyboard(page, "Play it here")
    live = page.locator(".wt-live")
    live.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    commit_by_keyboard(live)
    expect(live.get_by_text("You chose photo A and were 3 of 5 sure.")).to_be_visible()
    assert axe_violations(page, "html") == []


def test_a_prediction_is_committed_and_compared(site, page):
    page.goto(f"{site}/units/photo.html")
    start_by_keyboard(page, "Make your guess here", 1)
    form = page.locator("[data-cell='one-photo-for-all'] .wt-live")
    form.get_by_role("radio", name="no, another one wins there").focus()
    page.keyboard.press("Space")
    commit_by_keyboard(form)
    expect(form.get_by_role("status")).to_contain_text("It is committed")
    start_by_keyboard(page, "Compare with your guess")
    compared = page.locator("[data-cell='one-photo-against'] .wt-output")
    expect(compared).to_contain_text("as you said")


def test_the_check_of_the_welcome_answers_what_is_written(site, page):
    page.goto(f"{site}/welcome.html")
    answer = page.get_by_role("textbox", name="Your answer, as Python")
    check = page.locator("[data-cell='welcome-q1-check'] .wt-output")
    for typical, said in (("sum(team) / len(team)", "it is the mean"), ("150", "Done")):
        answer.fill(f"team = [8, 380, 150, 400, 199, 150, 150, 150]\ntypical = {typical}")
        start_by_keyboard(page, "Check it")
        expect(check).to_contain_text(said)


def test_without_scripts_the_picture_and_its_table_stay(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/index.html")
    expect(page.get_by_role("img").first).to_be_visible()
    expect(page.get_by_text("This is a picture of an interactive widget.")).to_be_visible()
    context.close()


def test_an_exercise_runs_whole_in_the_browser_which_keeps_the_work(site, page):
    photo = load_course().unit("photo")
    answers = read_catalogue(catalogue_path(load_course().root, "photo"))
    wrong = answers["photo-q2"].wrong[0]
    page.goto(f"{site}/units/photo.html")
    expect(page.get_by_role("link", name="Run its exercise")).to_have_attribute(
        "href", f"../run/lab/index.html?path={photo.exercise}"
    )
    exercise = SiteNotebook.opened(page, site, photo.exercise)
    shown = exercise.run_with(
        {
            "photo-q1-answer": answers["photo-q1"].right[0],
            "photo-q2-answer": wrong.code,
            "photo-q6-answer": FOR_EVER,
        }
    )
    assert "Done" in shown["photo-q1-check"]
    assert wrong.says in html.unescape(shown["photo-q2-check"])
    assert "did not come back within 0.2 seconds" in shown["photo-q6-answer"]
    exercise.notebook.execute("docmanager:save")
    kept = json.loads(page.evaluate(KEPT, photo.exercise))
    assert any(
        cell["id"] == "photo-q2-answer" and wrong.code in cell["source"] for cell in kept["cells"]
    )
    # Two checks were run, so the record has more than one line.
    record = page.evaluate(KEPT, ".weakties/progress.jsonl")
    assert '"photo-q1"' in record
    assert '"photo-q2"' in record


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.slug)
def test_every_widget_of_a_unit_is_played_to_its_first_result_by_keyboard(site, page, unit):
    page.goto(f"{site}/units/{unit.slug}.html")
    for widget in start_all(page):
        play(widget)


@pytest.mark.parametrize("path", ["course/welcome.ipynb", *(one.lesson for one in UNITS)])
def test_a_lesson_runs_whole_in_the_browser(kernel, path):
    kernel.open(PurePosixPath(path).parent.as_posix())
    shown = kernel.run(code_of(path))
    assert {name: one.error for name, one in shown.items() if one.error} == {}


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.slug)
def test_right_answers_come_to_done_and_wrong_ones_to_their_sentence_in_the_browser(kernel, unit):
    answers = read_catalogue(catalogue_path(load_course().root, unit.slug))
    cells = code_of(unit.exercise)
    kernel.open(PurePosixPath(unit.exercise).parent.as_posix())
    right = {f"{name}-answer": one.right[0] for name, one in answers.items()}
    shown = kernel.run((name, f"{source}\n{right.get(name, '')}") for name, source in cells)
    assert [name for name in answers if "Done" not in shown[f"{name}-check"].text] == []
    wrong = {f"{name}-answer": one.wrong[0].code for name, one in answers.items()}
    again = {*wrong, *(f"{name}-check" for name in answers)}
    shown = kernel.run(
        (name, f"{source}\n{wrong.get(name, '')}") for name, source in cells if name in again
    )
    said = {name: html.unescape(shown[f"{name}-check"].text) for name in answers}
    assert {
        name: said[name] for name, one in answers.items() if one.wrong[0].says not in said[name]
    } == {}


@pytest.mark.usefixtures("site")
def test_the_same_sources_make_the_same_pages_whatever_was_built_before(tmp_path):
    course = load_course()
    python = environment(course.root / ".site" / "environment", course.root / OWN / LOCK)
    page = "# A page\n\n```{index} tie\n```\n\n```{toctree}\nother\n```\n"
    built = []
    for other in ("# Other\n", "# Another\n", "# Other\n"):
        lay_out(tmp_path / SOURCE, [("index.md", page.encode()), ("other.md", other.encode())])
        built.append(pages(tmp_path, course.root / OWN, tmp_path, python))
    assert built[0] == built[2]
    # A neighbor's name stands on every page.
    assert b"Another" in built[1]["index.html"]
