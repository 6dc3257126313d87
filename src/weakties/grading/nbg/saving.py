"""Saving what a submission came to: the executed notebooks, the grades, and all of it or nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from weakties.grading.job import Outcome
from weakties.grading.nbg.folders import remove, set_permissions
from weakties.grading.nbg.noted import notes_on, with_notes, with_older
from weakties.grading.nbg.reread import note_what_was_read, settle_what_stays_read
from weakties.grading.nbg.results import checks_of, result_of
from weakties.grading.nbg.stamping import stamp_graded, stamp_ungraded
from weakties.grading.nbg.text import notebook_text
from weakties.grading.result import Result, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from weakties.grading.job import CellRun
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.intake import Taken

GONE = (
    "What was graded is no longer there, so its points were taken back; those that a person gave "
    "are kept. Put it back and run the same command, and they count again."
)


def save(desk: Desk, taken: Taken, outcomes: Mapping[str, Outcome]) -> Result:
    """Save a submission that was run.

    Parameters
    ----------
    desk, taken
        The run, and the submission.
    outcomes
        What running each of its notebooks came to; none of them stopped half-way.
    """
    outcomes = {name: outcomes.get(name, Outcome()) for name in taken.notebooks}
    note_what_was_read(desk, taken.learner)
    _open_submission(desk, taken.learner, taken.notebooks)
    if taken.written.is_dir():
        shutil.copytree(taken.written, taken.folder, dirs_exist_ok=True)
        remove(taken.written)
    graded_now = {}
    for name, notebook in taken.notebooks.items():
        runs = outcomes[name].cells
        _put_outputs(notebook, runs)
        graded = desk.steps.applied(desk.steps.after, notebook, name, taken.learner)
        checks = checks_of(notebook, runs)
        for grade_id, run in checks.items():
            if run.doubt:
                _leave_to_a_person(desk, taken.learner, name, grade_id)
        for grade_id in _doubted(desk, taken, name):
            _leave_to_a_person(desk, taken.learner, name, grade_id)
        graded_now[name] = with_notes(graded, notes_on(taken, name, checks), desk)
        path = taken.folder / f"{name}.ipynb"
        path.unlink(missing_ok=True)
        path.write_text(notebook_text(graded_now[name]), encoding="utf-8")
    place = desk.room.folder("autograded", taken.learner)
    _keep_others(desk, place, taken.folder)
    settle_what_stays_read(desk, taken.learner, taken.folder)
    for name, graded in graded_now.items():
        if changed := desk.ledger.changed_in(taken.learner, name):
            text = notebook_text(with_older(graded, changed, desk))
            (taken.folder / f"{name}.ipynb").write_text(text, encoding="utf-8")
    result = result_of(desk, taken, outcomes)
    set_permissions(taken.folder, desk.steps.permissions, shared=desk.room.directory.groupshared)
    stamp_graded(desk, taken.learner, taken.folder)
    # In this order a folder is there only if what belongs to it is in the gradebook.
    remove(place)
    desk.book.save()
    place.parent.mkdir(parents=True, exist_ok=True)
    taken.folder.replace(place)
    source = desk.room.folder("submitted", taken.learner)
    said = desk.steps.hooked_after(str(source / f"{name}.ipynb") for name in taken.notebooks)
    return replace(result, notes=(*result.notes, *said))


def save_failure(desk: Desk, learner: str, reason: str) -> Result:
    """Save that a submission was not graded: no points, and a person is to look at it."""
    desk.book.forget()
    if desk.admits(learner):
        note_what_was_read(desk, learner)
        _open_submission(desk, learner)
        _take_points_back(desk, learner)
        stamp_ungraded(desk, learner)
    _remove_chosen(desk, desk.room.folder("autograded", learner))
    desk.book.save()
    return Result(learner, desk.room.assignment, State.FAILED, reason, notes=desk.log.taken())


def save_gone(desk: Desk, learner: str) -> Result:
    """Save that what was graded is no longer there; the graded copy of it is left where it is."""
    note_what_was_read(desk, learner)
    _take_points_back(desk, learner)
    stamp_ungraded(desk, learner)
    desk.book.save()
    return Result(learner, desk.room.assignment, State.MISSING, GONE)


def _keep_others(desk: Desk, place: Path, folder: Path) -> None:
    """Copy the notebooks that were graded before and that nobody asked to grade now."""
    for name in set(desk.facts) - set(desk.chosen):
        file = place / f"{name}.ipynb"
        if file.is_file():
            shutil.copy(file, folder)


def _remove_chosen(desk: Desk, place: Path) -> None:
    """Remove the graded notebooks that were asked for; with the last one, all that is beside them."""
    for name in desk.chosen:
        remove(place / f"{name}.ipynb")
    if not any((place / f"{name}.ipynb").is_file() for name in desk.facts):
        remove(place)


def _take_points_back(desk: Desk, learner: str) -> None:
    """Take back what a program gave; what a person gave stays, and waits for a person."""
    for notebook in desk.book.find_submission(desk.room.assignment, learner).notebooks:
        for grade in notebook.grades if notebook.name in desk.chosen else ():
            grade.auto_score = None
            grade.needs_manual_grade = True


def _open_submission(desk: Desk, learner: str, found: Collection[str] = ()) -> None:
    """Do what nbgrader does with the gradebook before it runs anything."""
    assignment = desk.room.assignment
    source = desk.room.folder("submitted", learner)
    desk.book.update_or_create_student(learner)
    when = desk.room.timestamp(source)
    named = {"timestamp": when} if when else {}
    if learner in desk.extensions:
        named["extension"] = desk.extensions[learner]
    with desk.book.db.no_autoflush:  # nbgrader's own objects are joined before they are added
        desk.book.update_or_create_submission(assignment, learner, **named)
    for name in desk.facts:
        if name not in found and not (source / f"{name}.ipynb").exists():
            for grade in desk.book.find_submission_notebook(name, assignment, learner).grades:
                grade.auto_score = 0
                grade.needs_manual_grade = False


def _put_outputs(notebook: Any, runs: Mapping[int, CellRun]) -> None:
    from nbformat import from_dict

    for number, run in runs.items():
        cell = notebook.cells[number]
        cell.outputs = [from_dict(output) for output in run.outputs]
        cell.execution_count = run.count


def _leave_to_a_person(desk: Desk, learner: str, name: str, grade_id: str) -> None:
    """Take the points of a check back that nobody but a person can decide over."""
    grade = desk.book.find_grade(grade_id, name, desk.room.assignment, learner)
    grade.auto_score = None
    grade.needs_manual_grade = True


def _doubted(desk: Desk, taken: Taken, name: str) -> Iterator[str]:
    """Yield the cells of which something was found on the way that a person has to look at."""
    for (notebook, grade_id), doubt in taken.doubts.items():
        if notebook == name:
            grade = desk.book.find_grade(grade_id, name, desk.room.assignment, taken.learner)
            most = desk.facts[name].cells[grade_id].points or 0.0
            if not (doubt.unless_full and (grade.auto_score or 0.0) >= most):
                yield grade_id
