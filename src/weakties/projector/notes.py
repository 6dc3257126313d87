"""What the instructor reads beside a screen: the rows of the clock that belong to its section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.facilitation import Part

_WORD = re.compile(r"\w{4,}")
_SAYS_NOTHING = {"what", "that", "with"}


def notes_by_section(sections: Sequence[str], parts: Sequence[Part]) -> dict[str, list[Part]]:
    """Return for each section of a lesson the parts of the clock that are played in it.

    A part belongs to the section whose heading shares most words with it, at or after the section
    of the part before; one that shares none is played where the part before was.

    Parameters
    ----------
    sections
        The lesson's headings, in their order.
    parts
        The clock's, in their order.
    """
    found: dict[str, list[Part]] = {section: [] for section in sections}
    at = 0
    for part in parts:
        if part.of != "lesson":
            continue
        shared = [len(_words(part.title) & _words(section)) for section in sections[at:]]
        if max(shared, default=0):
            at += shared.index(max(shared))
        if sections:
            found[sections[at]].append(part)
    return found


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _SAYS_NOTHING
