"""The rule that nothing is read below an open guess: commit first, then the words."""

from __future__ import annotations

import ast
from itertools import pairwise
from typing import TYPE_CHECKING

from weakties.authoring.lint.finding import Finding
from weakties.authoring.lint.markdown import Heading, elements
from weakties.authoring.source import calls, dotted, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Cell, Material


def open_guess(material: Material) -> Iterator[Finding]:
    """Find what follows from a guess, where it can be read before the guess was committed."""
    for lesson in material.of("lesson", "welcome"):
        for above, below in pairwise(lesson.cells):
            if (guess := _compared(above)) and _goes_on(below):
                problem = f"It can be read while {guess} is open, above it on the same screen."
                remedy = (
                    f"Let a cell with a hidden source say what follows: {guess}.then('…'). "
                    "A text after that cell, or one that begins with a heading, may go on."
                )
                yield Finding(lesson.path, below.id, "open-guess", problem, remedy)
        for cell in lesson.cells:
            if _shows_at_once(cell):
                problem = f"It shows more than {_compared(cell)} opens, beside the result."
                remedy = (
                    "Let the guess open tables, figures and lines of words: "
                    f"display({_compared(cell)}.opens(…)) instead of print(…) or display(…)."
                )
                yield Finding(lesson.path, cell.id, "open-guess", problem, remedy)
            if cell.revealed and not cell.source_hidden:
                problem = "Its source shows the words that it keeps back until a guess."
                remedy = "Collapse its input in JupyterLab, and save."
                yield Finding(lesson.path, cell.id, "open-guess", problem, remedy)


def _compared(cell: Cell) -> str:
    """Return the guess that a cell sets beside a result last, if there is one."""
    tree = parsed(cell.source) if cell.kind == "code" else None
    names = [name for name, _ in calls(tree) if name.endswith(".against")] if tree else []
    return names[-1].removesuffix(".against") if names else ""


def _shows_at_once(cell: Cell) -> bool:
    """Return whether a cell with a result shows something that no guess keeps back."""
    tree = parsed(cell.source) if _compared(cell) else None
    return tree is not None and any(
        name == "print" or (name == "display" and not all(map(_kept_back, call.args)))
        for name, call in calls(tree)
    )


def _kept_back(shown: ast.expr) -> bool:
    """Return whether a guess opens it, or stands beside its result, or it is a card.

    A card tells what others found. A page without a kernel shows it, and its words are reckoned;
    an author lets the guess open one that holds the very figure that is asked for.
    """
    called = dotted(shown.func) if isinstance(shown, ast.Call) else ""
    return called.endswith((".opens", ".against")) or called == "evidence"


def _goes_on(cell: Cell) -> bool:
    """Return whether a text goes on from the cell above instead of beginning something new."""
    first = next(iter(elements(cell.source)), None) if cell.kind == "markdown" else None
    return cell.kind == "markdown" and not (
        isinstance(first, Heading) and cell.source.lstrip().startswith("#")
    )
