"""Writing a new unit's files: all of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.authoring.layout import CARDS, CONTENTS
from weakties.authoring.new.card import with_card
from weakties.authoring.new.entry import with_entry
from weakties.authoring.new.notebooks import notebooks
from weakties.authoring.new.sources import sources
from weakties.authoring.new.wanted import NotLaidOut, Wanted, planned_in, refuse_overwriting
from weakties.authoring.notebooks import text_at, write_text
from weakties.course import course_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from weakties.course import Course


def lay_out(course: Course, wanted: Wanted) -> tuple[str, ...]:
    """Write every file of a new unit, and its entry in course.toml, not ready.

    Each file says what belongs in it; none earns a point or passes a test. What other units have
    is not touched.

    Returns
    -------
    tuple of str
        The paths of the files that are new or have changed.

    Raises
    ------
    NotLaidOut
        If the unit or one of its files is there already, a name can't be used, or the course is
        no checkout; nothing was written then.
    """
    root = course.root
    _refuse_without_checkout(root)
    planned = planned_in(course, wanted)
    title = planned.title if planned else wanted.title
    contents = with_entry(text_at(root / CONTENTS), wanted, planned=planned is not None)
    unit = course_in(contents.encode(), root).listed(wanted.slug)
    new = {**sources(wanted, title), **notebooks(unit)}
    refuse_overwriting(root, [*new, *_folders(new)])
    changed = {CARDS: with_card(text_at(root / CARDS), wanted), CONTENTS: contents}
    for path, text in {**new, **changed}.items():
        write_text(root / path, text)
    return (*new, *changed)


def _folders(new: Mapping[str, str]) -> list[str]:
    """Return the folders in src/ that are to be new, and the modules that they would hide."""
    folders = sorted({path.rpartition("/")[0] for path in new if path.startswith("src/")})
    return [*folders, *(f"{folder}.py" for folder in folders)]


def _refuse_without_checkout(root: Path) -> None:
    for path in ("src/weakties", "tests", CARDS):
        if not (root / path).exists():
            raise NotLaidOut(
                f"{root} has no {path}: a unit is written in a checkout, where its code and its tests "
                "lie beside the course."
            )
