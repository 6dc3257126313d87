"""How the marks of two gradebooks are paired and counted."""

from __future__ import annotations

import json

import pytest

from weakties.grading.compare.rows import Comparison, Kind, Said, kind_of, paired
from weakties.grading.report.entries import Mark


@pytest.mark.parametrize(
    ("theirs", "ours", "kind"),
    [
        (Mark(auto=2.0), Mark(auto=2.0), Kind.EQUAL),
        (Mark(auto=1 / 3), Mark(auto=0.3333333333), Kind.EQUAL),
        (Mark(auto=None), Mark(auto=0.0), Kind.EQUAL),
        (Mark(waits=True), Mark(waits=True), Kind.EQUAL),
        (Mark(auto=2.0), Mark(auto=1.5), Kind.LOWER),
        (Mark(auto=0.0), Mark(auto=0.5), Kind.HIGHER),
        (Mark(waits=True), Mark(auto=0.0), Kind.DECIDED),
        (Mark(auto=0.0), Mark(waits=True), Kind.ASKED),
        (
            Mark(auto=2.0, manual=1.0, waits=True),
            Mark(auto=0.0, manual=1.0, waits=True),
            Kind.ASKED,
        ),
    ],
)
def test_two_marks_differ_in_one_way(theirs, ours, kind):
    assert kind_of(theirs, ours) is kind


def _comparison():
    worth = {("ps1", "x"): 2.0, ("ps1", "y"): 1.0}
    full = {key: Mark(auto=points) for key, points in worth.items()}
    theirs = {"bo": full, "ann": full, "only-theirs": full}
    ours = {"ann": full, "bo": {("ps1", "x"): Mark(auto=0.0), ("ps1", "y"): Mark(waits=True)}}
    said = {("bo", ("ps1", "y")): Said({"apart": "0 of 1"}, "it was lost")}
    return Comparison("ps1", tuple(paired(worth, theirs, ours, said)))


def test_rows_come_by_learner_and_in_the_order_of_the_cells_for_whom_both_know():
    assert [(row.learner, row.cell, row.kind.value) for row in _comparison().rows] == [
        ("ann", "x", "equal"),
        ("ann", "y", "equal"),
        ("bo", "x", "lower"),
        ("bo", "y", "asked"),
    ]


def test_a_row_that_is_left_to_a_person_is_not_counted_as_a_differing_mark():
    found = _comparison()
    assert found.differing == 1
    said = json.loads(json.dumps(found.as_json()))
    assert [said[name] for name in ("compared", "equal", "differ", "asked")] == [4, 2, 1, 1]
    assert [(row["cell"], row["kind"], row["reason"]) for row in said["differences"]] == [
        ("x", "lower", ""),
        ("y", "asked", "it was lost"),
    ]
