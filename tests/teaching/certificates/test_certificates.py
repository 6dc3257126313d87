"""``weakties teach certificates`` and ``teach verify``, on a gradebook whose marks are written into it."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from grading.synthetic import Work, synthetic_course
from weakties.cli import app

NAMED = {"ann": ("Ann", "Ada & <Co>"), "bo": ("", ""), "cy": ("Cy", "Young")}


def run(course, *words):
    ran = CliRunner().invoke(app, ["teach", *map(str, words), "--course", str(course)])
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran


def in_the_gradebook(course, change):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        change(book)
        book.db.commit()


def name_people(book):
    for learner, (first, last) in NAMED.items():
        book.update_or_create_student(learner, first_name=first, last_name=last)


def pages(course):
    return {
        path.name: path.read_text("utf-8") for path in sorted((course / "certificates").iterdir())
    }


def code_on(page):
    return re.search(r"No\. (\d+) · code ([0-9A-Z-]{14})", page).groups()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course in which ann has all points of two units, bo half of one, and cy waits for a reader."""
    course = tmp_path_factory.mktemp("course")
    photo = {
        "ann": Work(None, [2, 3], 3),
        "bo": Work(None, [2, 2], 0),
        "cy": Work(None, [2, 3], None),
    }
    synthetic_course(course, "photo", [2, 3], photo, text=3)
    synthetic_course(course, "ps1", [4], {"ann": Work(None, [4]), "bo": Work(None, [1])})
    synthetic_course(course, "ps2", [4], {"ann": Work(None, [1])})
    in_the_gradebook(course, name_people)
    return course, run(course, "certificates", "--all")


def test_everybody_whose_work_is_settled_gets_one_and_who_waits_is_named(made):
    course, ran = made
    assert ran.exit_code == 1
    assert "2 learners: the certificates lie in" in ran.stdout
    assert "cy gets none yet. photo: A person grades photo-reflection-answer." in ran.stderr
    assert list(pages(course)) == ["0001-ann.html", "0002-bo.html"]


def test_it_is_named_numbered_and_says_what_it_is_worth(made):
    ann, bo = pages(made[0]).values()
    for words in (
        "<h1>Ann Ada &amp; &lt;Co&gt;</h1>", "2 units", "Which photo? <span>8 of 8 points</span>",
        "ps1 <span>4 of 4 points</span>", "12 of 12 points", "a person read what the learner wrote",
    ):  # fmt: skip
        assert words in ann
    assert "<h1>bo</h1>" in bo
    assert "ps1" not in bo
    assert "hours by the course's own count" in bo
    assert [code_on(page)[0] for page in (ann, bo)] == ["1", "2"]
    assert not re.search(r"(?:src|href)=|url\(|<script", ann + bo)


def test_its_code_is_confirmed_however_it_is_typed_and_no_other_is(made):
    course, _ = made
    _, code = code_on(pages(course)["0001-ann.html"])
    said = run(course, "verify", code.lower().replace("-", " "))
    assert said.exit_code == 0
    assert said.stdout.startswith("Confirmed.")
    assert "No. 1, issued on" in said.stdout
    assert "to Ann Ada & <Co> (in the gradebook: ann)" in said.stdout
    other = run(course, "verify", "0000-0000-0000")
    assert (other.exit_code, "No certificate of this course" in other.stderr) == (1, True)


def test_the_very_same_again_keeps_number_and_code(made):
    course, _ = made
    before = pages(course)
    run(course, "certificates", "--all")
    assert pages(course) == before


def test_after_an_appeal_the_old_code_is_not_confirmed_and_a_new_one_is(made):
    course, _ = made
    _, old = code_on(pages(course)["0002-bo.html"])

    def appeal(book):
        book.find_grade("photo-q2-check", "photo", "photo", "bo").manual_score = 3

    in_the_gradebook(course, appeal)
    said = run(course, "verify", old)
    assert said.exit_code == 1
    assert "Not confirmed." in said.stdout
    assert "the certificate says 4 points, and the gradebook now has 5 points" in said.stdout
    run(course, "certificates", "photo", "--at-least", "60")
    _, new = code_on(pages(course)["0004-bo.html"])
    assert run(course, "verify", new).exit_code == 0


def test_units_or_all_but_not_neither_and_that_nobody_gets_one_is_said(made):
    course, _ = made
    assert run(course, "certificates").exit_code == 2
    assert run(course, "certificates", "photo", "--all").exit_code == 2
    ran = run(course, "certificates", "ps2")
    assert ran.exit_code == 1
    assert "Nobody gets a certificate." in ran.stderr
    assert "Below 50 percent, or nothing there: ann, bo, cy." in ran.stdout
