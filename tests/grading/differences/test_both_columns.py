"""What nbgrader does with each of these, and what our engine does: the table's two columns."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from html import unescape
from pathlib import Path

import pytest

from grading.courses import copy_ungraded, nbgrader
from grading.differences.course import ages, doubles, edit, pipe_instead_of_a_time, solve
from weakties.grading.result import State

pytestmark = pytest.mark.xdist_group("differences")

FULL, NONE, ASKED = (1.0, False), (0.0, False), (None, True)


@pytest.fixture
def alone(handed_in, tmp_path):
    """Return the course with nobody's work in it."""
    root = copy_ungraded(handed_in, tmp_path / "course")
    shutil.rmtree(root / "submitted")
    return root


@pytest.mark.parametrize(("learner", "change"), [("twice", doubles), ("old", ages)])
def test_a_cell_that_stands_twice_or_claims_an_old_version_stops_nbgraders_batch(
    here, alone, learner, change
):
    edit(solve(alone, learner, {}), change)
    solve(alone, "zoe", {})
    ran = nbgrader(alone, "autograde", "ps1", check=False)
    assert (ran.returncode, "use an old version" in ran.stderr) == (1, True)
    assert not list(alone.glob("autograded/*/ps1/*.ipynb"))
    assert here.points(learner, "plain") == FULL


def test_a_deleted_check_waits_for_ever_with_nbgrader_and_is_put_back_here(by_nbgrader, here):
    assert by_nbgrader.points("loses", "plain") == ASKED
    assert here.points("loses", "plain") == FULL


def test_without_metadata_nbgrader_exports_nothing_and_here_it_is_restored(by_nbgrader, here):
    assert "for student 'strips'" not in by_nbgrader.said
    assert by_nbgrader.exported()["strips"] == 0
    assert here.points("strips", "plain") == FULL


def test_changed_points_are_repaired_by_both(by_nbgrader, here):
    for graded in (by_nbgrader, here):
        (check,) = (one for one in graded.notebook("cheapens").cells if one.id == "plain-check")
        assert check.metadata.nbgrader["points"] == 1
        assert graded.points("cheapens", "plain") == FULL


def test_what_could_not_be_graded_is_exported_as_zero_by_nbgrader_and_failed_here(
    by_nbgrader, here
):
    exported = by_nbgrader.exported()
    for learner in ("dies", "broken"):
        assert exported[learner] == 0
        assert here.results[learner].state == State.FAILED
        assert here.results[learner].reason
        assert here.points(learner, "plain") == ASKED


def test_a_notebook_with_another_name_has_no_points_with_nbgrader_and_is_known_here(
    by_nbgrader, here
):
    assert by_nbgrader.exported()["renamed"] == 0
    assert here.points("renamed", "plain") == FULL
    assert here.results["renamed"].notes == (
        "mine.ipynb was taken for ps1.ipynb: it holds its cells.",
    )


def test_a_regrade_that_fails_leaves_the_old_points_with_nbgrader(by_nbgrader, tmp_path):
    root = _copy_without_times(by_nbgrader.root, tmp_path / "course")
    place = root / "submitted" / "edition" / "ps1" / "ps1.ipynb"
    place.write_text("no notebook", encoding="utf-8")
    nbgrader(root, "autograde", "ps1", "--student", "edition", "--force", check=False)
    assert type(by_nbgrader)(root).points("edition", "plain") == FULL


def test_the_target_of_a_link_is_copied_by_nbgrader_and_left_out_here(by_nbgrader, here):
    link = Path("autograded") / "loses" / "ps1" / "link.txt"
    assert (by_nbgrader.root / link).read_text(encoding="utf-8") == "secret"
    assert not (here.root / link).exists()
    assert "'link.txt' is no ordinary file and was left out." in here.results["loses"].notes


def test_with_nbgrader_a_learners_own_file_says_which_edition_it_is(by_nbgrader):
    assert by_nbgrader.points("edition", "plain") == FULL


def test_a_process_is_refused_here_and_what_has_less_than_its_points_is_left_to_a_person(
    by_nbgrader, here
):
    assert [by_nbgrader.points("starts", name) for name in ("refused", "plain")] == [FULL, NONE]
    assert [here.points("starts", name) for name in ("refused", "plain")] == [ASKED, ASKED]
    assert here.points("starts", "quoted") == FULL
    assert "Operation not permitted" in here.text("starts", "refused")
    assert "the sandbox refused the notebook something" in here.results["starts"].reason


def test_files_ports_and_the_environment_are_there_with_nbgrader_and_not_here(by_nbgrader, here):
    assert by_nbgrader.points("varied", "outside") == FULL
    assert here.points("varied", "outside") == NONE
    assert "[False, False, False]" in here.text("varied", "outside")


def test_more_memory_and_time_than_there_is_end_a_cell_or_the_submission_here_alone(
    by_nbgrader, here
):
    assert by_nbgrader.points("varied", "heavy") == FULL
    assert by_nbgrader.points("long", "plain") == FULL
    assert here.points("varied", "heavy") == NONE
    assert here.points("long", "plain") == ASKED
    assert "the notebook's time was up" in here.results["long"].reason


def test_a_file_that_is_named_as_a_library_hides_it_with_nbgrader_and_not_here(by_nbgrader, here):
    assert by_nbgrader.points("varied", "shadowed") == FULL
    assert here.points("varied", "shadowed") == NONE


