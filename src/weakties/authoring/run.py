"""Running lessons from top to bottom and keeping what they show, for nbval to compare."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from weakties.authoring.notebooks import read, text_of, write_text
from weakties.authoring.tidy import tidied
from weakties.course import CourseError
from weakties.data.editions import OPEN

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from weakties.authoring.notebooks import Node
    from weakties.course import Course

FIRST = "welcome"
WELCOME = f"course/{FIRST}.ipynb"


class RunError(CourseError):
    """A cell of a lesson stopped with an error."""


def run_lessons(course: Course, slugs: Collection[str] = ()) -> tuple[str, ...]:
    """Run the lessons of the units called `slugs`, of which ``welcome`` may be one, or all of them.

    Returns
    -------
    tuple of str
        The paths of the notebooks that were run and written.

    Raises
    ------
    RunError
        If a cell raises; the message names the notebook and the error.
    """
    named = [WELCOME if slug == FIRST else course.listed(slug).lesson for slug in slugs]
    paths = named or [WELCOME, *(unit.lesson for unit in course.ready)]
    for name in paths:
        path = course.root / name
        write_text(path, text_of(tidied(_executed(path, name), outputs=True)))
    return tuple(paths)


def _executed(path: Path, name: str) -> Node:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.from_dict(read(path))
    client = NotebookClient(notebook, kernel_name="python3", timeout=120)
    try:
        client.execute(cwd=str(path.parent), env={**os.environ, "WEAKTIES_EDITION": OPEN})
    except CellExecutionError as error:
        raise RunError(f"{name} stops with {error.ename}: {error.evalue}") from None
    done: Node = notebook
    return done
