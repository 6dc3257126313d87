"""What a run says at its end: each thing once, counted, and what failed where it is seen."""

from __future__ import annotations

from weakties.cli.summary import summary
from weakties.cli.time_left import time_left
from weakties.grading.result import Question, Result, State


def reading(learner, *names, skipped=False):
    asked = tuple(Question("ps1", name, 3.0, None, waits=True) for name in names)
    return Result(learner, "ps1", State.NEEDS_REVIEW, "…", questions=asked, skipped=skipped)


def failed(learner, reason):
    return Result(learner, "ps1", State.FAILED, reason)


def said(*results):
    return list(summary("ps1", results, 2.0))


def test_who_waits_for_the_same_reading_is_counted_and_not_listed():
    lines = said(*(reading(f"l{n}", "essay-answer", skipped=n > 50) for n in range(92)))
    assert lines[0] == "○ 92 wait for one reading: essay."
    assert lines[1:] == [
        "0 graded, 51 needs review, 0 failed, 0 missing, 41 left as they were, in 2.0 s."
    ]


def test_one_alone_is_named_and_several_questions_are_too():
    lines = said(reading("ann", "a", "b"), reading("bo", "a"))
    assert lines[:2] == ["○ ann waits for 2 readings: a, b.", "○ bo waits for one reading: a."]


def test_a_doubt_is_said_with_its_reason_and_is_no_reading():
    doubt = Question("ps1", "x-check", 2.0, None, waits=True, doubt="they differ")
    lines = said(Result("ann", "ps1", State.NEEDS_REVIEW, "…", questions=(doubt,)))
    assert lines[0] == "○ ann needs review. x-check: they differ."
    assert len(lines) == 2


def test_failures_stand_below_all_else_grouped_by_their_reason():
    json = "ps1.ipynb is no JSON: line {} column 2."
    lines = said(
        *(failed(f"l{n}", json.format(n)) for n in range(10)),
        failed("zed", "There is no ps1.ipynb."),
        reading("ann", "essay"),
    )
    assert lines[0].startswith("○ ann")
    assert lines[1] == "✕ zed was not graded. There is no ps1.ipynb."
    names = "l0, l1, l2, l3, l4, l5, l6, l7 and 2 more"
    assert lines[2] == f"✕ 10 were not graded: {names}. ps1.ipynb is no JSON: line 0 column 2."
    assert lines[3].startswith("0 graded, 1 needs review, 11 failed")


def test_notes_are_counted_with_an_example_and_where_the_rest_stands():
    noted = Result("ann", "ps1", State.GRADED, notes=("A cell stood twice.", "Two."))
    lines = said(noted, Result("bo", "ps1", State.GRADED))
    assert lines[0] == (
        "! 2 notes on 1 learner, such as ann: A cell stood twice. "
        "`weakties teach report ps1` lists them."
    )


def test_nothing_that_a_learner_named_drives_the_terminal():
    assert "\x1b" not in "".join(said(failed("bad\x1b[31m", "x\x1b"), reading("b\x1b", "q\x1b")))


def test_the_time_left_shrinks_and_never_stands_still_at_a_second():
    seen = [time_left(99, 100, 50.0 + wait, wait) for wait in (0.0, 0.4, 2.0, 4.0, 22.0)]
    assert seen == [
        "0:01 left",
        "0:01 left",
        "0:01 left",
        "1 still runs, for 4 s now",
        "1 still runs, for 22 s now",
    ]
