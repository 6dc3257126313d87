"""Rules on evidence cards: each has its cell, and a reader knows them by name, not by number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weakties.authoring.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Cell, Material, Notebook

_NUMBER = re.compile(r"\bR\d+\b")


def placed_card(material: Material) -> Iterator[Finding]:
    """Find cards that no cell of a lesson is tagged with, and cards called by their number.

    A lesson that tags none of its cells may call them as it likes.
    """
    for notebook in material.notebooks:
        tagged = any(cell.cards for cell in notebook.cells)
        if notebook.role == "lesson" and material.unit and tagged:
            yield from _elsewhere(notebook, set(material.unit.evidence))
        if tagged or notebook.role != "lesson":
            for cell in notebook.cells:
                if numbers := sorted(set(_NUMBER.findall(_read_of(cell, with_code=tagged)))):
                    problem = f"It calls {', '.join(numbers)} by number."
                    remedy = "Say who found it; a tag card:… keeps the number out of sight."
                    yield Finding(notebook.path, cell.id, "placed-card", problem, remedy)


def _elsewhere(lesson: Notebook, listed: set[str]) -> Iterator[Finding]:
    """Find cards that are listed and not placed, or placed and not listed."""
    placed = {name for cell in lesson.cells for name in cell.cards}
    for name in sorted(listed ^ placed):
        if name in listed:
            problem = f"course.toml lists {name}, and no cell is tagged card:{name}."
            remedy = "Tag the cell that shows or names it, or take it off the list."
        else:
            problem = f"A cell is tagged card:{name}, which course.toml does not list."
            remedy = "List it among the evidence, or take the tag away."
        yield Finding(lesson.path, name, "placed-card", problem, remedy)


def _read_of(cell: Cell, *, with_code: bool) -> str:
    """Return what a reader sees of a cell, its code included where that is asked for."""
    return cell.source if with_code or cell.kind == "markdown" else cell.prose
