"""A learner plays a unit by keyboard alone, from the first guess to the certificate."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.keyboard import Learner
from browser.server import expose_app
from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.course import load_course
from workshop.started import started

if TYPE_CHECKING:
    from pathlib import Path

START = [sys.executable, "-m", "weakties", "start", "work"]
PHOTO = load_course().unit("photo")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    expose_app(tmp_path / "home" / ".jupyter")
    return tmp_path / "home"


def predicts(learner, cell, *keys):
    """Run up to a prediction, answer its form, say how sure one is, commit, and go back to the cell."""
    form = learner.runs_on_to(cell)
    learner.tabs_to(form.get_by_role("textbox").or_(form.get_by_role("radio")).first)
    learner.presses(*keys, "Tab", "Space", "Enter")
    expect(form.get_by_role("status")).to_contain_text("It is committed")
    learner.leaves()


def plays_in_the_studio(learner):
    studio = learner.runs_on_to("photo-studio")
    learner.tabs_to(studio.get_by_role("radio", name="Photo A"))
    learner.presses("Space", "Tab", "Space", "Tab", "Enter")
    expect(studio.get_by_role("heading", name="The studio is open")).to_be_focused()
    learner.tabs_to(studio.get_by_label("Clothes"))
    for left in ("Try 2 more", "Try 1 more", "stands below"):
        learner.presses("ArrowDown")
        expect(studio.get_by_role("status")).to_contain_text(left)
    learner.leaves()


def answers(learner, question, code):
    """Type an answer below what stands in its cell, run it and its check; return what that says."""
    learner.goes_to(f"{question}-answer")
    learner.types(code)
    return learner.runs_on_to(f"{question}-check")


def test_a_unit_is_played_by_keyboard_alone_to_the_certificate(tmp_path, home, page):
    learner = Learner(page)
    catalogue = read_catalogue(catalogue_path(load_course().root, "photo"))
    with started(START, tmp_path, home) as (process, address):
        assert "welcome.ipynb" in address
        learner.opens(address.replace("course/welcome.ipynb", PHOTO.lesson))
        predicts(learner, "my-guess", "1", ".", "5")
        predicts(learner, "one-photo-for-all", "Space")
        plays_in_the_studio(learner)
        expect(learner.runs_on_to("one-photo-against")).to_contain_text("not what you said")
        learner.ends(process)

    with started(START, tmp_path, home) as (process, address):
        # The third prediction is where the lesson goes on.
        assert address.endswith("#cell-id=smile-guess")
        assert PHOTO.lesson in address
        learner.opens(address)
        learner.is_at("smile-guess")
        learner.chooses("Run All Above Selected Cell")
        predicts(learner, "smile-guess", "Space")
        predicts(learner, "same-person-guess", "Space")
        # What was committed before the restart is still there.
        expect(learner.runs_on_to("evidence-dress")).to_contain_text("your guess is 0.56 too high")
        looked = learner.runs_on_to("look-back")
        expect(looked).to_contain_text("sure of")
        learner.finds_nothing_wrong()

        learner.tabs_to(looked.get_by_role("link", name=re.compile("Go on here")))
        learner.presses("Enter")
        learner.is_at("photo-q1")
        learner.notebook.wait()
        for value in (3, 4, 5):
            panel = answers(learner, "photo-q1", f"formal_effect = {value}")
            expect(panel).to_contain_text(f"formal_effect is {value}")
        expect(panel).to_contain_text("Still not right: hint 1 of 3")
        panel = answers(learner, "photo-q1", catalogue["photo-q1"].right[0])
        expect(panel).to_contain_text("So far in this exercise: 2 of 15 points, 1 of 6")
        learner.tabs_to(panel.get_by_role("link", name="Next: question 2"))
        learner.presses("Enter")
        learner.is_at("photo-q2")

        # Help in the panel itself, before an attempt.
        panel = learner.goes_to("photo-q2-check")
        learner.presses("Control+Enter")
        learner.tabs_to(panel.get_by_role("button", name="A hint"))
        for step in (1, 2):
            learner.presses("Enter")
            expect(panel).to_contain_text(f"Hint {step} of")
        learner.tabs_to(panel.get_by_role("button", name="A worked answer"))
        learner.presses("Space")
        expect(panel).to_contain_text("First an attempt at photo-q2")
        learner.leaves()

        # After a restart, the check has no answer to look at, but it remembers.
        learner.restarts()
        panel = learner.goes_to("photo-q1-check")
        learner.presses("Control+Enter")
        learner.tabs_to(panel.get_by_text("Show what I got last time"))
        learner.presses("Enter")
        expect(panel).to_contain_text("formal_effect is right")
        learner.leaves()

        for question in PHOTO.questions[:-1]:
            panel = answers(learner, question.id, catalogue[question.id].right[0])
            expect(panel).to_contain_text(f"{question.points} of {question.points} points")
        expect(panel).to_contain_text("15 of 15 points, 6 of 6 questions done")
        expect(panel).to_contain_text("Then: question 7")
        learner.ends(process)

    command = [sys.executable, "-m", "weakties", "certificate", "work", "--name", "Ada Lovelace"]
    subprocess.run(command, cwd=tmp_path, check=True)
    page.goto((tmp_path / "certificate.html").as_uri())
    expect(page.get_by_role("heading", name="Ada Lovelace")).to_be_visible()
    expect(page.get_by_text("15 of 15 points", exact=True)).to_be_visible()
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page, "html") == []
