"""Bringing a notebook's grading metadata back to what the gradebook says, whatever was done to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.nbg.facts import CellFacts, NotebookFacts

_SCHEMA = 3


@dataclass(frozen=True)
class Restored:
    """What had to be done: sentences for the instructor, and whether anything to grade is left."""

    notes: tuple[str, ...]
    recognized: int


def restore(notebook: Any, facts: NotebookFacts, released: Mapping[str, str]) -> Restored:
    """Give each graded cell its own metadata again, and take it from every other cell.

    The first cell that claims a name keeps it. A cell without metadata is known again by its id, or
    by the text that was released.

    Parameters
    ----------
    notebook
        The submission; it is changed in place.
    facts
        What the gradebook knows of the notebook.
    released
        Names of graded cells by what the release has at their place: ``id:...`` and ``text:...``.
    """
    notes: list[str] = []
    claims: dict[str, Any] = {}
    for cell in notebook.cells:
        name = _claimed(cell)
        if name is not None and name in facts.cells and name not in claims:
            claims[name] = cell
        elif name is not None:
            why = "stands twice: the first one counts" if name in claims else "is not known"
            notes.append(f"The cell {str(name)[:80]} {why}.")
    for cell in notebook.cells:
        if any(cell is claimed for claimed in claims.values()):
            continue
        cell.metadata.pop("nbgrader", None)
        for sign in (f"id:{cell.get('id')}", f"text:{cell.source}"):
            name = released.get(sign)
            if name and name not in claims:
                claims[name] = cell
                notes.append(f"The cell {name} had lost its metadata; it was known by its place.")
                break
    for name, cell in claims.items():
        cell.metadata["nbgrader"] = _metadata(cell.metadata.get("nbgrader"), facts.cells[name])
    return Restored(tuple(notes), sum(_is_graded(facts.cells[name]) for name in claims))


def _claimed(cell: Any) -> Any:
    metadata = cell.metadata.get("nbgrader")
    name = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return name if isinstance(name, str) else None


def _is_graded(facts: CellFacts) -> bool:
    return facts.grade or facts.solution or facts.task


def _metadata(before: Any, facts: CellFacts) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "grade": facts.grade,
        "grade_id": facts.name,
        "locked": facts.locked,
        "schema_version": _SCHEMA,
        "solution": facts.solution,
        "task": facts.task,
    }
    if isinstance(before, dict) and "cell_type" in before:
        metadata["cell_type"] = facts.cell_type
    if facts.points is not None:
        metadata["points"] = facts.points
    return metadata
