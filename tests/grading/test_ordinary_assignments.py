"""An assignment that never heard of weakties gets the same from nbgrader and from our own engine."""

from __future__ import annotations

import pytest

from grading import ordinary
from grading.courses import copy_ungraded, nbgrader
from grading.ordinary import ASSIGNMENT
from grading.rows import all_rows
from weakties.grading.run import grade

pytestmark = pytest.mark.xdist_group("ordinary")


def _url(root):
    return f"sqlite:///{root / 'gradebook.db'}"


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Grade the same submissions with both."""
    ours = ordinary.course(tmp_path_factory.mktemp("ours"))
    learners = ordinary.hand_in_what_both_grade_alike(ours)
    theirs = copy_ungraded(ours, tmp_path_factory.mktemp("theirs") / "course")
    results = {result.learner: result for result in grade(ours, ASSIGNMENT)}
    assert sorted(results) == learners
    nbgrader(theirs, "autograde", ASSIGNMENT)
    return results, ours, theirs


@pytest.mark.parametrize("table", ["grades", "comments", "submissions"])
def test_every_row_of_the_gradebook_is_nbgraders(both, table):
    _, ours, theirs = both
    assert all_rows(_url(ours))[table] == all_rows(_url(theirs))[table]
