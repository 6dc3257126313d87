"""Everything that is printed for a unit as one page for the printer, a sheet of paper after the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Final

from weakties.facilitation import as_plain
from weakties.pages.html import page_html, sheet_html
from weakties.teaching.printing.handouts import Page, Poster, Slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from weakties.course import Unit
    from weakties.lesson.evidence import EvidenceCard
    from weakties.teaching.printing.handouts import Handout

_DOTS: Final = {"quite sure": "●●●", "fairly sure": "●●○", "not sure": "●○○"}
_LINES: Final = 12
"""So many lines to write on fit below a reflection."""


@dataclass(frozen=True)
class Paper:
    """All that is printed for a unit.

    Parameters
    ----------
    unit
        The unit.
    handouts
        What is its own.
    cards
        Its evidence cards.
    reflection
        What its exercise asks to be written, as Markdown.
    names
        Who gets a name tent; an empty name is one to write on.
    """

    unit: Unit
    handouts: Sequence[Handout]
    cards: Sequence[EvidenceCard]
    reflection: str
    names: Sequence[str] = ()


def sheets_of(paper: Paper) -> str:
    """Return everything as one page that needs no other file."""
    title = f"To print: {paper.unit.title}"
    parts = list(_parts(paper))
    contents = "".join(f"<li>{escape(name)}: {escape(what)}</li>" for name, what, _ in parts)
    first = (
        f"<div class='no-print'><p>Print this page in portrait on A4 or letter; what stands here "
        f"is not printed. It names nobody and holds no answer.</p><ul>{contents}</ul></div>"
    )
    body = "".join(html for *_, html in parts)
    return page_html(title, sheet_html(title, f"<style>{_style()}</style>{first}{body}"))


def _parts(paper: Paper) -> Iterator[tuple[str, str, str]]:
    """Yield what each part is, what it is for, and its HTML."""
    for (kind, use), group in groupby(paper.handouts, lambda one: (type(one), one.use)):
        several = list(group)
        yield _NAMES[kind], use, "".join(_handout_html(several))
    if paper.cards:
        cards = (_card(card) for card in paper.cards)
        yield "Evidence cards", "one set for each table", _cut(cards)
    yield "Reflection", "for whoever writes on paper", _form(paper.reflection)
    if paper.names:
        tents = "".join(
            f"<section class='sheet tent'><p class='over' aria-hidden='true'>{escape(name)}</p>"
            f"<p>{escape(name) or '&nbsp;'}</p></section>"
            for name in paper.names
        )
        yield "Name tents", "folded in the middle", tents


_NAMES: Final = {Poster: "Posters", Slip: "Cards", Page: "Texts"}


def _handout_html(several: Iterable[Handout]) -> Iterator[str]:
    slips = []
    for one in several:
        if isinstance(one, Poster):
            size = "long" if len(one.words) > _LONG else "short"
            yield f"<section class='sheet poster {size}'><p>{escape(one.words)}</p></section>"
        elif isinstance(one, Page):
            text = _html(one.text)
            yield from (f"<section class='sheet text'>{text}</section>" for _ in range(one.copies))
        else:
            slips += [_slip(one)] * one.copies
    if slips:
        yield _cut(slips)


_LONG: Final = 24
"""Letters; more words than that are set smaller on a poster."""


def _slip(slip: Slip) -> str:
    lines = "".join(f"<p>{escape(as_plain(line))}</p>" for line in slip.text)
    return (
        f"<section class='slip'><h2>{escape(as_plain(slip.title))}</h2>{lines}"
        f"<p class='use'>{escape(slip.use)}</p></section>"
    )


def _card(card: EvidenceCard) -> str:
    return (
        f"<section class='slip'><h2>{escape(card.name)}</h2><p>{escape(card.finding)}</p>"
        f"<p>{escape(card.figure)}</p><p>{_DOTS[card.sure]} {card.sure}. "
        f"<em>Not shown:</em> {escape(card.not_shown)}</p>"
        f"<p class='use'>{escape(card.source)}</p></section>"
    )


def _cut(slips: Iterable[str]) -> str:
    """Return cards to be cut out, several on a sheet."""
    return f"<div class='cut'>{''.join(slips)}</div>"


def _form(markdown: str) -> str:
    lines = "<div class='line'></div>" * _LINES
    return f"<section class='sheet text'>{_html(markdown)}{lines}</section>"


def _html(markdown: str) -> str:
    from markdown_it import MarkdownIt

    page: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    return page.replace("<h1>", "<h2>").replace("</h1>", "</h2>")


@cache
def _style() -> str:
    return files("weakties.teaching.printing").joinpath("sheets.css").read_text(encoding="utf-8")
