"""A unit's guide as a page that needs no other file: in full, or on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from weakties.command import command
from weakties.facilitation import BEFORE, LATE, WRONG, as_plain
from weakties.markup import with_code
from weakties.pages.html import page_html, sheet_html
from weakties.teaching.guide.names import away_from_its_page, cards_in, with_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weakties.claims import Claims
    from weakties.course import Unit
    from weakties.facilitation import Facilitation
    from weakties.lesson.evidence import EvidenceCard
    from weakties.teaching.guide.key import Answer, Answered

_KEY: Final = "It holds the key: not for the projector, and not left in the room."
_SCRIPT_BELOW: Final = {
    "See below": "The script stands at the end",
    "The script below": "The script stands at the end",
}


@dataclass(frozen=True)
class Guide:
    """All that a guide is made of."""

    unit: Unit
    page: Facilitation
    edition: str
    answered: Sequence[Answered]
    claims: Claims
    cards: Mapping[str, EvidenceCard]


def page_of(guide: Guide) -> str:
    """Return the guide in full."""
    text = "".join(_sections(guide))
    named = cards_in(" ".join(guide.page.sections.values()), guide.cards)
    found = "".join(
        f"<dt>{escape(card.name)}</dt><dd>{escape(card.finding)} <em>{card.sure}</em>. "
        f"Not shown: {escape(card.not_shown)}</dd>"
        for card in named
    )
    cards = f"<h2>The cards that are named here</h2><dl class='cards'>{found}</dl>" if named else ""
    return _page(guide, f"<p class='private'>{_KEY}</p>{text}{cards}")


def short_page_of(guide: Guide) -> str:
    """Return what one needs in the room, to be read in ten minutes: one sheet, on both sides.

    What people do together stands here with its script: nobody makes one up before a full room.
    """
    together = [part.title.lower() for part in guide.page.parts if part.you in _SCRIPT_BELOW]
    scripts = {
        heading: text
        for heading, text in guide.page.sections.items()
        if any(title in heading.lower() for title in together)
    }
    clock = "".join(
        f"<tr><th scope='row'>{_span(part.minutes)}</th><td><strong>{escape(part.title)}</strong> "
        f"{_line(_SCRIPT_BELOW.get(part.you, part.you), guide)}</td></tr>"
        for part in guide.page.parts
    )
    answers = "".join(
        f"<tr><th scope='row'>{escape(one.question.title)}</th><td>"
        + "; ".join(f"<code>{escape(a.name)}</code> {escape(a.right)}" for a in one.answers)
        + "</td></tr>"
        for one in guide.answered
        if one.answers
    )
    cuts = "".join(
        f"<li>{escape(cut.part)}, {cut.won} min: {_line(cut.what, guide)}</li>"
        for cut in guide.page.cuts
    )
    wrong = "".join(
        f"<tr><th scope='row'>{_line(one.seen, guide)}</th><td>{_line(one.say, guide)}</td></tr>"
        for one in guide.page.wrong
    )
    survey = f"<code>{escape(command(f'teach survey --units {guide.unit.slug}'))}</code>"
    forms = f"For a questionnaire print both forms of {survey}; the first goes round at minute 0."
    body = (
        f"<p>{escape(guide.page.sums)} {_KEY}</p>"
        f"<h2>{BEFORE}</h2>{_html(guide.page.sections.get(BEFORE, ''), guide)}"
        f"<p>{forms}</p>"
        f"<table><caption>The clock</caption><tbody>{clock}</tbody></table>"
        f"<h2>{LATE}</h2><ol>{cuts}</ol><p>{_line(guide.page.never, guide)}</p>"
        f"<h2>{WRONG}</h2>"
        f"<table><caption>You see, and say</caption><tbody>{wrong}</tbody></table>"
        + (
            f"<h2>Right answers, edition {escape(guide.edition)}</h2>"
            f"<table><caption>Right answers</caption><tbody>{answers}</tbody></table>"
            if answers
            else ""
        )
        + "".join(
            f"<h2>{escape(heading)}</h2>{_html(text, guide)}" for heading, text in scripts.items()
        )
    )
    return _page(guide, f"<div class='one-sheet'>{body}</div>")


def _page(guide: Guide, content: str) -> str:
    title = f"How to teach: {guide.unit.title}"
    return page_html(title, sheet_html(title, f"<style>{_style()}</style>{content}"))


def _sections(guide: Guide) -> Iterator[str]:
    yield _html(guide.page.opening, guide)
    for heading, text in guide.page.sections.items():
        yield f"<h2>{escape(heading)}</h2>{_html(text, guide)}"
        if heading == WRONG:
            yield from _answers(guide)


def _answers(guide: Guide) -> Iterator[str]:
    if not any(one.answers for one in guide.answered):
        return
    yield (
        f"<h2>Right answers and known wrong ones, edition {escape(guide.edition)}</h2>"
        "<p>Worked out now from the key and this edition's data. The sentence beside a wrong value "
        "is what its author reads under the check.</p>"
    )
    for number, one in enumerate(guide.answered, 1):
        if one.answers:
            yield f"<h3>{number} · {escape(one.question.title)}</h3>"
            yield from (_answer(answer) for answer in one.answers)


def _answer(answer: Answer) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{escape(one.value)}</th><td>{with_code(one.sentence)}</td></tr>"
        for one in answer.wrong
    )
    table = f"<table><caption>Wrong values of {answer.name}</caption>{rows}</table>" if rows else ""
    return f"<p class='right'><code>{answer.name}</code> <b>{escape(answer.right)}</b></p>{table}"


def _html(markdown: str, guide: Guide) -> str:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    page: str = reader.render(with_names(markdown, guide.claims, guide.cards))
    return page


def _line(markdown: str, guide: Guide) -> str:
    return escape(as_plain(away_from_its_page(with_names(markdown, guide.claims, guide.cards))))


def _span(minutes: tuple[int, int]) -> str:
    return f"{minutes[0]}–{minutes[1]}" if minutes[0] != minutes[1] else str(minutes[0])


@cache
def _style() -> str:
    return files("weakties.teaching.guide").joinpath("guide.css").read_text(encoding="utf-8")
