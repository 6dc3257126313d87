"""What readers need of an exercise: each question that a person reads, its rubric and its sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.desk import solution_marks
from weakties.grading.nbg.release import grade_id_of
from weakties.teaching.exercise import instructors_notebook, solution_in
from weakties.teaching.reading.rubric import Rubric, rubric_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.grading.nbg.course import Classroom
    from weakties.grading.report.entries import Item, Key


@dataclass(frozen=True)
class Question:
    """A question that a person reads.

    Parameters
    ----------
    item
        Which.
    rubric
        What brings points.
    task, sample
        What was asked, and a sample answer, as Markdown; empty where they are not known.
    is_code
        Whether its answer is code.
    """

    item: Item
    rubric: Rubric
    task: str = ""
    sample: str = ""
    is_code: bool = False


def questions_of(room: Classroom, items: Iterable[Item]) -> dict[Key, Question]:
    """Return the questions that a person reads, in their order.

    Those without a cell of their own for the answer, nbgrader's tasks, are left to the Formgrader.
    """
    read: dict[str, Any] = {}
    marks = solution_marks(room.config)
    found = {}
    for item in items:
        notebook, name = item.key
        if item.is_check:
            continue
        if notebook not in read:
            read[notebook] = instructors_notebook(room, notebook)
        question = _question(item, read[notebook], name, marks)
        if question is not None:
            found[item.key] = question
    return found


def _question(item: Item, notebook: Any, name: str, marks: tuple[str, str]) -> Question | None:
    bare = Question(item, Rubric((), item.points))
    if notebook is None:
        return bare
    task = ""
    for cell in notebook.cells:
        known = cell.metadata.get("nbgrader") or {}
        if grade_id_of(cell) == name:
            if not known.get("solution"):
                return None
            is_code = cell.cell_type == "code"
            sample = solution_in(cell.source, *marks)
            return Question(item, rubric_in(task, item.points), task, sample, is_code)
        if cell.cell_type == "markdown" and not known.get("solution"):
            task = cell.source
    return bare
