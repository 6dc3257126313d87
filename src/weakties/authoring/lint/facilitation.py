"""The rule on the page for instructors: its clock and its cuts add up to what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.authoring.layout import TO_WRITE, facilitation_path
from weakties.authoring.lint.finding import Finding
from weakties.course import CourseError
from weakties.facilitation import CLOCK, facilitation_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material
    from weakties.facilitation import Facilitation


def facilitation(material: Material) -> Iterator[Finding]:
    """Find pages for instructors that no program can read, or whose minutes do not add up."""
    if not (unit := material.unit):
        return
    name = facilitation_path(unit.slug)
    path = material.course.root / name
    text = path.read_text(encoding="utf-8") if path.is_file() else TO_WRITE
    if TO_WRITE in text:  # another rule asks for it
        return
    try:
        page = facilitation_in(text)
    except CourseError as error:
        remedy = "Mend it, after the page of a ready unit."
        yield Finding(name, "", "facilitation", str(error), remedy)
        return
    if page.sums not in page.sections[CLOCK]:
        problem = "The sentence above its clock does not say what the rows add up to."
        yield Finding(name, "", "facilitation", problem, f"Write there: {page.sums}")
    yield from _outside(material, name, page)


def _outside(material: Material, name: str, page: Facilitation) -> Iterator[Finding]:
    """Find lessons and exercises whose rows lie outside what course.toml plans."""
    if not (unit := material.unit):
        return
    for of, planned in (("lesson", unit.lesson_minutes), ("exercise", unit.exercise_minutes)):
        least, most = page.minutes("lesson" if of == "lesson" else "exercise")
        if not planned[0] <= least <= most <= planned[1]:
            problem = (
                f"Its rows of the {of} add up to {least}–{most} min; "
                f"course.toml plans {planned[0]}–{planned[1]}."
            )
            remedy = f"Change the rows, or {of}_minutes in course.toml."
            yield Finding(name, "", "facilitation", problem, remedy)
