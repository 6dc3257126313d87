"""What the live room asks in each part of a unit: the predictions of its lesson, by their number."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from weakties.projector.notes import notes_by_section
from weakties.projector.screens import screens_of
from weakties.room.questions import asked_in, decision_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weakties.course import Unit
    from weakties.facilitation import Part
    from weakties.lesson.prediction import Asked

_WORD = re.compile(r"[a-z]{4,}")


@cache
def polls_of(root: Path, unit: Unit, parts: tuple[Part, ...]) -> tuple[tuple[Asked, str], ...]:
    """Return what a room asks of a unit, in its order, each with the part that it is asked in.

    A prediction belongs to the parts that are played in its section, and among these to the one
    whose title shares most words with it; what comes before all parts belongs to the first. The
    decision is asked after the last thing that a room does together: it may change minds.

    Parameters
    ----------
    root, unit, parts
        The course whose ``course/`` lies there, the unit, and the parts of its clock.
    """
    screens = screens_of(json.loads((root / unit.lesson).read_text(encoding="utf-8"))["cells"])
    sections = tuple(dict.fromkeys(screen.section for screen in screens))
    played = notes_by_section(sections, parts)
    lesson = [part.title for part in parts if part.of == "lesson"]
    found: list[tuple[Asked, str]] = []
    there = lesson[:1]
    for screen in screens:
        there = [part.title for part in played[screen.section]] or there
        if screen.output == 0:
            found += [(asked, _nearest(asked, there)) for asked in asked_in(screen.source)]
    together = [part.title for part in parts if part.of == "together"]
    return (*found, (decision_of(unit), (together or lesson)[-1]))


def _nearest(asked: Asked, titles: Sequence[str]) -> str:
    said = _words(f"{asked.name} {asked.question}")
    return max(titles, key=lambda title: len(said & _words(title)))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
