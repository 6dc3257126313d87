"""What the instructor reads beside a screen: the rows of the clock that belong to its section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.facilitation import as_plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.facilitation import Facilitation, Part

_WORD = re.compile(r"\w{4,}")
_SAYS_NOTHING = {"what", "that", "with"}


@dataclass(frozen=True)
class Note:
    """What an instructor reads of a part: its row of the clock, when it begins, and its cuts."""

    title: str
    minutes: tuple[int, int]
    you: str
    they: str
    begins: str
    late: tuple[str, ...]


def notes_of(
    sections: Sequence[str], page: Facilitation, begins: Mapping[str, str]
) -> dict[str, list[Note]]:
    """Return for each section of a lesson the notes of the parts that are played in it.

    What comes when the lesson is over stands with its last section: the screen stays on.

    Parameters
    ----------
    sections
        The lesson's headings, in their order.
    page
        How the unit is taught.
    begins
        When a part begins, by its title.
    """
    cuts = {
        part.title: tuple(_plain(cut.what) for cut in page.cuts if cut.part == part.title)
        for part in page.parts
    }
    played = notes_by_section(sections, page.parts)
    lasts = [place for place, part in enumerate(page.parts) if part.of == "lesson"][-1:]
    after = page.parts[lasts[0] + 1 :] if lasts else page.parts
    return {
        section: [
            Note(
                part.title,
                part.minutes,
                _plain(part.you),
                _plain(part.they),
                begins.get(part.title, ""),
                cuts[part.title],
            )
            for part in (*played[section], *(after if section == sections[-1] else ()))
        ]
        for section in sections
    }


def after_the_first_step(parts: Sequence[Part]) -> dict[str, str]:
    """Return when each part of a lesson begins, counted from its first step, h:mm."""
    found = {}
    least = most = 0
    for part in parts:
        if part.of == "lesson":
            found[part.title] = " to ".join(
                dict.fromkeys(f"{one // 60}:{one % 60:02d}" for one in (least, most))
            )
            least, most = least + part.minutes[0], most + part.minutes[1]
    return found


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


def _plain(text: str) -> str:
    return as_plain(text).replace("`", "")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _SAYS_NOTHING
