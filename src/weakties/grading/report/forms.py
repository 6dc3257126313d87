"""The report as a page and as text."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING

from weakties.grading.report.learners import NOT_YET
from weakties.grading.report.sections import sections_of
from weakties.grading.report.sections.stumbles import NO_FINDINGS
from weakties.grading.report.words import correlation, people, percent, plain
from weakties.grading.result import State
from weakties.pages.html import page_html, report_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.report.report import Report

_MOST_IDEAS = 5


def page_of(report: Report) -> str:
    """Return the report as one page that needs no other file and no network."""
    opening = [f"<p class='short'>{escape(_in_short(report))}</p>"]
    opening += [f"<p class='private'>{escape(note)}</p>" for note in _notes(report)]
    title = f"Item report: {plain(report.entries.assignment)}"
    return page_html(title, report_html(title, "".join(opening), sections_of(report)))


def text_of(report: Report) -> str:
    """Return the report as a few lines for a terminal."""
    blocks = [
        _wrapped(_in_short(report)),
        *map(_wrapped, _notes(report)),
        "\n".join(_questions(report)),
        "\n".join(_ideas(report)),
        "\n".join(_others(report)),
    ]
    return "\n\n".join(block for block in blocks if block)


def _in_short(report: Report) -> str:
    counts = ", ".join(f"{count:,} {state}" for state, count in report.states.items() if count)
    return f"{people(len(report.standings))}: {counts}."


def _notes(report: Report) -> Iterator[str]:
    if not report.has_findings:
        yield NO_FINDINGS
    if report.entries.unreadable:
        yield (
            f"The notes of {people(report.entries.unreadable)} could not be read and are left out; "
            "their points are not affected."
        )


def _questions(report: Report) -> Iterator[str]:
    width = max(len(one.item.label) for one in report.items) if report.items else 0
    yield f"{'question':{width}}  graded  share of points  goes with the rest"
    for one in report.items:
        yield (
            f"{one.item.label:{width}}  {one.graded:6,}  {percent(one.difficulty):>15}  "
            f"{correlation(one.discrimination):>18}"
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


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, 88, subsequent_indent=indent)
