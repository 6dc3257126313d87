"""A learner plays: predicts, stops in the middle, starts again, goes on at the right cell."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.notebook import Notebook
from browser.server import expose_app
from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.course import load_course
from workshop.started import started

if TYPE_CHECKING:
    from pathlib import Path

START = [sys.executable, "-m", "weakties", "start", "work"]
PHOTO = load_course().unit("photo")
INDEX = """id => [...window.jupyterapp.shell.currentWidget.content.model.cells]
  .findIndex(cell => cell.id === id)"""
CHANGE_THEME = "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    expose_app(tmp_path / "home" / ".jupyter")
    return tmp_path / "home"


class Learner:
    """Somebody at the keyboard, in one notebook after the other."""

    def __init__(self, page) -> None:
        self.page, self.notebook = page, Notebook(page)

    def opens(self, address):
        self.page.goto(address)
        self.notebook.wait()

    def index(self, cell):
        return self.page.evaluate(INDEX, cell)

    def runs(self, cell):
        """Run a cell by its id and return its output."""
        index = self.index(cell)
        self.notebook.cell(index)
        self.notebook.execute("notebook:run-cell")
        return self.notebook.output(index)

    def answers(self, cell, code):
        """Put an answer below what stands in a cell, and run it."""
        index = self.index(cell)
        self.notebook.cell(index).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+End")
        self.page.keyboard.insert_text(f"\n{code}")
        self.notebook.execute("notebook:run-cell")

    def predicts(self, cell, label):
        """Answer a prediction's form by keyboard alone."""
        form = self.runs(cell)
        form.get_by_label(label).first.focus()
        if form.get_by_label(label).first.get_attribute("type") == "radio":
            self.page.keyboard.press("Space")
        else:
            self.page.keyboard.type("1.5")
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Space")
        self.page.keyboard.press("Enter")
        expect(form.get_by_role("status")).to_contain_text("It is committed")

    def sees(self, cell):
        """Assert that a cell has come into sight by itself."""
        index = self.index(cell)
        shown = self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{index}"]')
        expect(shown).to_be_in_viewport()

    def ends(self, process):
        self.page.goto("about:blank")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)


def test_a_learner_stops_in_the_middle_and_goes_on_at_the_very_cell(tmp_path, home, page):
    learner = Learner(page)
    with started(START, tmp_path, home) as (process, address):
        assert "welcome.ipynb" in address
        learner.opens(address.replace("course/welcome.ipynb", PHOTO.lesson))
        learner.predicts("my-guess", "Competence is rated")
        learner.predicts("one-photo-for-all", "yes, a good photo is a good photo")
        expect(learner.runs("one-photo-against")).to_contain_text("not what you said")
        learner.ends(process)

    with started(START, tmp_path, home) as (process, address):
        # The third prediction is where the lesson goes on.
        assert address.endswith("#cell-id=smile-guess")
        assert PHOTO.lesson in address
        learner.opens(address)
        learner.sees("smile-guess")
        # What was committed is still there.
        learner.runs("my-guess")
        learner.runs("evidence-glance")
        beside = learner.runs("evidence-dress")
        expect(beside).to_contain_text("your guess is 0.56 too high")
        looked = learner.runs("look-back")
        expect(looked).to_contain_text("sure of")
        for theme in ("JupyterLab Dark", "JupyterLab Light"):
            page.evaluate(CHANGE_THEME, theme)
            expect(page.locator("#jupyterlab-splash")).to_have_count(0)
            number = learner.index("look-back")
            here = f'.jp-Cell[data-windowed-list-index="{number}"] .jp-OutputArea'
            assert axe_violations(page, here) == []

        # By keyboard, the map's link leads to the very cell.
        link = looked.get_by_role("link", name=re.compile("Go on here"))
        link.focus()
        page.keyboard.press("Enter")
        learner.sees("smile-guess")
        learner.ends(process)


def test_a_check_counts_points_offers_a_hint_and_links_to_the_next_question(tmp_path, home, page):
    learner = Learner(page)
    catalogue = read_catalogue(catalogue_path(load_course().root, "photo"))
    right = catalogue["photo-q1"].right[0]
    with started(START, tmp_path, home) as (process, address):
        learner.opens(address.replace("course/welcome.ipynb", PHOTO.exercise))
        for value in (3, 4, 5):
            learner.answers("photo-q1-answer", f"formal_effect = {value}")
            panel = learner.runs("photo-q1-check")
            expect(panel).to_contain_text(f"`formal_effect` is {value}".replace("`", ""))
        expect(panel).to_contain_text("The same finding again: hint 1 of 3")
        learner.answers("photo-q1-answer", right)
        panel = learner.runs("photo-q1-check")
        expect(panel).to_contain_text("So far in this exercise: 2 of 15 points, 1 of 6")
        number = learner.index("photo-q1-check")
        here = f'.jp-Cell[data-windowed-list-index="{number}"] .jp-OutputArea'
        assert axe_violations(page, here) == []
        panel.get_by_role("link", name="Next: question 2").focus()
        page.keyboard.press("Enter")
        learner.sees("photo-q2")

        # A hint by keyboard, in the panel itself; the functions stay.
        panel = learner.runs("photo-q2-check")
        panel.get_by_role("button", name="A hint").focus()
        page.keyboard.press("Enter")
        expect(panel).to_contain_text("Hint 1 of")
        panel.get_by_role("button", name="A hint").click()
        expect(panel).to_contain_text("Hint 2 of")
        panel.get_by_role("button", name="A worked answer").press("Space")
        expect(panel).to_contain_text("First an attempt at photo-q2")
        number = learner.index("photo-q2-check")
        here = f'.jp-Cell[data-windowed-list-index="{number}"] .jp-OutputArea'
        assert axe_violations(page, here) == []

        # After a restart, the check has no answer to look at, but it remembers.
        page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
        learner.notebook.wait()
        panel = learner.runs("photo-q1-check")
        panel.get_by_text("Show what I got last time").click()
        expect(panel).to_contain_text("formal_effect is right")

        # The rest of the exercise, to the end.
        for question in PHOTO.questions[:-1]:
            learner.answers(f"{question.id}-answer", catalogue[question.id].right[0])
            panel = learner.runs(f"{question.id}-check")
            expect(panel).to_contain_text(f"{question.points} of {question.points} points")
        expect(panel).to_contain_text("15 of 15 points, 6 of 6 questions done")
        expect(panel).to_contain_text("Then: question 7")
        learner.ends(process)

    command = [sys.executable, "-m", "weakties", "certificate", "work", "--name", "Ada Lovelace"]
    subprocess.run(command, cwd=tmp_path, check=True)
    page.goto((tmp_path / "certificate.html").as_uri())
    expect(page.get_by_role("heading", name="Ada Lovelace")).to_be_visible()
    expect(page.get_by_text("15 of 15 points", exact=True)).to_be_visible()
