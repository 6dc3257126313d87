"""Each row of the table of differences in docs/grading.md is graded by a test that exists."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from grading.differences.table import ROOT, documented_rows

BOTH = "differences/test_both_columns.py::"
SETTINGS = "test_settings_followed.py::"
HOSTILE = "hostile/test_hostile.py::"
INTAKE = "nbg/test_intake.py::"
DIFFERENCES = "test_differences.py::"
HANDED_IN = (
    "handed_in/test_handed_in.py::test_a_hand_in_gets_the_state_and_the_points_that_are_right"
)
STAMPS = "test_marks_of_what_lies_there.py::"
BY_NBGRADER = (
    "differences/test_stamps.py::test_nbgrader_keeps_older_points_and_an_older_key_and_has_everything_read_again",
)
PEER = "peer/test_peer.py::test_an_exception_is_still_one"


@dataclass(frozen=True)
class Graded:
    """The tests of a row, by where they stand below this folder's parent.

    Parameters
    ----------
    here
        Of what our engine does.
    nbgrader
        Of what nbgrader does.
    unproven
        Why no test has nbgrader do it, where that is so.
    """

    here: tuple[str, ...]
    nbgrader: tuple[str, ...] = ()
    unproven: str = ""


def both(*names: str, here: tuple[str, ...] = ()) -> Graded:
    """Return tests that hold both columns, with more for ours."""
    found = tuple(BOTH + name for name in names)
    return Graded((*found, *here), found)


def handed_in(first: str, *more: str) -> Graded:
    """Return the tests of some odd kinds of hand-in, the first of which nbgrader grades too."""
    there = "handed_in/test_handed_in.py::test_nbgrader_looks_at_the_right_place_alone"
    return Graded(tuple(f"{HANDED_IN}[{name}]" for name in (first, *more)), (f"{there}[{first}]",))


NO_LIMIT = "nbgrader knows no such limit, and a test would only wait for it"
ROWS = {
    "a graded cell stands twice": both(
        "test_a_cell_that_stands_twice_or_claims_an_old_version_stops_nbgraders_batch[twice-doubles]",
        here=(DIFFERENCES + "test_what_was_done_to_cells_is_said",),
    ),
    "a check was deleted": both(
        "test_a_deleted_check_waits_for_ever_with_nbgrader_and_is_put_back_here"
    ),
    "metadata was stripped by an editor": both(
        "test_without_metadata_nbgrader_exports_nothing_and_here_it_is_restored",
        here=(
            DIFFERENCES
            + "test_what_cannot_be_graded_has_no_points_rather_than_none_of_them[another-assignment-first.ipynb holds none of the graded cells]",
        ),
    ),
    "points or flags in the metadata were changed": both(
        "test_changed_points_are_repaired_by_both",
        "test_a_cell_that_stands_twice_or_claims_an_old_version_stops_nbgraders_batch[old-ages]",
    ),
    "the kernel dies, or the file is no notebook": both(
        "test_what_could_not_be_graded_is_exported_as_zero_by_nbgrader_and_failed_here",
        here=(HANDED_IN + "[web-page]", HANDED_IN + "[the-lesson]"),
    ),
    "the notebook has another name (`ps1 (1).ipynb`, `ps1.ipynb.txt`), or lies in a folder more or in a zip": both(
        "test_a_notebook_with_another_name_has_no_points_with_nbgrader_and_is_known_here",
        here=(
            HANDED_IN + "[downloaded-twice]",
            HANDED_IN + "[text-ending]",
            HANDED_IN + "[folder-in-a-folder]",
            HANDED_IN + "[zipped]",
        ),
    ),
    "two files hold cells of the same notebook": handed_in(
        "blank-one-beside-the-work", "two-with-different-work", "the-same-work-twice"
    ),
    "an answer is written into its check": handed_in(
        "answer-in-the-check", "another-answer-in-the-check"
    ),
    "an answer stands below its check": handed_in("answer-below-its-check"),
    "a text stands beside its blank cell, or in the cell that asks for it": handed_in(
        "essay-in-a-new-cell", "essay-in-the-cell-that-asks-for-it"
    ),
    "a long text stands elsewhere, and the cell for it is blank": handed_in(
        "essay-in-the-first-cell"
    ),
    "a notebook of more than 50 MB, 2,000 cells or 5 MB of code; beside it more than 2,000 files or 100 MB": Graded(
        (
            INTAKE
            + "test_what_is_larger_than_any_exercise_is_refused[0-2001-0-has 2,001 cells: 2,000 are the most]",
            HOSTILE + "test_what_is_no_notebook_fails_with_a_reason[huge-file]",
            INTAKE + "test_of_more_files_than_anybody_hands_in_the_first_are_copied",
        ),
        unproven=NO_LIMIT,
    ),
    "a regrade fails": Graded(
        ("test_run.py::test_a_regrade_that_fails_takes_the_old_points_back",),
        (BOTH + "test_a_regrade_that_fails_leaves_the_old_points_with_nbgrader",),
    ),
    "other work after the first was graded, without a `timestamp.txt`": Graded(
        (STAMPS + "test_what_differs_is_graded_again_and_says_so",), BY_NBGRADER
    ),
    "what was graded is taken away": Graded(
        (
            STAMPS + "test_marks_of_what_is_gone_are_taken_back_and_come_again_with_it",
            STAMPS + "test_where_nothing_is_there_any_more_no_marks_are_taken_back",
        ),
        BY_NBGRADER,
    ),
    "the instructor's source changes after it was released": Graded(
        ("test_keys.py::test_a_mended_key_is_taken_over_said_and_used_for_everybody",), BY_NBGRADER
    ),
    "what a person gave points for is graded again and is the same": Graded(
        (STAMPS + "test_what_was_read_stays_read_and_changed_text_waits_beside_what_was_read",),
        BY_NBGRADER,
    ),
    "a link instead of a file": both(
        "test_the_target_of_a_link_is_copied_by_nbgrader_and_left_out_here"
    ),
    "`weakties.toml` among the learner's files": Graded(
        ("test_run.py::test_a_submission_sees_no_edition_but_the_instructors",),
        (BOTH + "test_with_nbgrader_a_learners_own_file_says_which_edition_it_is",),
    ),
    "a file that is named as an installed package is": both(
        "test_a_file_that_is_named_as_a_library_hides_it_with_nbgrader_and_not_here"
    ),
    "a process is started (`!ls`, `subprocess`, `multiprocessing`)": both(
        "test_a_process_is_refused_here_and_what_has_less_than_its_points_is_left_to_a_person"
    ),
    "the network, a file of the machine's, or a variable of its environment": both(
        "test_files_ports_and_the_environment_are_there_with_nbgrader_and_not_here"
    ),
    "more memory, time, files or output than the [sandbox](#what-the-sandbox-is) gives": both(
        "test_more_memory_and_time_than_there_is_end_a_cell_or_the_submission_here_alone",
        here=(
            HOSTILE + "test_whoever_can_be_graded_is_graded['opens-many-files']",
            HOSTILE + "test_whoever_can_be_graded_is_graded['floods-with-text']",
        ),
    ),
    "a check gives more beside the learner's code than apart from it: an answer that equals everything, or that can't be carried over": both(
        "test_what_gives_more_beside_the_learners_code_is_left_to_a_person"
    ),
    "a check denies the instructor's own solution its points": both(
        "test_a_check_that_denies_the_solution_its_points_takes_nobodys_away"
    ),
    "a check takes up to twice `Execute.timeout`, in functions of the learner's": both(
        "test_a_slow_check_gives_nothing_with_nbgrader_and_is_left_to_a_person_here"
    ),
    "a check is stuck in C code, where nothing interrupts it": both(
        "test_a_check_that_does_not_listen_stops_the_submission_there_and_costs_itself_here"
    ),
    "a check that runs only beside a learner's code does not pass": both(
        "test_of_a_check_beside_the_learners_code_no_word_of_theirs_is_kept"
    ),
    "cells after a check read names that the check binds": both(
        "test_names_that_a_check_binds_are_there_but_those_of_its_hidden_part_are_asked_about"
    ),
    "a cell with half an emoji in it, a text that no file can hold": both(
        "test_half_an_emoji_stops_nbgrader",
        here=("test_half_an_emoji.py::test_a_cell_that_holds_one_is_graded",),
    ),
    "a cell displays what nbgrader can make no page of": both(
        "test_what_nbgrader_makes_no_page_of_stands_on_the_page_here"
    ),
    "a pipe among the files": both(
        "test_a_pipe_stops_the_submission_with_nbgrader_and_is_left_out_here"
    ),
    "`timestamp.txt` is a pipe, of somebody who was graded before": Graded(
        (BOTH + "test_a_pipe_stops_the_submission_with_nbgrader_and_is_left_out_here",),
        (BOTH + "test_of_who_was_graded_before_nbgrader_waits_for_a_time_from_a_pipe",),
    ),
    "`timestamp.txt` holds no time": Graded(
        (SETTINGS + "test_a_time_that_is_none_costs_no_points_and_is_said[when I liked-True]",),
        (PEER + "[grade_empty_timestamp]",),
    ),
    "a notebook without a cell, after a full one": Graded(
        (SETTINGS + "test_a_notebook_without_a_cell_does_not_keep_the_points_of_the_one_before",),
        (PEER + "[update_newer]",),
    ),
    "some notebooks are asked for, and one fails": Graded(
        (SETTINGS + "test_what_failed_is_graded_by_the_next_run",),
        (PEER + "[handle_failure_single_notebook]",),
    ),
    "a notebook writes more than 500 files or 64 MB, or links and pipes": Graded(
        (
            "test_written.py::test_more_files_than_anybody_looks_at_are_left_and_counted",
            "test_written.py::test_no_link_and_no_pipe_is_followed",
        ),
        ("test_written.py::test_what_a_notebook_writes_is_kept_as_nbgrader_keeps_it",),
    ),
    "a check carries the tag `skip-execution`": both(
        "test_a_check_with_a_tag_that_skips_it_has_full_points_with_nbgrader"
    ),
    "an assignment for another language": Graded(
        (
            "nbg/test_language.py::test_an_assignment_for_another_language_is_refused_and_nothing_is_changed[language]",
        ),
        unproven="it takes the kernel of another language",
    ),
    "a kernel that is not installed here, where the instructor's notebook names none": Graded(
        (
            SETTINGS
            + "test_a_notebook_in_another_language_is_not_run_where_the_instructor_names_none",
        ),
        (BOTH + "test_a_kernel_that_is_not_there_stops_nbgrader",),
    ),
    "an empty folder": both(
        "test_an_empty_folder_is_in_no_gradebook",
        here=(SETTINGS + "test_a_folder_without_anything_in_it_was_not_handed_in",),
    ),
    "widgets": both("test_the_state_of_widgets_is_kept_by_nbgrader_alone"),
    "feedback on a failed hidden test": both(
        "test_feedback_quotes_a_hidden_test_with_nbgrader_and_not_here",
        here=("test_feedback.py::test_a_page_shows_nothing_of_the_hidden_tests",),
    ),
}
"""What the table names, word for word, and the tests that grade it.

nbgrader's column is proven by nbgrader's own tests where a test of `peer` is named: such a test says
that nbgrader's does not hold for our engine, and what it asks is what nbgrader does.
"""


def test_every_row_of_the_table_is_graded_and_nothing_else_is_claimed():
    documented = documented_rows()
    assert len(documented) > 20
    assert sorted(documented) == sorted(ROWS)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_has_a_test_for_each_column_or_says_why_not(row):
    graded = ROWS[row]
    assert graded.here
    assert bool(graded.nbgrader) != bool(graded.unproven)


def test_every_test_that_grades_a_row_is_collected():
    named = {name for graded in ROWS.values() for name in (*graded.here, *graded.nbgrader)}
    folder = ROOT / "tests" / "grading"
    files = sorted({str(folder / name.partition("::")[0]) for name in named})
    words = ["--collect-only", "-q", "-p", "no:cacheprovider", *files]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    there = {line.removeprefix("tests/grading/") for line in ran.stdout.splitlines()}
    assert sorted(named - there) == []
