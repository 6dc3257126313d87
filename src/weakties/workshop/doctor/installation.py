"""What can be wrong with the installation: missing parts, missing keys, widgets that can't show."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.pack import this_pack
from weakties.workshop.doctor.finding import Finding
from weakties.workshop.errors import WorkshopError
from weakties.workshop.packaged import packaged_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.course import Course

NEEDED = ("jupyterlab", "ipykernel", "ipywidgets", "anywidget", "numpy", "pandas", "matplotlib")
_FRONT_ENDS = {"@jupyter-widgets/jupyterlab-manager": "ipywidgets", "anywidget": "anywidget"}
_AGAIN = "Install weakties again: pip install --force-reinstall weakties (in a clone: delete .venv and run python3 run.py start)."


def wrong_with_installation(course: Course, prefix: Path | None = None) -> Iterator[Finding]:
    """Yield what is wrong with what is installed.

    Parameters
    ----------
    course
        The course that came with it.
    prefix
        The environment to look at; by default the one that runs this.
    """
    yield from _modules()
    yield from _course_files(course)
    yield from _solutions(course)
    yield from _front_ends(prefix or Path(sys.prefix))


def _modules() -> Iterator[Finding]:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        yield Finding(f"The Python that runs weakties lacks {', '.join(missing)}.", _AGAIN)


def _course_files(course: Course) -> Iterator[Finding]:
    try:
        packaged_files(course)
    except WorkshopError as error:
        yield Finding(str(error), "")


def _solutions(course: Course) -> Iterator[Finding]:
    pack = this_pack(course.root)
    if pack and not pack.has_key:
        return
    missing = [unit.slug for unit in course.ready if not (course.root / unit.solution).is_file()]
    if missing:
        yield Finding(
            f"The solutions of {', '.join(missing)} are not installed: checks there look at the "
            "form of an answer only.",
            "In a graded workshop that is meant; if you study alone, install weakties again.",
        )


def _front_ends(prefix: Path) -> Iterator[Finding]:
    share = prefix / "share" / "jupyter" / "labextensions"
    off = _turned_off(prefix)
    for name, package in _FRONT_ENDS.items():
        if not (share / name / "package.json").is_file():
            yield Finding(
                f"Widgets are not shown: JupyterLab's part of {package} is missing.", _AGAIN
            )
        elif name in off:
            yield Finding(
                f"Widgets are not shown: JupyterLab's part of {package} is turned off.",
                f"Turn it on: jupyter labextension enable {name}",
            )


def _turned_off(prefix: Path) -> set[str]:
    """Return the extensions that a setting of this environment turns off."""
    page = prefix / "etc" / "jupyter" / "labconfig" / "page_config.json"
    try:
        disabled = json.loads(page.read_text(encoding="utf-8"))["disabledExtensions"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    if isinstance(disabled, dict):
        return {name for name, off in disabled.items() if off}
    return set(disabled) if isinstance(disabled, list) else set()
