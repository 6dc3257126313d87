"""Which notebook somebody handed in instead: the lesson, or the exercise of another unit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from weakties.content import content_root
from weakties.course import load_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENOUGH = 0.5
"""Of the cells of a notebook that is known, so many must be there."""


def known_as(notebook: Any, source: Path) -> str:
    """Return what a notebook is, such as ``the lesson of photo``; empty if nobody knows it.

    Parameters
    ----------
    notebook
        What was handed in.
    source
        The folder of the instructor's version; beside it lie those of other assignments.
    """
    ids = {str(cell.get("id")) for cell in notebook.cells} | set(_grade_ids(notebook.cells))
    for words, path in _others(source):
        theirs = _ids_at(path)
        if theirs and len(ids & theirs) >= _ENOUGH * len(theirs):
            return words
    return ""


def _others(source: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(source.parent.glob("*/*.ipynb")):
        if path.parent != source:
            yield f"{path.name} of the assignment {path.parent.name}", path
    course = load_course()
    for unit in course.ready:
        yield f"the lesson of {unit.slug}, not the exercise", content_root() / unit.lesson
        if unit.slug != source.name:
            yield f"the exercise of {unit.slug}", content_root() / unit.exercise


def _ids_at(path: Path) -> set[str]:
    """Return the ids of the cells of an instructor's notebook; none if it can't be read."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return {str(cell["id"]) for cell in cells if "id" in cell} | set(_grade_ids(cells))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return set()


def _grade_ids(cells: Any) -> Iterator[str]:
    for cell in cells:
        metadata = cell.get("metadata", {}).get("nbgrader")
        if isinstance(metadata, dict) and isinstance(metadata.get("grade_id"), str):
            yield metadata["grade_id"]
