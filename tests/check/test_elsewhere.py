"""Whoever answers for the data of another edition is told so, and the panel names the edition."""

from __future__ import annotations

import os

import pytest

from weakties.check import question
from weakties.check.key import solution_source
from weakties.check.panel import as_html
from weakties.check.verdict import State
from weakties.data import load
from weakties.data.editions import current_edition

RIGHT = {"open": 1.5, "spring-2027": 2.5, "spring-2026": 9.0}
SAID = "`x`: that is the answer in edition open, and this is edition spring-2027."


@pytest.fixture(autouse=True)
def _spring(monkeypatch):
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")


def attempt(x, *, slips=(), key=None):
    with question("demo-q1", points=1) as q:
        q.number("x", x)

        @q.key
        def compare():
            if key:
                key()
            q.close("x", x, RIGHT[current_edition()], within=0.01, slips=slips)

    return q.verdict


def said(verdict):
    return " ".join(finding.message for finding in verdict.findings)


def test_a_value_that_is_right_in_the_open_edition_is_told_so():
    verdict = attempt(1.5)
    assert SAID in said(verdict)
    assert (verdict.earned, verdict.state, len(verdict.findings)) == (0, State.NOT_YET, 1)
    assert current_edition() == "spring-2027"


def test_a_slip_that_leads_to_the_same_value_is_named_beside_it():
    words = said(attempt(1.5, slips=[(1.5, "it is something else.")]))
    assert "it is something else. Or it comes from other data: in edition open" in words


def test_a_small_count_that_two_editions_may_share_keeps_its_own_sentence_before_it():
    with question("demo-q1", points=1) as q:
        q.count("n", 3)

        @q.key
        def compare():
            right = 3 if current_edition() == "open" else 4
            q.equal("n", 3, right, slips=[(3, "below means below.")])

    words = said(q.verdict)
    assert "below means below. Or it comes from other data: in edition open" in words
    assert "this is edition spring-2027" in words


@pytest.mark.parametrize("x", [2.5, 9.0, ..., "many"])
def test_any_other_value_is_not(x):
    verdict = attempt(x)
    assert "edition open" not in said(verdict)
    assert verdict.earned == (1 if x == 2.5 else 0)


@pytest.mark.parametrize("here", ["spring-2027", "open"])
def test_while_work_is_graded_the_data_of_earlier_cohorts_are_known_as_well(monkeypatch, here):
    monkeypatch.setenv("WEAKTIES_FORMER_EDITIONS", "autumn-2025,spring-2026")
    monkeypatch.setenv("WEAKTIES_EDITION", here)
    told = f"`x`: that is the answer in edition spring-2026, and this is edition {here}."
    assert told in said(attempt(9.0))
    assert "edition" not in said(attempt(3.0))
    assert attempt(RIGHT[here]).earned == 1


def test_a_cohorts_own_edition_among_the_earlier_ones_changes_nothing(monkeypatch):
    monkeypatch.setenv("WEAKTIES_FORMER_EDITIONS", "spring-2027,open,No Name")
    assert SAID in said(attempt(1.5))
    assert "edition" not in said(attempt(3.0))


def test_in_the_open_edition_there_is_no_other(monkeypatch):
    monkeypatch.setenv("WEAKTIES_EDITION", "open")
    assert "edition" not in said(attempt(2.5))


def test_where_the_open_edition_cannot_be_read_the_answer_is_simply_wrong():
    def key():
        if current_edition() == "open":
            raise OSError

    verdict = attempt(1.5, key=key)
    assert verdict.state is State.NOT_YET
    assert "edition open" not in said(verdict)
    assert os.environ["WEAKTIES_EDITION"] == "spring-2027"


def test_a_choice_out_of_a_few_that_is_right_elsewhere_says_nothing():
    with question("demo-q1", points=1) as q:
        q.choice("x", "yes", ["yes", "no"])

        @q.key
        def compare():
            right = {"open": "yes", "spring-2027": "no"}[current_edition()]
            q.chosen("x", "yes", right, otherwise={})

    assert "edition" not in said(q.verdict)


def test_other_kinds_of_answers_are_told_so_as_well():
    with question("demo-q1", points=1) as q:
        q.members("x", {"a"})

        @q.key
        def compare():
            q.same_members("x", {"a"}, {"a"} if current_edition() == "open" else {"b"})

    assert SAID in said(q.verdict)


def test_an_answer_to_a_real_question_about_the_open_data_is_told_so():
    names = {name: load(name, "open") for name in ("ratings", "photos")}
    exec(solution_source("photo-q1"), names)  # noqa: S102
    with question("photo-q1", points=2) as q:
        q.number("formal_effect", names["formal_effect"], unit="points", between=(-10, 10))
    assert "`formal_effect`: that is the answer in edition open" in said(q.verdict)


def test_the_panel_names_the_edition_in_small_letters():
    assert "font-size:.85em" in as_html(attempt(2.5)).partition(">edition spring-2027</p>")[0]


def test_where_the_settings_cannot_be_read_the_panel_names_none(monkeypatch):
    monkeypatch.setenv("WEAKTIES_EDITION", "Not One")
    with question("demo-q1", points=1) as q:
        q.number("x", 1.0)
    assert ">edition " not in as_html(q.verdict)
