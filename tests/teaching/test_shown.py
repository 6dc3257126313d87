"""One learner's work as a page and as text: what is not known is not 0, and nothing of theirs runs."""

from __future__ import annotations

import re

import pytest

from grading.report.classes import a_class
from weakties.teaching.show.forms import page_of, text_of
from weakties.teaching.show.learner import Asked, Shown


def work_of(learner, **more):
    report = a_class()
    standing = next(one for one in report.standings if one.learner.id == learner)
    submission = report.entries.submissions[learner]
    asked = tuple(
        Asked(item, submission.marks.get(item.key), ("`x` is <b>.",), (("x", "<i>", ""),))
        for item in report.entries.items
    )
    history = ({"when": "2027-03-01T10:00:00+00:00", "state": "failed", "points": None},)
    return Shown("photo", standing, 8.0, (("photo.ipynb", 17_273),), "", asked, history, **more)


@pytest.mark.parametrize("form", [page_of, text_of])
def test_a_total_is_one_only_when_all_is_graded(form):
    assert "7 of 8 points, graded." in " ".join(form(work_of("ann")).split())
    assert "needs review. 2 points so far." in " ".join(form(work_of("dee")).split())
    assert "waits for a person, of 3" in " ".join(form(work_of("dee")).split())


@pytest.mark.parametrize("form", [page_of, text_of])
def test_marks_by_hand_penalties_and_earlier_runs_are_named(form):
    assert "2 of 3, by hand" in " ".join(form(work_of("ann")).split())
    said = " ".join(form(work_of("dee")).split())
    assert "Subtracted for coming late: 1." in said
    assert "q1 stood" in said
    assert "2027-03-01 10:00 UTC" in said
    assert "no points" in said


def test_what_nobody_knows_is_said():
    said = text_of(work_of("ann", remarks=("The key's values are not known: no solution.",)))
    assert "at a time that nobody noted: photo.ipynb (17,273 bytes)" in " ".join(said.split())
    assert "key not known" in said
    assert "The key's values are not known: no solution." in said


def test_nothing_of_a_learners_runs_on_the_page():
    page = page_of(work_of("ann")).rpartition("</style>")[2]
    assert not re.search(r"<(?:b|i|script)>", page)
    assert "<script" not in page_of(work_of("eve<script>"))


def test_a_change_stands_beside_only_where_there_was_one():
    assert "with the change not graded" in text_of(work_of("ann", what_if=True))
    assert "with the change" not in text_of(work_of("ann"))
    assert "with_the_change" not in work_of("ann").as_json()["questions"][0]
    assert work_of("ann", what_if=True).as_json()["questions"][0]["with_the_change"] is None
