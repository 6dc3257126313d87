"""Cell ids that a person can read, and that stay."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_GENERATED = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?", re.IGNORECASE
)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
_MOST_WORDS = 5


def is_generated(cell_id: str) -> bool:
    """Return whether a program made the id up: none at all, eight hex digits, or a UUID.

    >>> is_generated("3f2a9c1e"), is_generated("photo-q1-check")
    (True, False)
    """
    return not cell_id or _GENERATED.fullmatch(cell_id) is not None


def readable_ids(cells: Sequence[dict[str, Any]]) -> list[str]:
    """Return an id for each cell: its own, or a readable one where that was generated.

    A graded cell takes its ``grade_id``, a heading its words, and any other cell the words of
    the heading above it with its own type: ``predict``, ``predict-code``, ``predict-code-2``.
    """
    taken = Counter(cell.get("id", "") for cell in cells)
    ids = []
    section = "start"
    for cell in cells:
        heading = _HEADING.search(cell["source"]) if cell["cell_type"] == "markdown" else None
        if heading:
            section = _slug(heading[1])
        own = cell.get("id", "")
        if is_generated(own):
            grade_id = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", "")
            fallback = section if heading else f"{section}-{cell['cell_type']}"
            own = _free(grade_id if not is_generated(grade_id) else fallback, taken)
            taken[own] += 1
        ids.append(own)
    return ids


def _slug(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", title.partition("·")[0].lower().replace("'", ""))
    return "-".join(words[:_MOST_WORDS])[:48] or "start"


def _free(wanted: str, taken: Counter[str]) -> str:
    candidate, count = wanted, 1
    while taken[candidate] or is_generated(candidate):
        count += 1
        candidate = f"{wanted}-{count}"
    return candidate
