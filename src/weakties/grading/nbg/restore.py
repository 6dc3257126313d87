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
    """What had to be done: sentences for the instructor, and how much there is to grade.

    Parameters
    ----------
    notes
        The sentences.
    recognized, unknown
        How many graded cells the gradebook knows, and how many it does not.
    """

    notes: tuple[str, ...]
    recognized: int
    unknown: int = 0


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
    claims = claims_of(notebook, facts, released)
    by_place = {id(cell): name for name, cell in claims.items() if _claimed(cell) != name}
    unknown = 0
    for cell in notebook.cells:
        name = _claimed(cell)
        if name is not None and claims.get(name) is not cell:
            unknown += name not in facts.cells and _claims_points(cell)
            why = "stands twice: the first one counts" if name in facts.cells else "is not known"
            notes.append(f"The cell {str(name)[:80]} {why}.")
    for cell in notebook.cells:
        if id(cell) in by_place:
            lost = by_place[id(cell)]
            notes.append(f"The cell {lost} had lost its metadata; it was known by its place.")
        if id(cell) in by_place or claims.get(_claimed(cell) or "") is not cell:
            cell.metadata.pop("nbgrader", None)
    for name, cell in claims.items():
        before = cell.metadata.get("nbgrader")
        cell.metadata["nbgrader"] = graded_metadata(before, facts.cells[name])
    recognized = sum(_is_graded(facts.cells[name]) for name in claims)
    return Restored(tuple(notes), recognized, unknown)


def claims_of(notebook: Any, facts: NotebookFacts, released: Mapping[str, str]) -> dict[str, Any]:
    """Return the cells of a notebook that have a name in the gradebook, by that name.

    Parameters
    ----------
    notebook, facts, released
        As `restore` takes them; nothing is changed.
    """
    claims: dict[str, Any] = {}
    for cell in notebook.cells:
        name = _claimed(cell)
        if name in facts.cells:
            claims.setdefault(name, cell)
    taken = {id(cell) for cell in claims.values()}
    for cell in notebook.cells:
        if id(cell) in taken:
            continue
        for sign in (f"id:{cell.get('id')}", f"text:{cell.source}"):
            known = released.get(sign)
            if known and known not in claims:
                claims[known] = cell
                break
    return claims


def _claimed(cell: Any) -> Any:
    metadata = cell.metadata.get("nbgrader")
    name = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return name if isinstance(name, str) else None


def _claims_points(cell: Any) -> bool:
    return bool(cell.metadata["nbgrader"].get("grade") or cell.metadata["nbgrader"].get("task"))


def _is_graded(facts: CellFacts) -> bool:
    return facts.grade or facts.solution or facts.task


def graded_metadata(before: Any, facts: CellFacts) -> dict[str, Any]:
    """Return the grading metadata of a cell as the gradebook has it.

    Parameters
    ----------
    before
        What stands there now.
    facts
        What the gradebook knows of the cell.
    """
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
