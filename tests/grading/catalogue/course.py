"""A course made from themes of the catalogue, with what every learner hands in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from grading.catalogue.entry import LEARNERS, Cell, Entry, Theme
from grading.courses import PLAIN_CONFIG, cell, hand_in, ordinary_course

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def grade_id(entry: Entry, one: Cell) -> str:
    """Return the id of a cell in its notebook."""
    return f"{entry.name}-{one.name}" if one.name else ""


def _source(one: Cell) -> str:
    if one.kind == "manual" or (one.kind == "answer" and one.stub is None):
        return f"### BEGIN SOLUTION\n{one.source}\n### END SOLUTION"
    return one.source if one.stub is None else one.stub


def _made(entry: Entry, one: Cell) -> Any:
    return cell(
        _source(one),
        grade_id(entry, one),
        points=one.points,
        solution=one.kind in ("answer", "manual", "essay"),
        locked=one.kind in ("given", "task"),
        markdown=one.kind in ("essay", "task"),
        task=one.kind == "task",
    )


def notebook_cells(theme: Theme) -> list[Any]:
    """Return the cells of the instructor's notebook."""
    first = [cell(theme.first)] if theme.first else []
    return first + [_made(entry, one) for entry in theme.entries for one in entry.cells]


def _write_files(folder: Path, theme: Theme) -> None:
    for name, text in theme.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def catalogue_course(root: Path, themes: Iterable[Theme]) -> Path:
    """Make a course with an assignment for each theme, and hand in every learner's answers."""
    for theme in themes:
        _write_files(root / "source" / theme.name, theme)
        ordinary_course(root, {theme.name: notebook_cells(theme)}, theme.name, PLAIN_CONFIG)
        released = root / "release" / theme.name / f"{theme.name}.ipynb"
        for learner in LEARNERS:
            answers = {
                f"{entry.name}-{name}": text
                for entry in theme.entries
                for name, text in entry.answered_by(learner).items()
            }
            notebook = json.loads(released.read_text(encoding="utf-8"))
            for one in notebook["cells"]:
                key = one["metadata"].get("nbgrader", {}).get("grade_id")
                one["source"] = answers.get(key, one["source"])
            _write_files(hand_in(root, learner, notebook, theme.name).parent, theme)
    return root
