"""The places of a lesson that leave a trace: its predictions, and the look back at its end."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PREDICTION = re.compile(r'\b(?:Prediction|Sketch)\(\s*"([^"]+)"')
_LOOK_BACK = re.compile(r"^look_back\(", re.MULTILINE)


@dataclass(frozen=True)
class Places:
    """Where in a lesson one can have stopped.

    Parameters
    ----------
    predictions
        Name and cell id of each prediction, in their order.
    look_back
        The id of the cell that looks back; empty where there is none.
    """

    predictions: tuple[tuple[str, str], ...] = ()
    look_back: str = ""


def places_in(cells: list[dict[str, object]]) -> Places:
    """Return the places that a lesson's cells hold.

    Examples
    --------
    >>> places_in([{"id": "a", "cell_type": "code", "source": 'Prediction("x-1", "How many?")'}])
    Places(predictions=(('x-1', 'a'),), look_back='')
    """
    predictions: list[tuple[str, str]] = []
    look_back = ""
    for cell in cells:
        source = cell.get("source", "")
        text = "".join(source) if isinstance(source, list) else str(source)
        if cell.get("cell_type") != "code":
            continue
        predictions += [(name, str(cell.get("id", ""))) for name in _PREDICTION.findall(text)]
        if _LOOK_BACK.search(text):
            look_back = str(cell.get("id", ""))
    return Places(tuple(predictions), look_back)


@cache
def places_of(lesson: Path) -> Places:
    """Return the places of a lesson's file; none where it can't be read."""
    try:
        cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return Places()
    return places_in(cells)
