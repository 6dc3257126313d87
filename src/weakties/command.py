"""How the reader calls this program, so that a message names a command that works."""

from __future__ import annotations

import os
import shlex
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "WEAKTIES_COMMAND"
"""Set by ``run.py``, which is called where no environment is active."""

_COURSE: ContextVar[Path | None] = ContextVar("course", default=None)


def command(words: str = "") -> str:
    """Return the command line that the reader types.

    Parameters
    ----------
    words
        What follows the program's name.
    """
    return " ".join([os.environ.get(VARIABLE, "weakties"), *words.split()])


def in_course(words: str) -> str:
    """Return a command line on the course that is at hand, from where the reader is.

    Parameters
    ----------
    words
        What follows the program's name, without ``--course``.
    """
    course = _COURSE.get()
    if course is None or course == Path.cwd():
        return command(words)
    return f"{command(words)} --course {shlex.quote(str(course))}"


@contextmanager
def course_named(folder: Path) -> Iterator[None]:
    """Have messages name a course's folder, as the reader has named it."""
    before = _COURSE.set(folder)
    try:
        yield
    finally:
        _COURSE.reset(before)
