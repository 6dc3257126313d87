"""Every catalogued answer to the exercise on photos gets the same from nbgrader and from our own engine."""

from __future__ import annotations

import pytest

from grading.courses import UNIT, catalogued, copy_ungraded, hand_in, nbgrader, photo_course
from grading.rows import all_rows
from weakties.grading.run import grade


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Grade the same submissions with both."""
    ours = photo_course(tmp_path_factory.mktemp("ours"))
    submissions = catalogued(ours)
    assert len(submissions) >= 20
    for learner, notebook in submissions.items():
        hand_in(ours, learner, notebook)
    theirs = copy_ungraded(ours, tmp_path_factory.mktemp("theirs") / "course")
    results = {result.learner: result for result in grade(ours, UNIT)}
    nbgrader(theirs, "autograde", UNIT)
    return results, all_rows(_url(ours)), all_rows(_url(theirs))


def _url(root):
    return f"sqlite:///{root / 'gradebook.db'}"


@pytest.mark.parametrize("table", ["grades", "comments", "submissions"])
def test_every_row_of_the_gradebook_is_nbgraders(both, table):
    _, ours, theirs = both
    assert len(theirs[table]) >= 20
    assert ours[table] == theirs[table]


def test_every_submission_is_graded_and_every_check_ran_apart(both):
    results, _, _ = both
    assert {result.state.value for result in results.values()} == {"graded"}
    checks = [q for result in results.values() for q in result.questions if q.apart is not None]
    assert len(checks) == 6 * len(results)
    assert all(check.apart for check in checks)


def test_the_results_say_what_the_gradebook_says(both):
    results, ours, _ = both
    for learner, result in results.items():
        said = {question.grade_id: question.points for question in result.questions}
        kept = {key[3]: row[0] for key, row in ours["grades"].items() if key[0] == learner}
        assert said == kept
        assert result.score == sum(kept.values())
