"""A lesson's screens on paper, with their notes: for who gets no screen, and for PDF."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from weakties.pages.html import page_html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.facilitation import Part
    from weakties.projector.screens import Screen


def paper_page(title: str, screens: Sequence[Screen], notes: Mapping[str, Sequence[Part]]) -> str:
    """Return all screens as one page, each with the notes that begin with it.

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
        for number, one in enumerate(screens, start=1)
    ]
    body = f"<style>{style}</style><h1>{escape(title)}: slides with notes</h1>{''.join(parts)}"
    return page_html(f"{title}: slides with notes", body, pictures=True)


def _screen(screen: Screen) -> str:
    heading = f"<h2>{escape(screen.section)}</h2>" if screen.opens else ""
    code = (
        f"<pre class='code'>{escape(screen.source)}</pre>"
        if screen.cell and not screen.stored
        else ""
    )
    return heading + screen.html + screen.stored + code


def _notes(parts: Sequence[Part]) -> str:
    rows = "".join(
        f"<p><strong>{escape(part.title)}, {part.minutes[0]} to {part.minutes[1]} minutes.</strong> "
        f"{_who('You', part.you)}{_who('They', part.they)}</p>"
        for part in parts
    )
    return f"<div class='notes'>{rows}</div>" if rows else ""


def _who(who: str, does: str) -> str:
    return f"<em>{who}:</em> {escape(does)} " if does else ""
