"""The capstone's workbook in a real JupyterLab, run to the page; the page and the changes, in print too."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.layout import cut_off
from linkedin.compare.pairs import then_and_now
from weakties.authoring.prove.submissions import notebook_at, submissions
from weakties.course import load_course
from weakties.linkedin import changes
from weakties.linkedin.audit import one_page, report_on

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

COURSE = load_course()
CAPSTONE = COURSE.unit("capstone")
CHANGE_THEME = "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})"


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Return the workbook with every step filled in, as a learner would."""
    exercise = notebook_at(COURSE.root / CAPSTONE.exercise)
    source = notebook_at(COURSE.root / CAPSTONE.solution)
    no_others = {question.id: [] for question in CAPSTONE.questions if question.graded == "auto"}
    solved = dict(submissions(exercise, source, no_others))["solution"]
    path = tmp_path / "capstone-filled.ipynb"
    path.write_text(json.dumps(solved), encoding="utf-8")
    return path


def test_the_workbook_runs_to_the_page_and_asks_about_a_number_of_another_export(
    open_notebook, lab, filled
):
    notebook = open_notebook(filled)
    notebook.run_all()
    cells = [cell["id"] for cell in json.loads(filled.read_text("utf-8"))["cells"]]

    for number in range(1, 10):
        check = notebook.output(cells.index(f"capstone-q{number}-check"))
        expect(check).to_contain_text("1 of 1 point")
    page = notebook.output(cells.index("capstone-page"))
    expect(page.get_by_role("heading", name="My network, on one page")).to_be_visible()
    expect(page).to_contain_text("January 15, 2027")
    assert (lab.folder / "my-page.html").is_file()

    shown = [
        cells.index(cell) for cell in ("capstone-report", "capstone-q4-check", "capstone-page")
    ]
    for theme, light in (("JupyterLab Dark", "false"), ("JupyterLab Light", "true")):
        notebook.page.evaluate(CHANGE_THEME, theme)
        expect(notebook.page.locator("body")).to_have_attribute("data-jp-theme-light", light)
        for index in shown:
            notebook.output(index)
            here = f'.jp-Cell[data-windowed-list-index="{index}"] .jp-OutputArea'
            assert axe_violations(notebook.page, here) == [], cells[index]

    index = cells.index("capstone-q4-answer")
    notebook.cell(index).locator(".cm-content").click()
    notebook.page.keyboard.press("ControlOrMeta+End")
    notebook.page.keyboard.insert_text("\nmix_number = 12345")
    notebook.execute("notebook:run-cell-and-select-next")
    notebook.execute("notebook:run-cell")
    expect(notebook.output(index + 1)).to_contain_text("Was it typed from another export")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the one page and a report on changes, as files."""
    folder = tmp_path_factory.mktemp("pages")
    page = one_page(
        start=["One hour on Thursdays, for messages alone", "A reason in every invitation", "Ask"],
        stop="The feed in the evening",
        watch="Dormant ties that woke up: 0 of 9 today; it can't say whether they were glad",
        look_again="2027-01-15",
        decisions={
            f"Step {n}": "A request without a reason gets one friendly question first." * 2
            for n in range(1, 9)
        },
        report=report_on("sample"),
    )
    page.save(folder / "my-page.html")
    old, new = then_and_now(folder)
    (folder / "changes.html").write_text(changes(new, since=old).html(), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in ("my-page", "changes")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["my-page", "changes"])
def test_a_page_is_accessible_fits_a_narrow_screen_and_asks_for_nothing(
    pages, page: Page, name: str, scheme: str
):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(pages[name].as_uri())

    assert axe_violations(page, "html") == []
    assert cut_off(page, 390) == []
    assert asked == [pages[name].as_uri()]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_what_a_learner_keeps_is_printed_on_one_sheet(pages, page: Page, paper: str):
    page.goto(pages["my-page"].as_uri())

    sheets = re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format=paper))
    assert len(sheets) == 1
