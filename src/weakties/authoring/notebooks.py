"""Notebooks as an author's tools see them: where they lie, how they are read and written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, Literal

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Collection

    from weakties.course import Course

Node = dict[str, Any]
Role = Literal["welcome", "lesson", "solution", "exercise"]

WELCOME = "course/welcome.ipynb"


class NotebookError(CourseError):
    """A file that should be a notebook cannot be read as one."""


@dataclass(frozen=True)
class Place:
    """A notebook's path below the root of the course, and what it is there for."""

    path: str
    role: Role

    @property
    def keeps_outputs(self) -> bool:
        """Return whether its outputs are stored: they are compared in lessons only."""
        return self.role in {"welcome", "lesson"}


def places(course: Course, slugs: Collection[str] = ()) -> tuple[Place, ...]:
    """Return the notebooks of the units called `slugs`; of the whole course if there are none.

    Raises
    ------
    CourseError
        If a slug names no unit.
    """
    units = [course.listed(slug) for slug in slugs] or course.ready
    welcome = () if slugs else (Place(WELCOME, "welcome"),)
    return welcome + tuple(
        place
        for unit in units
        for place in (
            Place(unit.lesson, "lesson"),
            Place(unit.solution, "solution"),
            Place(unit.exercise, "exercise"),
        )
    )


def parse(text: str) -> Node:
    """Return the notebook that `text` holds, its multi-line texts joined and nothing repaired.

    Raises
    ------
    NotebookError
        If it is not JSON, or not a valid notebook of format 4.
    """
    from nbformat import v4

    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotebookError(f"It is not JSON: {error}.") from None
    if not isinstance(found, dict) or found.get("nbformat") != 4:
        raise NotebookError("It is not a notebook of format 4: save it again in JupyterLab.")
    _refuse_invalid(found)
    node: Node = v4.to_notebook_json(found)
    return node


def _refuse_invalid(found: Node) -> None:
    """Hold a notebook to its schema, but for ids: a missing one is given later."""
    from nbformat.validator import iter_validate

    cells = found.get("cells")
    if isinstance(cells, list):
        named = [
            {**cell, "id": cell.get("id") or "unnamed"} if isinstance(cell, dict) else cell
            for cell in cells
        ]
        found = {**found, "cells": named}
    for error in iter_validate(found, version=4, version_minor=5):
        where = " → ".join(str(part) for part in error.path) or "the notebook"
        raise NotebookError(f"It is not a valid notebook: {where}: {error.message:.120}.")


def text_of(node: Node) -> str:
    """Return a notebook as it stands in a file: the layout that JupyterLab itself writes."""
    from nbformat import from_dict, v4

    return f"{v4.writes_json(from_dict(node))}\n"


def read(path: Path) -> Node:
    """Read the notebook at `path`.

    Raises
    ------
    NotebookError
        If it cannot be read; the message names the file.
    """
    try:
        return parse(text_at(path))
    except NotebookError as error:
        raise NotebookError(f"{path} cannot be read. {error}") from None


def text_at(path: Path) -> str:
    """Return the text of the file at `path` with its line ends as they are.

    Raises
    ------
    NotebookError
        If it cannot be opened or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotebookError(f"{path} cannot be read: {error}.") from None


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` so that no reader ever meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, suffix=".tmp", delete=False
    ) as draft:
        draft.write(text)
    Path(draft.name).chmod(path.stat().st_mode if path.exists() else 0o644)
    Path(draft.name).replace(path)
