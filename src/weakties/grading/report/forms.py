"""The report as a page and as text."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING

from weakties.grading.report.keys import key_notes
from weakties.grading.report.learners import NOT_YET
from weakties.grading.report.sections import sections_of
from weakties.grading.report.sections.stumbles import no_findings
from weakties.grading.report.words import correlation, people, percent, plain
from weakties.grading.result import State
from weakties.markup import with_code
from weakties.pages.html import contents_html, page_html, report_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from weakties.grading.report.report import Report

_MOST_IDEAS = 5


def page_of(report: Report, *, anonymous: bool = False, today: date | None = None) -> str:
    """Return the report as one page that needs no other file and no network.

    Parameters
    ----------
    report
        What is reported.
    anonymous
        Whether nothing on it names or describes a single learner.
    today
        The day that is named on it.
    """
    opening = [f"<p class='short'>{escape(_in_short(report))}</p>"]
    if today:
        opening.append(f"<p>As the gradebook was on {today:%B} {today.day}, {today.year}.</p>")
    opening += [f"<p class='private'>{with_code(note)}</p>" for note in _notes(report)]
    sections = sections_of(report, anonymous=anonymous)
    title = f"Item report: {plain(report.entries.assignment)}"
    body = report_html(title, f"{''.join(opening)}{contents_html(sections)}", sections)
    return page_html(title, body)


def text_of(report: Report, *, anonymous: bool = False) -> str:
    """Return the report as a few lines for a terminal; `anonymous` names no learner."""
    blocks = [
        _wrapped(_in_short(report)),
        *map(_wrapped, _notes(report)),
        "\n".join(_questions(report)),
        "\n".join(_ideas(report)),
        "" if anonymous else "\n".join(_others(report)),
        "" if anonymous else "\n".join(_noted(report)),
    ]
    return "\n\n".join(block for block in blocks if block)


def _in_short(report: Report) -> str:
    counts = ", ".join(f"{count:,} {state}" for state, count in report.states.items() if count)
    return f"{people(len(report.standings))}: {counts}."


def _notes(report: Report) -> Iterator[str]:
    if not report.has_findings:
        yield no_findings(report.entries.assignment)
    if report.entries.unreadable:
        yield (
            f"The notes of {people(report.entries.unreadable)} could not be read and are left out; "
            "their points are not affected."
        )
    yield from map(plain, key_notes(report.entries, report.keys))
    yield from map(plain, report.entries.remarks)


def _questions(report: Report) -> Iterator[str]:
    width = max(len(one.item.label) for one in report.items) if report.items else 0
    yield f"{'question':{width}}  graded  share of points  goes with the rest"
    for one in report.items:
        yield (
            f"{one.item.label:{width}}  {one.graded:6,}  {percent(one.difficulty):>15}  "
            f"{correlation(one.discrimination):>18}"
            f"{f'  {one.waiting:,} wait for a person' if one.waiting else ''}"
        ).rstrip()


def _ideas(report: Report) -> Iterator[str]:
    ideas = sorted(
        (one for one in report.met if one.is_misconception), key=lambda one: -one.learners
    )
    if ideas:
        yield "Most met:"
    for one in ideas[:_MOST_IDEAS]:
        yield _wrapped(f"{one.learners:4,} × {one.item.name}: {plain(one.sentence)}", "       ")


def _others(report: Report) -> Iterator[str]:
    for one in report.standings:
        if one.state in (State.FAILED, NOT_YET):
            yield _wrapped(f"{plain(one.learner.id)}: {one.state}. {plain(one.reason)}", "  ")


def _noted(report: Report) -> Iterator[str]:
    noted = [one for one in report.standings if one.notes]
    if noted:
        yield "Noted on the way:"
    for one in noted:
        yield _wrapped(f"{plain(one.learner.id)}: {plain(' '.join(one.notes))}", "  ")


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, 88, subsequent_indent=indent)
