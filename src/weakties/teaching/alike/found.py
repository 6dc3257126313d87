"""From a course's folder to what is alike in the answers to each question."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.command import in_course
from weakties.course import CourseError
from weakties.grading.nbg.course import classroom
from weakties.grading.nbg.desk import hidden_marks, solution_marks
from weakties.grading.nbg.reading import Unreadable, notebook_at
from weakties.grading.nbg.release import grade_id_of
from weakties.teaching.alike.compare import KEY, Answer, alike, groups, is_short
from weakties.teaching.alike.explained import (
    code_of,
    hint_code,
    lesson_code,
    runs_in,
    shown_of,
)
from weakties.teaching.alike.tokens import tokens_of
from weakties.teaching.exercise import instructors_notebook, solution_in
from weakties.teaching.reading.shares import question_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom
    from weakties.teaching.alike.compare import Pair


@dataclass(frozen=True)
class Question:
    """What is alike in the answers to one question.

    Parameters
    ----------
    name
        Which question.
    compared, short
        How many answers were compared, and how many are too short or blank.
    same
        How many people have the one answer that most have, token by token.
    groups
        Who is alike, each pair in one of the groups.
    """

    name: str
    compared: int
    short: int
    same: int
    groups: Sequence[Sequence[Pair]]


@dataclass(frozen=True)
class Found:
    """What is alike in an assignment.

    Parameters
    ----------
    assignment
        Which.
    questions
        Its questions that are answered in code.
    learners
        How many people's work was compared.
    ungraded
        How many handed something in that is not graded yet; it was not looked at.
    """

    assignment: str
    questions: Sequence[Question]
    learners: int
    ungraded: int = 0


def found_in(root: Path, assignment: str) -> Found:
    """Compare everybody's graded answers with one another and with the key's.

    Raises
    ------
    CourseError
        If there is no such course, or nothing of the assignment is graded yet.
    """
    room = classroom(root, assignment)
    graded = {learner: _graded(room, learner) for learner in room.learners}
    work = {learner: notebooks for learner, notebooks in graded.items() if notebooks}
    if not work:
        raise CourseError(
            f"Nothing of '{assignment}' is graded yet, so there is nothing to compare: run "
            f"`{in_course(f'grade {assignment}')}` first."
        )
    names = sorted({name for notebooks in work.values() for name in notebooks})
    questions = [question for name in names for question in _questions(room, name, work)]
    return Found(assignment, questions, len(work), len(graded) - len(work))


def _graded(room: Classroom, learner: str) -> dict[str, dict[str, str]]:
    """Return the answers in code of somebody's graded notebooks, by notebook and cell."""
    found = {}
    for path in sorted(room.folder("autograded", learner).glob("*.ipynb")):
        try:
            notebook = notebook_at(path)
        except Unreadable:
            continue
        found[path.stem] = {grade_id_of(c): c.source for c in notebook.cells if _is_answer(c)}
    return found


def _is_answer(cell: Any) -> bool:
    known = cell.metadata.get("nbgrader") or {}
    return cell.cell_type == "code" and bool(known.get("solution"))


def _questions(
    room: Classroom, name: str, work: dict[str, dict[str, dict[str, str]]]
) -> Iterator[Question]:
    source = instructors_notebook(room, name)
    if source is None:
        return
    marks = solution_marks(room.config)
    of_all = runs_in(code_of(source, marks, hidden_marks(room.config))) | runs_in(
        lesson_code(room.assignment)
    )
    for cell in source.cells:
        if not _is_answer(cell):
            continue
        cell_name = grade_id_of(cell)
        question = question_of(cell_name)
        explained = frozenset(of_all | runs_in(hint_code(room.assignment, question)))
        stub = tokens_of(shown_of(cell.source, marks))
        written = {
            learner: notebooks[name][cell_name]
            for learner, notebooks in work.items()
            if cell_name in notebooks.get(name, {})
        }
        answers = [
            Answer(learner, code, explained)
            for learner, code in written.items()
            if tokens_of(code) != stub
        ]
        yield _question(question, answers, solution_in(cell.source, *marks), len(written))


def _question(name: str, answers: list[Answer], key: str, written: int) -> Question:
    long = [one for one in answers if not is_short(one)]
    with_key = [*long, Answer(KEY, key, answers[0].explained)] if answers else []
    same = Counter(tuple(token.text for token in tokens_of(one.code)) for one in long)
    return Question(
        name,
        len(long),
        written - len(long),
        max(same.values(), default=0),
        groups(alike(with_key)),
    )
