"""Lessons and exercises in Jupyter Notebook 7, which the learner's server has as well."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.notebook import Notebook
from weakties.course import load_course

COURSE = load_course()
PHOTO = COURSE.unit("photo")


@pytest.fixture
def opened(lab, page):
    """Open a copy of a notebook in a learner's folder in Notebook 7, and run it from top to bottom."""
    folder = lab.folder / "seven"
    (folder / ".weakties").mkdir(parents=True)
    (folder / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")

    def opened(path):
        name = shutil.copy(COURSE.root / path, folder)
        page.goto(f"{lab.url}/notebooks/seven/{Path(name).name}?token={lab.token}")
        notebook = Notebook(page)
        notebook.wait()
        notebook.run_all(seconds=90)
        return notebook

    yield opened
    page.goto("about:blank")
    lab.stop_kernels()
    shutil.rmtree(folder)


def test_a_lesson_runs_there_and_its_widgets_are_played(opened):
    notebook = opened(PHOTO.lesson)
    assert notebook.errors() == []
    form = notebook.output(1)
    form.get_by_label("Competence is rated").fill("1.5")
    form.get_by_role("radio", name="4", exact=True).check()
    form.get_by_role("button", name="Commit").click()
    expect(form.get_by_role("status")).to_contain_text("It is committed")

    studio = notebook.output(5)
    studio.get_by_role("radio", name="Photo B").check()
    studio.get_by_role("radio", name="4").check()
    studio.get_by_role("button", name="Commit").click()
    expect(studio.get_by_role("status")).to_contain_text("It is still your photo B.")
    assert axe_violations(notebook.page) == []


def test_a_check_answers_there_with_its_buttons(opened):
    notebook = opened(PHOTO.exercise)
    assert notebook.errors() == []
    cells = json.loads((COURSE.root / PHOTO.exercise).read_text("utf-8"))["cells"]
    ids = [cell["id"] for cell in cells]
    panel = notebook.output(ids.index("photo-q1-check"))
    expect(panel).to_contain_text("Not attempted")
    panel.get_by_role("button", name="A hint").click()
    expect(panel).to_contain_text("Hint 1 of 3")
    assert axe_violations(notebook.page) == []
