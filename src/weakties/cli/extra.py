"""What a command needs that learners' installations do not have, said in a sentence."""

from __future__ import annotations

from weakties.content import content_root

_OF_TEACHING = ("bleach", "filelock", "icalendar", "markdown_it", "nbgrader", "segno", "sqlalchemy")
"""What the extra ``teach`` brings, by the names that are imported."""


def how_to_get(missing: str | None) -> str:
    """Return how to install what a command lacks; empty if it is no part of the extra ``teach``.

    Parameters
    ----------
    missing
        The name of a module that could not be imported.
    """
    package = (missing or "").partition(".")[0]
    if package not in _OF_TEACHING:
        return ""
    run = content_root() / "run.py"
    how = (
        f"Call it once through run.py, which installs the rest: python3 {run} teach --help"
        if run.is_file()
        else 'Install the rest: pip install "weakties[teach]"'
    )
    return f"This needs what only instructors and authors have ({package} is not installed). {how}"
