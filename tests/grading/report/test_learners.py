"""Where everybody stands: by the gradebook, and blank wherever it does not know."""

from __future__ import annotations

import pytest

from grading.report.classes import ITEMS, WAITS, a_class, entries, work
from weakties.grading.report.entries import Checked, Found, Item, Mark
from weakties.grading.report.learners import NOT_YET, standings


def only(**how):
    (found,) = standings(entries(**how))
    return found


def test_every_learner_is_in_one_state():
    assert a_class().states == {
        "graded": 2,
        "needs review": 2,
        "failed": 1,
        "missing": 1,
        NOT_YET: 1,
    }


def test_points_are_those_of_all_questions_together():
    one = only(submissions={"ann": work(2, 1.5, Mark(auto=0.0))})
    assert (one.state, one.points, one.so_far) == ("graded", 3.5, 3.5)


def test_what_waits_for_a_person_has_points_so_far_and_no_points():
    one = only(submissions={"ann": work(2, 3, None)})
    assert (one.state, one.points, one.so_far) == ("needs review", None, 5.0)
    assert one.reason == "A person grades photo-reflection-answer."


def test_a_reason_that_the_run_gave_is_kept_for_a_check_that_a_person_must_look_at():
    found = {"ann": Found(reason="The checks could not look into model.")}
    one = only(submissions={"ann": work(WAITS, 3, Mark(auto=0.0))}, found=found)
    assert (one.state, one.reason) == ("needs review", "The checks could not look into model.")


def test_why_a_person_reads_an_essay_is_said_as_long_as_nobody_has_read_it():
    essay = ITEMS[2]
    seen = {essay.key: Checked(doubt="it is blank, and this stands elsewhere")}
    found = {"ann": Found(reason="…", checks=seen)}
    waits = only(submissions={"ann": work(2, 3, None)}, found=found)
    assert waits.reason == f"{essay.key[1]}: it is blank, and this stands elsewhere."
    assert only(submissions={"ann": work(2, 3, Mark(manual=1.0))}, found=found).reason == ""


def test_the_penalty_for_coming_late_never_makes_points_negative():
    late = only(submissions={"ann": work(1, 1, Mark(auto=0.0), penalty=1.5)})
    later = only(submissions={"ann": work(1, 1, Mark(auto=0.0), penalty=9)})
    assert (late.points, late.raw, later.points) == (0.5, 2.0, 0.0)


def test_a_grade_by_hand_goes_before_the_programs_and_extra_credit_on_top():
    one = only(submissions={"ann": work(Mark(auto=0.0, manual=1.0, extra=0.5), 3, 0)})
    assert (one.state, one.points) == ("graded", 4.5)


def test_points_by_hand_for_what_has_changed_since_are_nobodys_points():
    one = only(submissions={"ann": work(2, 3, Mark(manual=1.0, waits=True))})
    assert (one.state, one.points, one.so_far) == ("needs review", None, 5.0)
    assert one.reason.startswith("Not read yet as it now stands")
    assert one.reason.endswith("photo-reflection-answer.")


def test_what_failed_has_no_points_and_the_runs_reason():
    found = {"ann": Found(failure="photo.ipynb is no JSON.")}
    one = only(submissions={"ann": work(None, None, None)}, found=found)
    assert (one.state, one.reason) == ("failed", "photo.ipynb is no JSON.")
    assert (one.points, one.so_far) == (None, None)


def test_what_no_program_got_through_has_failed_even_if_nothing_was_noted():
    one = only(submissions={"ann": work(None, None, None)})
    assert (one.state, one.points) == ("failed", None)
    assert "no reason was recorded" in one.reason


def test_an_old_failure_does_not_count_once_the_work_is_graded():
    found = {"ann": Found(failure="photo.ipynb is no JSON.")}
    one = only(submissions={"ann": work(2, 3, Mark(auto=0.0))}, found=found)
    assert (one.state, one.points) == ("graded", 5.0)


def test_an_assignment_that_only_people_grade_needs_review_and_has_not_failed():
    essay = (Item(("ps", "essay"), 5.0, is_check=False),)
    one = only(submissions={"ann": work()}, items=essay)
    assert one.state == "needs review"


@pytest.mark.parametrize(("where", "state"), [("missing", "missing"), ("ungraded", NOT_YET)])
def test_without_grades_it_matters_whether_anything_was_handed_in(where, state):
    one = only(submissions={}, **{where: ["ann"]})
    assert (one.state, one.points, one.so_far) == (state, None, None)
    assert one.reason
