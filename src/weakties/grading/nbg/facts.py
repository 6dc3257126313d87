"""What the gradebook knows of an assignment's cells: which are graded, for how much, and their code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.command import in_course
from weakties.grading.nbg.course import NotACourse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.nbg.book import OneGradebook
    from weakties.grading.nbg.course import Classroom


@dataclass(frozen=True)
class CellFacts:
    """One cell that nbgrader keeps an eye on."""

    name: str
    cell_type: str
    source: str
    grade: bool = False
    solution: bool = False
    task: bool = False
    locked: bool = False
    points: float | None = None

    @property
    def is_check(self) -> bool:
        """Say whether code in it decides about points."""
        return self.grade and not self.solution and self.cell_type == "code"


@dataclass(frozen=True)
class NotebookFacts:
    """One notebook of the assignment: its cells by name, in their order."""

    name: str
    cells: Mapping[str, CellFacts] = field(default_factory=dict)


def facts_of(book: OneGradebook, room: Classroom) -> dict[str, NotebookFacts]:
    """Return what the gradebook knows of an assignment, by notebook.

    Raises
    ------
    NotACourse
        If it does not know the assignment.
    """
    from nbgrader.api import MissingEntry

    try:
        assignment = book.find_assignment(room.assignment)
    except MissingEntry:
        raise NotACourse(
            f"The gradebook of {room.root} knows no assignment '{room.assignment}'. "
            f"`{in_course(f'grade {room.assignment}')}` adds it."
        ) from None
    facts = {notebook.name: _notebook(notebook) for notebook in assignment.notebooks}
    if not facts:
        raise NotACourse(f"The assignment '{room.assignment}' has no notebooks in the gradebook.")
    return facts


def _notebook(notebook: Any) -> NotebookFacts:
    graded = {cell.name: float(cell.max_score) for cell in notebook.grade_cells}
    tasks = {cell.name: float(cell.max_score) for cell in notebook.task_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    cells = {
        cell.name: CellFacts(
            cell.name,
            cell.cell_type,
            cell.source or "",
            grade=cell.name in graded,
            solution=cell.name in solutions,
            task=cell.name in tasks,
            locked=bool(cell.locked),
            points=graded.get(cell.name, tasks.get(cell.name)),
        )
        for cell in notebook.source_cells
    }
    return NotebookFacts(notebook.name, cells)
