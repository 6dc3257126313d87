"""Rules on time: the minutes that a lesson promises, and how much stands between two doings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.authoring.lint.finding import Finding
from weakties.authoring.lint.markdown import words_in
from weakties.authoring.lint.prose import headings_of
from weakties.authoring.lint.reckoning import minutes_in, reckoning_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material, Notebook

MOST_WORDS = 1500
MOST_WORDS_AT_ONCE = 150
MOST_LINES = 11
GAP = 0.2
"""How far the reckoned minutes may lie outside those promised."""


def minutes(material: Material) -> Iterator[Finding]:
    """Find lessons whose minutes at headings below the title do not add up to the plan."""
    if not (unit := material.unit):
        return
    for lesson in material.of("lesson"):
        shown = _promised_at_headings(lesson)
        total = sum(least for least, _ in shown), sum(most for _, most in shown)
        planned = unit.lesson_minutes
        if shown and not planned[0] <= total[0] <= total[1] <= planned[1]:
            problem = (
                f"Its headings add up to {_span(total)} min; course.toml plans {_span(planned)}."
            )
            remedy = "Change the minutes at the headings, or lesson_minutes in course.toml."
            yield Finding(lesson.path, "", "minutes", problem, remedy)


def reckoned(material: Material) -> Iterator[Finding]:
    """Find lessons that take far more or less time than they promise."""
    if not (unit := material.unit):
        return
    least, most = unit.lesson_minutes
    for lesson in material.of("lesson"):
        found = reckoning_of(lesson)
        fits = least * (1 - GAP) <= found.minutes <= most * (1 + GAP)
        if _promised_at_headings(lesson) and not fits:
            problem = f"It takes {found}; course.toml plans {_span(unit.lesson_minutes)}."
            remedy = "Shorten it, let it do more, or change lesson_minutes in course.toml."
            yield Finding(lesson.path, "", "reckoned", problem, remedy)


def beside(material: Material) -> Iterator[str]:
    """Yield what a unit's lesson takes beside what it promises, in words."""
    if unit := material.unit:
        for lesson in material.of("lesson"):
            yield (
                f"{unit.slug}: {reckoning_of(lesson)}, promised {_span(unit.lesson_minutes)} min."
            )


def words(material: Material) -> Iterator[Finding]:
    """Find lessons that are read more than done: long ones, long texts, long ways to a doing."""
    for lesson in material.of("lesson"):
        total = since = 0
        for cell in lesson.cells:
            here = words_in(cell.prose)
            since = here + (since if cell.kind == "markdown" else 0)
            total += here
            if here > MOST_WORDS_AT_ONCE:
                problem = f"This text has {here} words; {MOST_WORDS_AT_ONCE} are the most."
                remedy = "Shorten it, or let the reader do something in its middle."
                yield Finding(lesson.path, cell.id, "words", problem, remedy)
            elif since > MOST_WORDS_AT_ONCE:
                problem = f"Here {since} words have passed since there was something to do."
                remedy = (
                    f"Shorten the texts, or put a cell to run before word {MOST_WORDS_AT_ONCE}."
                )
                yield Finding(lesson.path, cell.id, "words", problem, remedy)
        if total > MOST_WORDS:
            problem = f"The lesson has {total:,} words; {MOST_WORDS:,} are the most."
            remedy = "Leave out what a reader would not miss."
            yield Finding(lesson.path, "", "words", problem, remedy)


def lines(material: Material) -> Iterator[Finding]:
    """Find lessons' cells with more lines of code than a learner reads before running them."""
    for lesson in material.of("lesson"):
        for cell in lesson.cells:
            count = sum(bool(line.strip()) for line in cell.source.splitlines())
            if cell.kind == "code" and count > MOST_LINES:
                problem = f"This cell has {count} lines of code; {MOST_LINES} are the most."
                remedy = "Let a helper of the library take what is not the point."
                yield Finding(lesson.path, cell.id, "lines", problem, remedy)


def _promised_at_headings(lesson: Notebook) -> list[tuple[int, int]]:
    found = (minutes_in(heading.text) for _, heading in headings_of(lesson) if heading.level > 1)
    return [span for span in found if span]


def _span(span: tuple[int, int]) -> str:
    return f"{span[0]}–{span[1]}" if span[0] != span[1] else f"{span[0]}"
