"""Running a notebook from its first cell to its last in a kernel of its own, as grading will."""

from __future__ import annotations

import math
import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.progress.here import SWITCH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LONGEST_CELL = 120


@dataclass(frozen=True)
class Ran:
    """How a notebook ran.

    Parameters
    ----------
    stops
        Cells that end with an error, and which; an empty text where a cell took too long.
    points
        What each check said that its question's answers earn, as far as it can tell here.
    failed
        Why nothing could be run, as a sentence; empty where it was.
    """

    stops: tuple[tuple[str, str], ...] = ()
    points: tuple[tuple[str, float], ...] = ()
    failed: str = ""


def ran(path: Path) -> Ran:
    """Run a copy of a notebook, where it lies; the file and the learner's progress stay as they are."""
    import nbformat
    from nbclient import NotebookClient

    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8-sig"), nbformat.NO_CONVERT)
        client = NotebookClient(
            notebook, kernel_name="python3", timeout=_LONGEST_CELL, allow_errors=True
        )
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        client.execute(cwd=str(path.parent), env={**os.environ, SWITCH: "off"}, **quiet)
    except Exception as error:  # noqa: BLE001 - a learner's notebook fails in any way, and is handed in
        said = str(error).strip().partition("\n")[0]
        return Ran(failed=f"It could not be run to its end: {type(error).__name__}: {said}")
    return Ran(tuple(_stops(notebook)), tuple(_points(notebook)))


def _stops(notebook: Any) -> Iterator[tuple[str, str]]:
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                yield str(cell.get("id", f"cell {number}")), f"{output.ename}: {output.evalue}"


def _points(notebook: Any) -> Iterator[tuple[str, float]]:
    for cell in notebook.cells:
        if str(cell.get("id")).endswith("-check"):
            for output in cell.get("outputs", ()):
                number = _number(output.get("data", {}).get("text/plain"))
                if number is not None:
                    yield cell["id"].removesuffix("-check"), number


def _number(text: Any) -> float | None:
    try:
        number = float(text)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
