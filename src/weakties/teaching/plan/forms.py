"""An agenda as text, as Markdown, as a page and as a calendar."""

from __future__ import annotations

import textwrap
from datetime import datetime, timedelta
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Final

from weakties.facilitation import as_plain
from weakties.pages.html import page_html, sheet_html
from weakties.teaching.plan import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from weakties.course import Unit
    from weakties.teaching.plan.agenda import Agenda, Row

MARKDOWN: Final = "<!-- An agenda made by weakties teach plan"
CALENDAR: Final = "BEGIN:VCALENDAR\r\n"
"""How our files of these kinds begin."""


def text_of(plan: Agenda, start: int) -> str:
    """Return it as lines for a terminal; `start` is the minute of the day at which it begins."""
    lines = [words.title_of(plan), words.sum_of(plan), *words.people_of(plan), ""]
    unit = ""
    for row, begin in _timed(plan, start):
        if row.unit and row.unit != unit:
            lines += ["", row.unit]
        unit = row.unit or unit
        lines.append(f"{words.at(begin):>5}  {row.minutes:>3} min  {row.title}")
        lines += [_indented(f"{who}: {said}") for who, said in _doing(row, begin)]
    lines += ["", *_wrapped(as_plain(words.why_of(plan)))]
    lines += [line for cut in words.cuts_of(plan) for line in _wrapped(f"- {as_plain(cut)}")]
    lines += ["", *_wrapped(_plain(words.next_of(plan)))]
    return "\n".join(lines)


def markdown_of(plan: Agenda, start: int, again: str) -> str:
    """Return it as Markdown; `again` is the command that makes it again."""
    blocks = [
        f"{MARKDOWN}; make it again with: {again} -->",
        f"# {words.title_of(plan)}",
        " ".join([words.sum_of(plan), *words.people_of(plan)]),
    ]
    table = ["| at | min | what | you | they |", "|---|---|---|---|---|"]
    for row, begin in _timed(plan, start):
        title = f"**{row.title}**" if not row.unit else f"{row.unit}: {row.title}"
        doing = dict(_doing(row, begin))
        wall = f"On the wall: {doing['on the wall']}" if row.polls else ""
        you = " ".join(
            map(_ended, filter(None, [doing.get("you", ""), doing.get("stop", ""), wall]))
        )
        cells = [words.at(begin), str(row.minutes), title, you, doing.get("they", "")]
        table.append(f"| {' | '.join(cells)} |".replace("|  |", "| |"))
    blocks += ["\n".join(table), "## What is cut, and why", words.why_of(plan)]
    if cuts := "\n".join(f"- {cut}" for cut in words.cuts_of(plan)):
        blocks.append(cuts)
    blocks.append(words.next_of(plan))
    return "\n\n".join(blocks) + "\n"


def page_of(plan: Agenda, start: int) -> str:
    """Return it as a page that can be printed."""
    title = words.title_of(plan)
    said = "".join(
        f"<p>{escape(line)}</p>" for line in (words.sum_of(plan), *words.people_of(plan))
    )
    body = "".join(
        f"<tr class='{row.kind}'><th scope='row'>{words.at(begin)}</th><td>{row.minutes}</td>"
        f"<td><strong>{escape(row.title)}</strong><br><small>{escape(row.unit)}</small></td>"
        f"<td>{''.join(_said(who, text) for who, text in _doing(row, begin))}</td></tr>"
        for row, begin in _timed(plan, start)
    )
    head = "".join(
        f"<th scope='col'>{name}</th>" for name in ("at", "min", "what", "who does what")
    )
    cuts = "".join(f"<li>{escape(as_plain(cut))}</li>" for cut in words.cuts_of(plan))
    content = (
        f"<style>{_style()}</style>{said}"
        f"<table class='agenda'><caption>Minute by minute</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
        f"<h2>What is cut, and why</h2><p>{escape(as_plain(words.why_of(plan)))}</p>"
        f"{f'<ul>{cuts}</ul>' if cuts else ''}"
        f"<p>{escape(_plain(words.next_of(plan)))}</p>"
    )
    return page_html(title, sheet_html(title, content))


def begins_of(plan: Agenda, unit: Unit, start: int) -> dict[str, str]:
    """Return when each part of one of its units begins, by the part's title."""
    return {
        row.title: f"at {words.at(begin)}"
        for row, begin in _timed(plan, start)
        if row.unit == unit.title
    }


def calendar_of(plan: Agenda, day: date, start: int) -> bytes:
    """Return it as iCalendar: an event for each part of a unit and each break, in local time."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//weakties//teach plan//EN")
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the room's own time
    for number, (row, begin, minutes) in enumerate(_events(plan, start)):
        event = Event()
        event.add("uid", f"{day:%Y%m%d}-{start}-{number}@weakties")
        event.add("dtstamp", midnight)
        event.add("dtstart", midnight + timedelta(minutes=begin))
        event.add("dtend", midnight + timedelta(minutes=begin + minutes))
        event.add("summary", f"{row.unit}: {row.kind}" if row.unit else row.title)
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text


def _events(plan: Agenda, start: int) -> Iterator[tuple[Row, int, int]]:
    timed = groupby(_timed(plan, start), key=lambda one: (one[0].unit, one[0].kind))
    for _, group in timed:
        rows = list(group)
        yield rows[0][0], rows[0][1], sum(row.minutes for row, _ in rows)


def _timed(plan: Agenda, start: int) -> Iterator[tuple[Row, int]]:
    for row, begin in zip(plan.rows, plan.begins, strict=True):
        yield row, start + begin


def _doing(row: Row, begin: int) -> Iterator[tuple[str, str]]:
    stop = words.stop_of(row, words.at(begin + row.minutes))
    for who, said in (
        ("you", row.you),
        ("they", row.they),
        ("helpers", row.helpers),
        ("on the wall", words.wall_of(row)),
        ("stop", stop),
    ):
        if said:
            yield who, said


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", '"', ")")) else f"{text}."


def _plain(text: str) -> str:
    return as_plain(text).replace("`", "")


def _said(who: str, text: str) -> str:
    return f"<p><em>{who}:</em> {escape(_plain(text))}</p>"


def _indented(text: str) -> str:
    return textwrap.fill(_plain(text), 88, initial_indent=" " * 16, subsequent_indent=" " * 18)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 88, subsequent_indent="  ")


@cache
def _style() -> str:
    return files("weakties.teaching.plan").joinpath("plan.css").read_text(encoding="utf-8")