def test_names_that_a_check_binds_are_there_but_those_of_its_hidden_part_are_asked_about(
    by_nbgrader, here
):
    assert by_nbgrader.points("varied", "bound") == here.points("varied", "bound") == FULL
    assert by_nbgrader.points("varied", "overheard") == FULL
    assert here.points("varied", "overheard") == ASKED


def test_what_gives_more_beside_the_learners_code_is_left_to_a_person(by_nbgrader, here):
    assert by_nbgrader.points("varied", "equal") == FULL
    assert here.points("varied", "equal") == ASKED


def test_a_check_that_denies_the_solution_its_points_takes_nobodys_away(by_nbgrader, here):
    assert by_nbgrader.points("edition", "denied") == NONE
    assert here.points("edition", "denied") == ASKED


def test_a_slow_check_gives_nothing_with_nbgrader_and_is_left_to_a_person_here(by_nbgrader, here):
    assert by_nbgrader.points("varied", "slow") == NONE
    assert here.points("varied", "slow") == ASKED


def test_a_check_that_does_not_listen_stops_the_submission_there_and_costs_itself_here(
    by_nbgrader, here
):
    assert by_nbgrader.points("stuck", "plain") == ASKED
    assert "for student 'stuck'" in by_nbgrader.said
    found = [here.points("stuck", name) for name in ("plain", "stuck", "after")]
    assert found == [FULL, NONE, ASKED]


def test_of_a_check_beside_the_learners_code_no_word_of_theirs_is_kept(by_nbgrader, here):
    assert "what a learner wrote" in by_nbgrader.text("varied", "shown-alone-check")
    text = here.text("varied", "shown-alone-check")
    assert "AssertionError" in text
    assert "what a learner wrote" not in text


def test_half_an_emoji_stops_nbgrader(by_nbgrader, here):
    assert by_nbgrader.points("half", "plain") == ASKED
    assert "for student 'half'" in by_nbgrader.said
    assert here.points("half", "plain") == FULL


def test_what_nbgrader_makes_no_page_of_stands_on_the_page_here(by_nbgrader, here):
    assert by_nbgrader.points("unpageable", "plain") == FULL
    assert not by_nbgrader.feedback("unpageable").exists()
    assert here.points("unpageable", "plain") == FULL
    assert "What you handed in" in here.feedback("unpageable").read_text(encoding="utf-8")


def test_a_pipe_stops_the_submission_with_nbgrader_and_is_left_out_here(by_nbgrader, here):
    with pytest.raises(KeyError):
        by_nbgrader.points("pipe", "plain")
    assert "for student 'pipe'" in by_nbgrader.said
    assert here.points("pipe", "plain") == FULL
    notes = here.results["pipe"].notes
    assert "'timestamp.txt' is no ordinary file and was left out." in notes
    assert any("whether it came late is not known" in note for note in notes)


def test_of_who_was_graded_before_nbgrader_waits_for_a_time_from_a_pipe(by_nbgrader, tmp_path):
    root = _copy_without_times(by_nbgrader.root, tmp_path / "course")
    pipe = pipe_instead_of_a_time(root, "edition")
    run = subprocess.Popen(
        [sys.executable, "-m", "nbgrader", "autograde", "ps1", "--student", "edition"],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(_opened_by_a_reader(pipe, 60))
    finally:
        run.kill()
        run.wait()


def _copy_without_times(root, target):
    """Copy a course and what was graded in it; a pipe can't be copied."""
    return Path(shutil.copytree(root, target, ignore=shutil.ignore_patterns("timestamp.txt")))


def _opened_by_a_reader(pipe, seconds):
    """Open a pipe for writing, which nobody can who waits for no reader."""
    end = time.monotonic() + seconds
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert time.monotonic() < end, "nobody reads the pipe"
            time.sleep(0.1)


def test_a_check_with_a_tag_that_skips_it_has_full_points_with_nbgrader(by_nbgrader, here):
    assert by_nbgrader.points("loses", "quoted") == FULL
    assert here.points("loses", "quoted") == NONE


def test_a_kernel_that_is_not_there_stops_nbgrader(alone):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{alone / 'gradebook.db'}", "weakties") as book:
        book.find_notebook("ps1", "ps1").kernelspec = "{}"
        book.db.commit()
    path = solve(alone, "ann", {})
    notebook = json.loads(path.read_text(encoding="utf-8"))
    spec = {"name": "my-env", "language": "python", "display_name": "Mine"}
    notebook["metadata"]["kernelspec"] = spec
    path.write_text(json.dumps(notebook), encoding="utf-8")
    ran = nbgrader(alone, "autograde", "ps1", check=False)
    assert ran.returncode == 1
    assert "No such kernel named my-env" in ran.stderr


def test_an_empty_folder_is_in_no_gradebook(by_nbgrader, here):
    assert "empty" in by_nbgrader.said
    for graded in (by_nbgrader, here):
        with pytest.raises(KeyError):
            graded.points("empty", "plain")


def test_the_state_of_widgets_is_kept_by_nbgrader_alone(by_nbgrader, here):
    assert "widgets" in by_nbgrader.notebook("varied").metadata
    assert "widgets" not in here.notebook("varied").metadata


def test_feedback_quotes_a_hidden_test_with_nbgrader_and_not_here(by_nbgrader, here):
    pages = [g.feedback("cheapens").read_text(encoding="utf-8") for g in (by_nbgrader, here)]
    assert ["assert quoted" in _shown(page) for page in pages] == [True, False]
    assert "A test of this cell did not pass (AssertionError)." in pages[1]


def _shown(page):
    """Return the text of a page, without its tags."""
    return unescape(re.sub(r"<[^>]*>", "", page))
