"""What an update brought, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.course import Course, Unit
    from weakties.workshop.plan import Manifest


def news(packaged: Mapping[str, str], manifest: Manifest, course: Course) -> str:
    """Return one line on what is new since the last start; empty where nothing is, and at first.

    Parameters
    ----------
    packaged
        Hash of every file of the course, by path.
    manifest
        What earlier starts did.
    course
        The course as it is now.
    """
    if not manifest.given:
        return ""
    new, changed = [], []
    for unit in course.ready:
        if unit.lesson not in manifest.given:
            new.append(f"the unit {unit.title}")
        elif whats := _changed(unit, packaged, manifest):
            changed.append(f"{whats} of {unit.title}")
    parts = [
        f"{what} {', '.join(names)}"
        for what, names in (("new:", new), ("updated:", changed))
        if names
    ]
    return f"Since your last start, {'; '.join(parts)}." if parts else ""


def _changed(unit: Unit, packaged: Mapping[str, str], manifest: Manifest) -> str:
    names = {"the lesson": unit.lesson, "the exercise": unit.exercise}
    changed = [
        name for name, path in names.items() if manifest.given.get(path) != packaged.get(path)
    ]
    return " and ".join(changed)
