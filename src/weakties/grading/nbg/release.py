"""The instructor's notebook and what learners were given of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.reading import Unreadable, notebook_at
from weakties.grading.verdict.plan import Cell, Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from weakties.grading.nbg.facts import CellFacts, NotebookFacts


_NOT_TO_RUN = "skip-execution"
"""As for nbgrader, a tag that keeps a cell from being run; a check runs whatever a learner adds."""


@dataclass(frozen=True)
class Original:
    """A notebook as the instructor has it.

    Parameters
    ----------
    notebook
        With its solutions; ``None`` where the file is missing.
    cells
        Its code cells, checks in the gradebook's version.
    visible
        What learners have of each check, by name.
    signs
        Names of graded cells by ``id:...`` and ``text:...``.
    """

    notebook: Any = None
    cells: tuple[Cell, ...] = ()
    visible: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)


def original(
    folder: Path, facts: NotebookFacts, hidden: tuple[str, str], marks: tuple[str, str]
) -> Original:
    """Return a notebook as the instructor has it.

    Parameters
    ----------
    folder
        The instructor's folder of the assignment.
    facts
        What the gradebook knows of the notebook.
    hidden
        What begins and what ends a hidden part of a check.
    marks
        What begins and what ends a solution.
    """
    visible = {
        name: without_hidden(cell.source, *hidden)
        for name, cell in facts.cells.items()
        if cell.is_check
    }
    texts = {
        f"text:{without_hidden(cell.source, *hidden)}": name
        for name, cell in facts.cells.items()
        if cell.locked
    }
    try:
        notebook = notebook_at(folder / f"{facts.name}.ipynb")
    except Unreadable:
        return Original(visible=visible, signs=texts)
    for cell in notebook.cells:
        cell.source = _without_marks(cell.source, marks)
    ids = {
        f"id:{cell.id}": name
        for cell in notebook.cells
        if "id" in cell and (name := grade_id_of(cell)) in facts.cells
    }
    return Original(notebook, code_cells(notebook, facts, checks=True), visible, {**texts, **ids})


def code_cells(notebook: Any, facts: NotebookFacts, *, checks: bool = False) -> tuple[Cell, ...]:
    """Return the code cells that run, with what each is for.

    Parameters
    ----------
    notebook
        A notebook.
    facts
        What the gradebook knows of it.
    checks
        Whether to take the code of checks from the gradebook.
    """
    found = []
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        known = facts.cells.get(grade_id_of(cell))
        is_check = known is not None and known.is_check
        source = known.source if checks and known is not None and is_check else cell.source
        if source.strip() and (is_check or _NOT_TO_RUN not in cell.metadata.get("tags", ())):
            found.append(Cell(number, _role(known), source, known.name if known else ""))
    return tuple(found)


def grade_id_of(cell: Any) -> str:
    """Return the name of a graded cell, or an empty text."""
    metadata = cell.metadata.get("nbgrader")
    name = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return name if isinstance(name, str) else ""


def _without_marks(source: str, marks: tuple[str, str]) -> str:
    """Return a solution as a learner would hand it in: a magic command must stand in the first line."""
    return "\n".join(line for line in source.split("\n") if not any(m in line for m in marks))


def without_hidden(source: str, begin: str, end: str) -> str:
    r"""Return a cell without its hidden parts, as nbgrader releases it.

    Examples
    --------
    >>> without_hidden("a\n# BEGIN\nb\n# END\nc", "BEGIN", "END")
    'a\nc'
    """
    kept, inside = [], False
    for line in source.split("\n"):
        if begin in line:
            inside = True
        elif end in line:
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def _role(known: CellFacts | None) -> Role:
    if known is None:
        return Role.OTHER
    if known.is_check:
        return Role.CHECK
    return Role.SOLUTION if known.solution else Role.OTHER
