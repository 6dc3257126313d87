"""What a submission came to: read from the gradebook, with what its run said of each question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.release import grade_id_of
from weakties.grading.result import Question, Result, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.job import CellRun, Outcome
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.intake import Taken


def result_of(desk: Desk, taken: Taken, outcomes: Mapping[str, Outcome]) -> Result:
    """Return what a submission came to that was run and is about to be saved."""
    runs = {
        name: checks_of(notebook, outcomes[name].cells)
        for name, notebook in taken.notebooks.items()
    }
    submission = desk.book.find_submission(desk.room.assignment, taken.learner)
    questions = tuple(
        _with_doubt(question, taken)
        for question in _questions(desk, taken.learner, submission, runs)
    )
    state, reason = _state(questions)
    missing = [name for name in desk.chosen if name not in taken.notebooks]
    notes = [f"{name}.ipynb was not handed in: 0 points." for name in missing]
    left = [outcome.note for outcome in outcomes.values() if outcome.note]
    return Result(
        taken.learner,
        desk.room.assignment,
        state,
        reason,
        score=_total(questions),
        max_score=sum(question.max_points for question in questions),
        penalty=_penalty(submission),
        seconds=sum(run.seconds for outcome in outcomes.values() for run in outcome.cells.values()),
        questions=questions,
        notes=(*taken.notes, *notes, *left, *desk.log.taken()),
    )


def saved_before(desk: Desk, learner: str) -> Result:
    """Return what the gradebook holds of a submission that was graded before."""
    submission = desk.book.find_submission(desk.room.assignment, learner)
    questions = _questions(desk, learner, submission, {})
    state, reason = _state(questions)
    return Result(
        learner,
        desk.room.assignment,
        state,
        reason,
        score=_total(questions),
        max_score=sum(question.max_points for question in questions),
        penalty=_penalty(submission),
        skipped=True,
        questions=questions,
    )


def checks_of(notebook: Any, runs: Mapping[int, CellRun]) -> dict[str, CellRun]:
    """Return the runs of graded cells by their names."""
    named = {grade_id_of(notebook.cells[number]): run for number, run in runs.items()}
    return {name: run for name, run in named.items() if name}


def _questions(
    desk: Desk,
    learner: str,
    submission: Any,
    runs: Mapping[str, Mapping[str, CellRun]],
) -> tuple[Question, ...]:
    found = []
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            run = runs.get(notebook.name, {}).get(grade.name)
            is_check = desk.facts[notebook.name].cells[grade.name].is_check
            seen = run if run is not None and is_check else None
            waits = grade.needs_manual_grade
            older, newer = desk.ledger.changed.get((learner, notebook.name, grade.name), ("", ""))
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
                    uncarried=seen.uncarried if seen and seen.doubt else (),
                    witnesses=dict(seen.witnesses) if seen else {},
                    doubt=seen.doubt if seen and waits else "",
                    read_before=older,
                    written=newer,
                )
            )
    return tuple(found)


def _with_doubt(question: Question, taken: Taken) -> Question:
    doubt = taken.doubts.get((question.notebook, question.grade_id))
    if doubt is None or not question.waits:
        return question
    said = "; ".join(filter(None, [question.doubt, doubt.text]))
    return replace(question, doubt=said)


def _points(grade: Any) -> float:
    """Return what nbgrader makes of a grade: by hand goes before by program, extra credit on top."""
    score = grade.auto_score if grade.manual_score is None else grade.manual_score
    return float((score or 0.0) + (grade.extra_credit or 0.0) if score is not None else 0.0)


def _total(questions: tuple[Question, ...]) -> float:
    return sum(question.points or 0.0 for question in questions)


def _penalty(submission: Any) -> float:
    """Return what is taken off all notebooks of a submission because it came late."""
    return sum(float(one.late_submission_penalty or 0.0) for one in submission.notebooks)


def _state(questions: tuple[Question, ...]) -> tuple[State, str]:
    doubts = [f"{question.grade_id}: {question.doubt}." for question in questions if question.doubt]
    waiting = [q.grade_id for q in questions if q.waits and not q.doubt]
    said = [*doubts, *([f"A person grades {', '.join(waiting)}."] if waiting else [])]
    said += [f"{q.grade_id} has changed since it was read." for q in questions if q.written]
    return (State.NEEDS_REVIEW, " ".join(said)) if said else (State.GRADED, "")
