"""In every edition, a catalogued wrong answer stands well apart from the right one.

And it is told what it is told in the open edition: a sentence names one cause only where no other
known mistake leads to that value, and else all of them, this one among them. What a hundred editions
came to is written down; a few of them are tried in every run.
"""

from __future__ import annotations

import pytest

from data.apart import recorded
from data.apart.held import UNITS, answers_of, cells_of, held
from data.apart.recorded import AGAIN, EDITIONS, basis_of
from data.apart.sampled import SAMPLED
from weakties.authoring.apart import VALUES

QUESTIONS = [
    pytest.param(question, marks=pytest.mark.xdist_group(f"answers of {unit}"))
    for unit in UNITS
    for question in answers_of(unit)
]


# All questions of a unit in one edition, then the next: they share its tables.
@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("edition", SAMPLED)
def test_answers_earn_and_are_told_what_they_must_and_stand_apart_as_is_written_down(
    question, edition
):
    found = held(question, edition)
    assert found.problems == []
    told = recorded.recorded(question.partition("-")[0])["answers"]
    for name, value in found.values.items():
        assert told[f"{question} {name}"]["in"][edition] == pytest.approx(value, rel=1e-9), name


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_written_down_follows_from_what_is_here(unit):
    told = recorded.recorded(unit)
    again = AGAIN.format(unit)
    assert told["basis"] == basis_of(unit, told["files"], told["tables"]), f"Run: {again}"
    assert told["editions"] == EDITIONS


@pytest.mark.parametrize("unit", UNITS)
def test_no_cohort_can_copy_an_earlier_ones_numbers(unit):
    told = recorded.recorded(unit)["answers"]
    assert {name: one["values"] for name, one in told.items() if one["values"] < VALUES} == {}


@pytest.mark.parametrize("part", ["answers", "files", "tables"])
def test_another_exercise_another_generator_and_another_card_make_what_is_written_down_old(
    part, monkeypatch, tmp_path
):
    told = recorded.recorded("photo")
    if part == "answers":
        cells = {**cells_of("photo"), "photo-q1-check": "another key"}
        monkeypatch.setattr(recorded, "cells_of", lambda _unit: cells)
    if part == "files":
        for name in told["files"]:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            text = (recorded.SOURCE / name).read_text("utf-8")
            (tmp_path / name).write_text(text.replace("ratings", "marks"), encoding="utf-8")
        monkeypatch.setattr(recorded, "SOURCE", tmp_path)
    tables = told["tables"][1:] if part == "tables" else told["tables"]
    assert basis_of("photo", told["files"], tables) != told["basis"]


def test_every_question_that_is_graded_automatically_is_catalogued():
    for unit in UNITS:
        checks = {name.removesuffix("-check") for name in cells_of(unit) if name.endswith("-check")}
        assert checks == set(answers_of(unit))
