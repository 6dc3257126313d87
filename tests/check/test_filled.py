"""A workbook's checks: filled in from a report that belongs to the data, with nothing right or wrong."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from weakties.check import question
from weakties.check.vanity import is_vanity

REPORT = {
    "source": "own",
    "name": "mine.zip",
    "said": "Yours.",
    "steps": {
        "purpose": [["people", 134, "", "counted"], ["both ways", None, "", ""]],
        "followup": [["were answered", 66.7, "%", "95 % interval 48 to 81 %"]],
        "hours": [["days", None, "", ""]],
        "mix": [["companies", 46.6, "", "complete"], ["Blau", 0.957, "", "complete"]],
    },
}
AS_OF = {**REPORT, "day": "2026-10-03"}
ELSEWHERE = {"source": "elsewhere", "name": "x.zip", "said": "Not here.", "steps": {}}
BROKEN = {"source": "broken", "name": "x.zip", "said": "It is no zip.", "steps": {}}


def verdict(number, step="purpose", report=REPORT):
    with question("demo-q1", points=1) as q:
        q.made_from("report", report)
        q.belongs("n", number, step)
    return q.verdict


@pytest.mark.parametrize(
    ("number", "step"),
    [
        (134, "purpose"),
        (134.0, "purpose"),
        (66.7, "followup"),
        (67, "followup"),
        (0.667, "followup"),
        ("can't tell", "hours"),
        ("Can’t tell", "hours"),
        ("can't tell.", "hours"),
        ("66.7 %", "followup"),
        ("134 people", "purpose"),
        (47, "mix"),
        ("2 of 3", "followup"),
        ("134 of 150", "purpose"),
        ([134], "purpose"),
        (pd.Series(["134"]), "purpose"),
        (REPORT["steps"]["purpose"][0], "purpose"),
        (tuple(REPORT["steps"]["hours"][0]), "hours"),
    ],
)
def test_a_number_of_the_report_earns_its_point(number, step):
    assert verdict(number, step).earned == 1


@pytest.mark.parametrize(
    ("number", "step", "words"),
    [
        (150, "purpose", "the report on mine.zip says 134 (people). Was it typed from another"),
        (66.7, "purpose", "that is “were answered”, of the step followup"),
        ("can't tell", "purpose", "and the report can: 134 (people)"),
        (12, "hours", "this report can't tell that. Write “can't tell”"),
        ("1 of 3", "followup", "is 0.3333, and the report"),
        (REPORT["steps"]["followup"][0], "purpose", "of the step followup"),
        ([134, 150], "purpose", "is a list: type a number of the report"),
        ("many", "purpose", "is the text 'many': type a number of the report"),
        ("66,7", "followup", "is the text '66,7': type a number of the report"),
        (None, "purpose", "is None: type a number of the report"),
        ([134, 12], "purpose", "is a list: type a number of the report"),
        (48, "followup", "stands in what limits “were answered”"),
        (268, "purpose", "Was it reckoned?"),
        (1, "mix", "the report on mine.zip says"),
        (float("nan"), "purpose", "is NaN"),
        (..., "purpose", "still the three dots"),
    ],
)
def test_another_number_is_asked_about(number, step, words):
    found = verdict(number, step)

    assert found.earned == 0
    assert words in found.findings[0].message


@pytest.mark.parametrize("number", [134, 987, "can't tell"])
def test_where_the_export_is_not_at_hand_a_number_is_taken_as_it_stands(number):
    found = verdict(number, report=ELSEWHERE)

    assert found.earned == 1
    assert "not compared: “x.zip” is not on this machine" in found.findings[0].message


def test_what_is_no_number_is_none_there_either():
    assert verdict("many", report=ELSEWHERE).earned == 0
    assert verdict(..., report=ELSEWHERE).earned == 0


def test_a_report_that_could_not_be_made_is_said_and_earns_nothing():
    found = verdict(134, report=BROKEN)

    assert found.earned == 0
    assert any("It is no zip." in finding.message for finding in found.findings)


@pytest.mark.parametrize(
    "report",
    [
        12,
        None,
        {},
        {**REPORT, "steps": 3},
        {**REPORT, "source": 3},
        {**REPORT, "steps": {"purpose": [["people"]]}},
        {**REPORT, "steps": {"purpose": [["people", "x", "", ""]]}},
    ],
)
def test_what_is_no_report_is_said(report):
    found = verdict(134, report=report)

    assert found.earned == 0
    assert any("is no report" in finding.message for finding in found.findings)


def filled(check, value, **options):
    with question("demo-q1", points=1) as q:
        getattr(q, check)("x", value, **options)
    return q.verdict


THREE = ["Write to one", "Ask before", "Read less"]


@pytest.mark.parametrize(
    ("check", "value", "options"),
    [
        ("words", "I write on Thursdays", {}),
        ("things", THREE, {"size": 3}),
        ("things", tuple(THREE), {"size": 3}),
        ("words", "32–61 %", {}),
        ("words", (32, 61), {}),
        ("things", pd.Series(THREE), {"size": 3}),
        ("watched", "ties that woke up", {}),
    ],
)
def test_what_is_filled_in_is_done_without_a_comparison_to_come(check, value, options):
    found = filled(check, value, **options)

    assert found.earned == 1
    assert "compared when your work is graded" not in str(found)


@pytest.mark.parametrize(
    ("check", "value", "options", "words"),
    [
        ("words", "Soon", {}, "at least 3 words"),
        ("words", "", {}, "empty text"),
        ("words", 3, {}, "a text in quotes"),
        ("things", THREE[:2], {"size": 3}, "3 are asked for"),
        ("things", "one, two, three", {"size": 3}, "a list of 3 texts"),
        ("words", "61 %", {}, "at least 3 words"),
        ("words", (32, 61, 3), {}, "is a tuple"),
        ("things", [1, 2, 3], {"size": 3}, "a list whose text 1 is a number"),
        ("things", ["Write", "", "Ask"], {"size": 3}, "a list whose text 2 is an empty text"),
        ("things", ["Write", "Ask", ...], {"size": 3}, "text 3 is still the three dots"),
        ("watched", "connections: 150 today; says nothing", {}, "double that tonight"),
        ("things", ..., {"size": 3}, "still the three dots"),
        ("watched", "profile views", {}, "double that tonight"),
        ("watched", "replies", {}, "at least 3 words"),
    ],
)
def test_what_is_not_filled_in_is_asked_for(check, value, options, words):
    found = filled(check, value, **options)

    assert found.earned == 0
    assert words in found.findings[0].message


def later(day, report=AS_OF):
    with question("demo-q1", points=1) as q:
        q.as_of("report", report)
        q.later("x", day)
    return q.verdict


@pytest.mark.parametrize("day", ["2026-10-04", datetime.date(2026, 12, 1), "1 January 2027"])
def test_a_day_to_look_again_comes_after_the_report(day):
    assert later(day).earned == 1
    assert later("2020-01-31").earned == 0
    assert "the report is as of 2026-10-03: choose a day after it" in str(later("2026-10-03"))


@pytest.mark.parametrize("report", [ELSEWHERE, BROKEN, None, {**AS_OF, "day": "soon"}])
def test_where_no_report_has_a_day_a_day_is_taken_as_it_stands(report):
    assert later("2020-01-31", report).earned == 1
    assert "no date like" in str(later("soon", report))


def test_in_a_learners_own_folder_a_day_that_is_over_is_asked_about(tmp_path, monkeypatch):
    (tmp_path / ".weakties").mkdir()
    (tmp_path / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("WEAKTIES_PROGRESS", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)
    day, today = datetime.timedelta(days=1), datetime.datetime.now().astimezone().date()
    assert later(today + day, ELSEWHERE).earned == 1
    yesterday = later(today - day, ELSEWHERE)
    assert yesterday.earned == 0
    assert "which is over: choose a day to come" in str(yesterday)


@pytest.mark.parametrize(
    ("words", "vanity"),
    [
        ("My number of connections", True),
        ("500+ connections", True),
        ("Followers", True),
        ("the SSI", True),
        ("connections that I asked something", False),
        ("views that led to a talk", False),
        ("people I introduced to each other", False),
    ],
)
def test_a_bare_count_is_vanity_and_what_came_of_it_is_not(words, vanity):
    assert is_vanity(words) is vanity
