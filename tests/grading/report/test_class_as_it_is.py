"""The report of a class of which most still wait for a reading: nothing is said of the blanks alone."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from grading.report.classes import WAITS, a_class, entries, work
from weakties.grading.report.forms import page_of, text_of
from weakties.grading.report.report import Report
from weakties.grading.report.sections import sections_of


@pytest.fixture(scope="module")
def waiting():
    """Ten who left everything blank are done; ninety-two with full answers wait for a reading."""
    blanks = {f"blank{n}": work(0, 0, 0) for n in range(10)}
    written = {f"wrote{n}": work(2, 3, None) for n in range(92)}
    return Report(entries({**blanks, **written, "broken": work(WAITS, WAITS, WAITS)}))


def section(report, title):
    return next(one for one in sections_of(report) if one.title == title)


def test_the_average_is_of_everybody_and_says_so_far(waiting):
    fact = section(waiting, "Where everybody stands").facts[-1]
    assert (fact.value, fact.name) == ("4.51", "points on average so far")
    assert "of 5 points" in fact.sure
    assert "102 learners, median 5, from 0 to 5; 3 more wait for a person" in fact.sure


def test_once_all_is_read_the_average_is_of_the_whole():
    fact = section(
        Report(entries({"ann": work(2, 3, 3), "bo": work(0, 1, 0)})), "Where everybody stands"
    )
    assert (fact.facts[-1].value, fact.facts[-1].name) == ("4.5", "points on average")


def test_a_question_that_waits_for_reading_is_not_called_the_hardest(waiting):
    advice = section(waiting, "Questions").next_step
    assert "photo-reflection" not in advice
    assert [one.waiting for one in waiting.items] == [0, 0, 92]
    (picture,) = section(waiting, "Questions").pictures
    assert picture.svg.count("(92 wait)") >= 1
    assert [row[0].endswith("(92 wait)") for row in picture.grid.rows] == [False, False, True]
    done = Report(entries({"ann": work(2, 3, 0), "bo": work(2, 3, 1)}))
    assert "wait)" not in section(done, "Questions").pictures[0].svg
    assert "photo-reflection" in section(done, "Questions").next_step


def test_what_failed_waits_for_nobodys_reading(waiting):
    assert waiting.items[0].waiting == 0


def test_failures_come_first_each_reason_once():
    first, *others = sections_of(a_class())
    assert first.title == "Not graded"
    assert ("photo.ipynb is no JSON.", "1", "eve<script>") in first.grids[0].rows
    learners = next(one for one in others if one.title == "Learners")
    assert [row[1] for row in learners.grids[0].rows[:3]] == [
        "failed",
        "not graded yet",
        "needs review",
    ]
    whole = Report(entries({"ann": work(2, 3, 3)}))
    assert sections_of(whole)[0].title == "Where everybody stands"


def test_each_learners_points_stand_by_question_and_say_so_far():
    worth, *rows = section(a_class(), "Points by question").grids[0].rows
    assert worth == ("worth", "2", "3", "3", "8")
    by_learner = {row[0]: row[1:] for row in rows}
    assert by_learner["ann"] == ("2", "3", "2", "7")
    assert by_learner["cy"] == ("0", "0", "", "0 so far")
    assert by_learner["fay"] == ("", "", "", "")
    said = {one["learner"]: one["questions"] for one in a_class().as_json()["learners"]}
    assert said["cy"]["photo/photo-reflection-answer"] is None


def test_every_section_is_linked_from_the_contents_and_the_day_is_named():
    page = page_of(a_class(), today=date(2027, 3, 1))
    links = re.findall(r"<li><a href='#([^']*)'", page)
    assert links == re.findall(r"<section id='([^']*)'", page)
    assert len(links) == len(set(links)) == len(sections_of(a_class()))
    assert "As the gradebook was on March 1, 2027." in page


@pytest.mark.parametrize(
    "form",
    [page_of, text_of, lambda report, anonymous: json.dumps(report.as_json(anonymous=anonymous))],
    ids=["page", "text", "json"],
)
def test_without_names_nothing_is_about_one_learner(form):
    names = ("ann", "dee", "eve", "fay", "gil", "is no JSON")
    said = form(a_class(), anonymous=True)
    assert [name for name in names if re.search(rf"\b{name}\b", said)] == []
    assert "photo-q1" in said
    assert any(re.search(rf"\b{name}\b", form(a_class(), anonymous=False)) for name in names)


def test_points_are_added_over_the_course_and_are_so_far_until_all_is_graded():
    photo = entries({"ann": work(2, 3, 3), "bo": work(2, 0, None), "cy": work(WAITS, WAITS, WAITS)})
    quality = replace(entries({"ann": work(1, 1, 1)}, missing=["bo"]), assignment="quality")
    report = Report(photo, (photo, quality))
    worth, *rows = section(report, "The course so far").grids[0].rows
    assert worth == ("worth", "8", "8", "16")
    assert rows == [("ann", "8", "3", "11"), ("bo", "2", "", "2 so far"), ("cy", "", "", "")]
    said = {one["learner"]: one for one in report.as_json()["course"]}
    assert (said["bo"]["points_so_far"], said["bo"]["complete"]) == (2, False)
    assert said["cy"]["points_so_far"] is None
    assert "course" not in report.as_json(anonymous=True)


def test_one_assignment_alone_is_no_course():
    photo = entries({"ann": work(2, 3, 3)})
    titles = [one.title for one in sections_of(Report(photo, (photo,)))]
    assert "The course so far" not in titles
