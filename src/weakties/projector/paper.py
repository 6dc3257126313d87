"""A lesson's screens on paper, with their notes: for who gets no screen, and for PDF."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from weakties.lesson.prediction.comparison import COMMIT_FIRST
from weakties.lesson.prediction.reveal import THINGS_WAIT, WORDS_WAIT
from weakties.pages.html import page_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weakties.projector.notes import Note
    from weakties.projector.screens import Screen

_WAIT = (COMMIT_FIRST, THINGS_WAIT, WORDS_WAIT)
_NO_FORM = re.compile(r"<br>No guess yet\..*?</p>")
_MY_GUESS = "</p><p class='line'>My guess:<span></span>How sure, 1 to 5:<span></span></p>"
_CAME_OUT = "<p class='line'>What came out:<span></span></p>"


def paper_page(title: str, screens: Sequence[Screen], notes: Mapping[str, Sequence[Note]]) -> str:
    """Return all screens as one page, each with the notes that begin with it.

    What waits for a guess has a line to write on: paper tells nobody what comes out.

    Parameters
    ----------
    title
        Of the unit.
    screens
        Of its lesson; outputs are those that the lesson keeps.
    notes
        By section.
    """
    style = files("weakties.projector").joinpath("paper.css").read_text("utf-8")
    parts = [
        f"<section class='sheet'><p class='where'>{escape(one.section)} · {number}</p>"
        f"<div class='screen'>{_screen(one)}</div>"
        f"{_notes(notes.get(one.section, ())) if one.opens else ''}</section>"
        for number, one in _kept(screens)
    ]
    body = f"<style>{style}</style><h1>{escape(title)}: slides with notes</h1>{''.join(parts)}"
    return page_html(f"{title}: slides with notes", body, pictures=True)


def _kept(screens: Sequence[Screen]) -> Iterator[tuple[int, Screen]]:
    """Yield screens with their numbers; of those in a row that wait for a guess, the first."""
    before = False
    for number, screen in enumerate(screens, start=1):
        waits = _waits(screen)
        if not (waits and before):
            yield number, screen
        before = waits


def _waits(screen: Screen) -> bool:
    return any(one in screen.stored for one in _WAIT)


def _screen(screen: Screen) -> str:
    heading = f"<h2>{escape(screen.section)}</h2>" if screen.opens else ""
    if _waits(screen):
        return heading + _CAME_OUT
    code = (
        f"<pre class='code'>{escape(screen.source)}</pre>"
        if screen.cell and not screen.stored
        else ""
    )
    return heading + screen.html + _NO_FORM.sub(_MY_GUESS, screen.stored) + code


def _notes(parts: Sequence[Note]) -> str:
    rows = "".join(
        f"<p><strong>{escape(part.title)}, {part.minutes[0]} to {part.minutes[1]} minutes"
        f"{f', begins {part.begins}' if part.begins else ''}.</strong> {_who('You', part.you)}{_who('They', part.they)}"
        f"{_who('If you are late', ' '.join(part.late))}</p>"
        for part in parts
    )
    return f"<div class='notes'>{rows}</div>" if rows else ""


def _who(who: str, does: str) -> str:
    return f"<em>{who}:</em> {escape(does)} " if does else ""
