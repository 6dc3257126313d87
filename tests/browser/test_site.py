"""The site as a visitor meets it: reads, searches, and plays by keyboard, with no network beyond it."""

from __future__ import annotations

import html
import json
import re
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
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
from weakties.data.datasets import generate
from weakties.data.editions import OPEN
from weakties.teaching.packing.browser import browser_wheel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

KINDS = ("index", "learn", "welcome", "units/photo", "evidence", "reference", "handbook/room")
"""A page of each kind: its colors, and what it has around its text, are those of all others."""
EDITION = "spring-2027"
CHANGED_BY_AN_EDITION = {
    "play/files.json",
    "play/weakties.zip",
    "run/python/lock.json",
    "searchindex.js",
}
"""Besides the units' pages, which name it, and the wheel."""
UNITS = load_course().ready
LOCK = "requirements.lock"
PHONE, WIDE = {"width": 390, "height": 800}, {"width": 1280, "height": 900}
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
VERSIONS = """
import sys, matplotlib, numpy, pandas
python, *others = (
    ".".join(one.split(".")[:2])
    for one in (sys.version, numpy.__version__, matplotlib.__version__, pandas.__version__)
)
print("Python {}, numpy {}, matplotlib {}; pandas is the same {}".format(python, *others))
"""
TAKES_NOTHING = """
import stage

def take(number, state):
    raise ValueError("nothing is taken")

stage.take = take
"""
SCORES = """
from weakties.data import load

print("scores:", load("ratings")["score"].sum())
"""
KEPT = """path => jupyterapp.serviceManager.contents.get(path, {content: true})
  .then(({content}) => typeof content === "string" ? content : JSON.stringify(content))"""
# The reference is the same shape hundreds of times, for which axe takes minutes: two are enough.
SHORTEN = (
    """() => document.querySelectorAll("dl.py ~ dl.py ~ dl.py").forEach(one => one.remove())"""
)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the site is built into."""
    return tmp_path_factory.mktemp("site") / "out"


@pytest.fixture(scope="session")
def site(out: Path) -> Iterator[str]:
    """The address of the site, built and served by the command until it is interrupted."""
    words = ("site", "--serve", "--out", out, "--pyodide", whole_pyodide(load_course()))
    command = [sys.executable, "-u", "-m", "weakties", *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
        said = ""
        for line in serving.stdout:
            said += line
            if "Ctrl+C ends it" in line:
                break
        address = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert address, said
        yield address[0]
        serving.send_signal(signal.SIGINT)
    assert serving.returncode == 0


@pytest.fixture(scope="session")
def elsewhere(site: str, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - it is built first
    """A second site, of an edition and built at another place, where less was built before.

    What was installed is there, and Python for notebooks as it was compiled; all else is made anew.
    """
    course = load_course()
    root = tmp_path_factory.mktemp("elsewhere")
    work, here = root / ".site", course.root / ".site"
    for path in course.root.iterdir():
        if path != here:
            (root / path.name).symlink_to(path)
    (work / "cache").mkdir(parents=True)
    for name in ("environment", "browser"):
        (work / name).symlink_to(here / name)
    shutil.copy(here / "cache" / "bytecode-to-run.zip", work / "cache")
    wheel = browser_wheel(course, edition=EDITION)
    wanted = Wanted(root / "out", str(whole_pyodide(course)), wheel=wheel, edition=EDITION)
    build(replace(course, root=root), wanted)
    return root / "out"


@pytest.fixture
def site_of_an_edition(elsewhere: Path) -> Iterator[str]:
    """The address of the second site."""
    with server(elsewhere) as running:
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


@pytest.mark.parametrize(("scheme", "screen"), [("light", PHONE), ("dark", WIDE)])
def test_a_page_of_each_kind_can_be_read_by_everybody(site, page, scheme, screen):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(screen)
    for name in KINDS:
        page.goto(f"{site}/{name}.html")
        assert page.evaluate(TOO_WIDE) <= 0, name
        page.evaluate(SHORTEN)
        assert axe_violations(page, "html") == [], name


def test_the_text_of_every_other_page_can_be_read_by_everybody_and_on_a_phone(site, out, page):
    page.set_viewport_size(PHONE)
    found = [path.relative_to(out) for path in sorted(out.rglob("*.html"))]
    others = [path.as_posix() for path in found if path.parts[0] != "run"]
    others = [name for name in others if name.removesuffix(".html") not in KINDS]
    assert len(others) > 35
    for name in others:
        page.goto(f"{site}/{name}")
        assert page.evaluate(TOO_WIDE) <= 0, name
        # Contrast takes most of the time, and is the same on all pages of a kind.
        assert axe_violations(page, "article", without=["color-contrast"]) == [], name


def differing(one: Path, other: Path) -> set[str]:
    """Return the paths at which two folders differ."""
    files = [
        {path.relative_to(top).as_posix(): path for path in top.rglob("*") if path.is_file()}
        for top in (one, other)
    ]
    return {
        name
        for name in {*files[0], *files[1]}
        if not (name in files[0] and name in files[1])
        or files[0][name].read_bytes() != files[1][name].read_bytes()
    }


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.usefixtures("site")
def test_two_builds_have_the_same_bytes_but_where_an_edition_changes_them(out, elsewhere):
    changed = {*CHANGED_BY_AN_EDITION, *(f"units/{unit.slug}.html" for unit in UNITS)}
    changed |= {path.relative_to(out).as_posix() for path in out.glob("run/python/weakties-*.whl")}
    assert differing(out, elsewhere) == changed
    ours, theirs = (members(top / "play" / "weakties.zip") for top in (out, elsewhere))
    assert {name for name in ours if ours[name] != theirs.get(name)} == set()
    assert len(theirs) > len(ours) > 300


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


def test_a_move_that_python_does_not_take_is_said_with_what_to_do(site, page):
    page.goto(f"{site}/index.html")
    start_by_keyboard(page, "Play it here")
    live = page.locator(".wt-live")
    live.get_by_role("radio").first.wait_for()
    page.evaluate("source => python.run(source)", TAKES_NOTHING)
    live.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    commit_by_keyboard(live)
    said = page.locator(".wt-starting").filter(has_text="Your last move")
    expect(said).to_have_text(
        "Your last move did not work here (ValueError: nothing is taken). "
        "Reload the page to begin again; what was played on it is forgotten."
    )
    assert axe_violations(page, "html") == []


def test_without_scripts_the_picture_and_its_table_stay(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/index.html")
    expect(page.get_by_role("img").first).to_be_visible()
    expect(page.get_by_text("This is a picture of an interactive widget.")).to_be_visible()
    context.close()


def test_an_exercise_runs_whole_in_its_edition_in_the_browser_which_keeps_the_work(
    site_of_an_edition, page
):
    site = site_of_an_edition
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
            "photo-q5-answer": SCORES,
        }
    )
    assert "Done" in shown["photo-q1-check"]
    assert wrong.says in html.unescape(shown["photo-q2-check"])
    assert "did not come back within 0.2 seconds" in shown["photo-q6-answer"]
    scores = {edition: generate("ratings", edition)["score"].sum() for edition in (OPEN, EDITION)}
    assert f"scores: {scores[EDITION]}" in shown["photo-q5-answer"]
    assert scores[EDITION] != scores[OPEN]
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


def test_the_handbook_says_which_versions_notebooks_have(kernel):
    kernel.open("course")
    shown = kernel.run([("versions", VERSIONS)])["versions"].text
    says = (load_course().root / "docs" / "in-the-browser.md").read_text("utf-8")
    assert f"| {shown.strip()} |" in says


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
