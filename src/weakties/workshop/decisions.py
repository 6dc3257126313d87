"""What was decided: the sentences that were typed in the lessons' Decide cells, on one page."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

from weakties.pages.html import page_html, report_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from weakties.course import Course, Unit
    from weakties.progress import Record

CELL = "my-decision"
"""The id that the cell has in every lesson."""

_BLANK = {"", "...", "…"}
TITLE = "What I will do"
AFTER = timedelta(weeks=4)
"""How long after a lesson was last saved it is asked what came of it."""


@dataclass(frozen=True)
class Decision:
    """What somebody decided at the end of a lesson.

    Parameters
    ----------
    unit
        The unit.
    words
        What they typed.
    on
        The day on which their notebook was last saved.
    """

    unit: Unit
    words: str
    on: date


def decisions(course: Course, folder: Path) -> tuple[Decision, ...]:
    """Return the decisions that lie in a working folder, in the course's order."""
    found = ((unit, folder / unit.lesson) for unit in course.ready)
    return tuple(
        Decision(unit, words, datetime.fromtimestamp(path.stat().st_mtime, UTC).date())
        for unit, path in found
        for words in _typed(path)
    )


def decided_in(source: str) -> str:
    r"""Return the text that a Decide cell gives its first name; empty if none was typed.

    Examples
    --------
    >>> decided_in('on_monday = "I write to five people."\nprint(on_monday)')
    'I write to five people.'
    >>> decided_in('on_monday = "..."')
    ''
    """
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError):
        return ""
    for statement in statements:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            words = statement.value.value
            if isinstance(words, str) and words.strip() not in _BLANK:
                return " ".join(words.split())
    return ""


def due(found: Sequence[Decision], record: Record, today: date) -> Decision | None:
    """Return the oldest decision to ask about today, if there is one; each is asked about once."""
    if record.no_questions:
        return None
    waiting = [
        one for one in found if one.unit.slug not in record.came_of_it and today - one.on >= AFTER
    ]
    return min(waiting, key=lambda one: one.on, default=None)


def page_of(found: Sequence[Decision], record: Record) -> str:
    """Return the decisions as one page to print and hang up."""
    parts = "".join(_part(one, record.came_of_it.get(one.unit.slug, "")) for one in found)
    opening = (
        "<p class='private'>Made on your machine, from your own lessons; nobody else has it.</p>"
    )
    return page_html(TITLE, report_html(TITLE, opening + parts, []))


def _part(one: Decision, came_of_it: str) -> str:
    answer = escape(came_of_it) if came_of_it else "_" * 39
    return (
        f"<section><h2>{escape(one.unit.title)}</h2><p class='short'>{escape(one.words)}</p>"
        f"<p>Saved on {one.on.isoformat()}. What came of it? {answer}</p></section>"
    )


def _typed(lesson: Path) -> Iterator[str]:
    try:
        cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell.get("id") == CELL]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
    yield from filter(None, map(decided_in, sources))
