"""Saving what a submission came to: the executed notebooks, the grades, and all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.folders import remove, set_permissions
from weakties.grading.nbg.release import grade_id_of
from weakties.grading.result import Question, Result, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.job import CellRun, Outcome
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.intake import Taken


def save(desk: Desk, taken: Taken, outcomes: Mapping[str, Outcome]) -> Result:
    """Save a submission that was run.

    Parameters
    ----------
    desk, taken
        The run, and the submission.
    outcomes
        What running each of its notebooks came to; none of them stopped half-way.
    """
    import nbformat

    _open_submission(desk, taken.learner)
    unsure: dict[tuple[str, str], CellRun] = {}
    for name, notebook in taken.notebooks.items():
        runs = outcomes[name].cells
        _put_outputs(notebook, runs)
        graded = desk.steps.applied(desk.steps.after, notebook, name, taken.learner)
        for grade_id, run in _checks(notebook, runs).items():
            if _is_unsure(desk, taken.learner, name, grade_id, run):
                unsure[name, grade_id] = run
        path = taken.folder / f"{name}.ipynb"
        path.unlink(missing_ok=True)
        path.write_text(nbformat.writes(graded), encoding="utf-8")
    result = _result(desk, taken, outcomes, unsure)
    set_permissions(taken.folder, desk.steps.permissions, shared=desk.room.directory.groupshared)
    place = desk.room.folder("autograded", taken.learner)
    # In this order a folder is there only if what belongs to it is in the gradebook.
    remove(place)
    desk.book.save()
    place.parent.mkdir(parents=True, exist_ok=True)
    taken.folder.replace(place)
    return result


def save_failure(desk: Desk, learner: str, reason: str) -> Result:
    """Save that a submission was not graded: no points, and a person is to look at it."""
    desk.book.forget()
    _open_submission(desk, learner)
    for notebook in desk.book.find_submission(desk.room.assignment, learner).notebooks:
        for grade in notebook.grades:
            grade.auto_score = None
            grade.needs_manual_grade = True
    remove(desk.room.folder("autograded", learner))
    desk.book.save()
    return Result(learner, desk.room.assignment, State.FAILED, reason, notes=desk.log.taken())


def saved_before(desk: Desk, learner: str) -> Result:
    """Return what the gradebook holds of a submission that was graded before."""
    questions = _questions(desk, learner, {}, {})
    state, reason = _state(questions, {})
    return Result(
        learner,
        desk.room.assignment,
        state,
        reason,
        score=_total(questions),
        max_score=sum(question.max_points for question in questions),
        penalty=_penalty(desk, learner),
        skipped=True,
        questions=questions,
    )


def _open_submission(desk: Desk, learner: str) -> None:
    """Do what nbgrader does with the gradebook before it runs anything."""
    assignment = desk.room.assignment
    source = desk.room.folder("submitted", learner)
    desk.book.update_or_create_student(learner)
    when = desk.room.timestamp(source)
    named = {"timestamp": when} if when else {}
    with desk.book.db.no_autoflush:  # nbgrader's own objects are joined before they are added
        desk.book.update_or_create_submission(assignment, learner, **named)
    for name in desk.facts:
        if not (source / f"{name}.ipynb").exists():
            for grade in desk.book.find_submission_notebook(name, assignment, learner).grades:
                grade.auto_score = 0
                grade.needs_manual_grade = False


def _put_outputs(notebook: Any, runs: Mapping[int, CellRun]) -> None:
    from nbformat import from_dict

    for number, run in runs.items():
        cell = notebook.cells[number]
        cell.outputs = [from_dict(output) for output in run.outputs]
        cell.execution_count = run.count


def _checks(notebook: Any, runs: Mapping[int, CellRun]) -> dict[str, CellRun]:
    """Return the runs of graded cells by their names."""
    named = {grade_id_of(notebook.cells[number]): run for number, run in runs.items()}
    return {name: run for name, run in named.items() if name}


def _is_unsure(desk: Desk, learner: str, name: str, grade_id: str, run: CellRun) -> bool:
    """Take the points of a check back that failed over a value which could not be carried over.

    A check of this course says itself what it makes of such a value; any other might have accepted it.
    """
    if not run.uncarried or run.verdict:
        return False
    grade = desk.book.find_grade(grade_id, name, desk.room.assignment, learner)
    if grade.auto_score is None or grade.auto_score >= (
        desk.facts[name].cells[grade_id].points or 0
    ):
        return False
    grade.auto_score = None
    grade.needs_manual_grade = True
    return True


def _result(
    desk: Desk,
    taken: Taken,
    outcomes: Mapping[str, Outcome],
    unsure: Mapping[tuple[str, str], CellRun],
) -> Result:
    runs = {
        name: _checks(notebook, outcomes[name].cells) for name, notebook in taken.notebooks.items()
    }
    questions = _questions(desk, taken.learner, runs, unsure)
    state, reason = _state(questions, unsure)
    missing = [name for name in desk.facts if name not in taken.notebooks]
    notes = [f"{name}.ipynb was not handed in: 0 points." for name in missing]
    return Result(
        taken.learner,
        desk.room.assignment,
        state,
        reason,
        score=_total(questions),
        max_score=sum(question.max_points for question in questions),
        penalty=_penalty(desk, taken.learner),
        seconds=sum(run.seconds for outcome in outcomes.values() for run in outcome.cells.values()),
        questions=questions,
        notes=(*taken.notes, *notes, *desk.log.taken()),
    )


def _questions(
    desk: Desk,
    learner: str,
    runs: Mapping[str, Mapping[str, CellRun]],
    unsure: Mapping[tuple[str, str], CellRun],
) -> tuple[Question, ...]:
    found = []
    submission = desk.book.find_submission(desk.room.assignment, learner)
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            run = runs.get(notebook.name, {}).get(grade.name)
            is_check = desk.facts[notebook.name].cells[grade.name].is_check
            seen = run if run is not None and is_check else None
            waits = grade.needs_manual_grade
            found.append(
                Question(
                    notebook.name,
                    grade.name,
                    desk.facts[notebook.name].cells[grade.name].points or 0.0,
                    None if waits and grade.manual_score is None else _points(grade),
                    waits=waits,
                    apart=seen.apart if seen else None,
                    seconds=round(seen.seconds, 4) if seen else 0.0,
                    verdict=dict(seen.verdict) if seen else {},
                    values=dict(seen.values) if seen else {},
                    uncarried=seen.uncarried
                    if (notebook.name, grade.name) in unsure and seen
                    else (),
                )
            )
    return tuple(found)


def _points(grade: Any) -> float:
    """Return what nbgrader makes of a grade: by hand goes before by program, extra credit on top."""
    score = grade.auto_score if grade.manual_score is None else grade.manual_score
    return float((score or 0.0) + (grade.extra_credit or 0.0) if score is not None else 0.0)


def _total(questions: tuple[Question, ...]) -> float:
    return sum(question.points or 0.0 for question in questions)


def _penalty(desk: Desk, learner: str) -> float:
    notebooks = desk.book.find_submission(desk.room.assignment, learner).notebooks
    return sum(float(notebook.late_submission_penalty or 0.0) for notebook in notebooks)


def _state(
    questions: tuple[Question, ...], unsure: Mapping[tuple[str, str], CellRun]
) -> tuple[State, str]:
    if unsure:
        names = ", ".join(sorted({name for run in unsure.values() for name in run.uncarried}))
        return State.NEEDS_REVIEW, f"The checks could not look into {names}."
    waiting = [question.grade_id for question in questions if question.waits]
    if waiting:
        return State.NEEDS_REVIEW, f"A person grades {', '.join(waiting)}."
    return State.GRADED, ""
