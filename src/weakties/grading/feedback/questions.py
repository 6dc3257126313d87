"""The graded cells of a notebook in their order: what each is called, what it got, who is due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.counted import points
from weakties.grading.report.entries import Item
from weakties.grading.report.read import named_items

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"^#{1,6}[ \t](.*)$", re.MULTILINE)
_LONGEST = 80


@dataclass(frozen=True)
class Marked:
    """A graded cell on a page of feedback.

    Parameters
    ----------
    place
        The number of its cell.
    name, title
        What it is called, and what it is about; empty where that is not known.
    most
        What it is worth.
    points
        What it got; ``None`` where nobody has graded it yet.
    is_check
        Whether a program grades it.
    comment
        What a person, or nbgrader, wrote about it.
    """

    place: int
    name: str
    title: str
    most: float
    points: float | None
    is_check: bool
    comment: str = ""

    @property
    def label(self) -> str:
        """Return what it is called, and what it is about."""
        return " · ".join(part for part in (self.name, self.title) if part)

    @property
    def standing(self) -> str:
        """Return what it got, in words.

        Examples
        --------
        >>> Marked(0, "q1", "", 3, None, False).standing, Marked(0, "q1", "", 2, 1.5, True).standing
        ('not read yet', '1.5 of 2 points')
        """
        if self.points is None:
            return "a person looks at it" if self.is_check else "not read yet"
        return points(self.points, self.most)


def marked_cells(notebook: Any) -> Iterator[Marked]:
    """Yield the graded cells of a notebook into which `MarksForFeedback` wrote the grades."""
    heading = ""
    for place, cell in enumerate(notebook.cells):
        known = cell.metadata.get("nbgrader") or {}
        found = _HEADING.findall(cell.source) if cell.cell_type == "markdown" else ()
        if found and not known.get("solution"):
            heading = found[-1].strip().rstrip("#").strip()
        if not (known.get("grade") or known.get("task")) or "points" not in known:
            continue
        name = str(known.get("grade_id", ""))
        item = next(named_items([Item(("", name), float(known["points"]))]))
        yield Marked(
            place,
            item.name,
            item.title or heading[:_LONGEST],
            float(known["points"]),
            None if known.get("waits") else float(known.get("score") or 0.0),
            bool(known.get("grade")) and not known.get("solution") and cell.cell_type == "code",
            str(known.get("comment") or ""),
        )
