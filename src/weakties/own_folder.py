"""Which folder is a learner's own: the one that ``weakties start`` laid out around a notebook."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

PRIVATE = ".weakties"
"""The folder within it that holds what the course keeps for itself."""

MANIFEST = "manifest.json"
"""The file in there that says what was laid out; where it lies, learners work."""

_COURSE_OF_AN_INSTRUCTOR = ("nbgrader_config.py", "gradebook.db")


def own_folder(here: Path | None = None) -> Path | None:
    """Return the learner's own folder around `here`, or ``None`` where there is none.

    A course in which work is graded is nobody's own folder, even if it lies in one.

    Parameters
    ----------
    here
        The folder to begin with; the current one by default.
    """
    # A folder that was removed, or may not be looked into, is nobody's.
    with suppress(OSError):
        start = (here or Path.cwd()).absolute()
        for folder in (start, *start.parents):
            if any((folder / name).is_file() for name in _COURSE_OF_AN_INSTRUCTOR):
                return None
            if (folder / PRIVATE / MANIFEST).is_file():
                return folder
    return None
