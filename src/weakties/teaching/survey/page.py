"""What a workshop changed, as text and as a page: shares with intervals, and nobody's answers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.counted import unit_of
from weakties.pages.html import page_html, sheet_html
from weakties.teaching.survey.compared import FEWEST, mean_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.teaching.survey.answers import Answers
    from weakties.teaching.survey.compared import Compared, Share

TITLE = "Before and after"
SAME_PEOPLE = (
    "Shares are with 95 percent intervals (Wilson; of the difference Newcombe's). They treat the two "
    "groups as different people, since no name says who is who; if the same people answered, the "
    "true interval of the difference is mostly narrower."
)
NO_CAUSE = (
    "A gain shows that answers changed, not what changed them: people also learn from being asked, "
    "and those who liked it least may have left before the second form."
)
NO_KNOWLEDGE = "Confidence is not knowledge. Look at both lines beside each other."
LIMITS = (SAME_PEOPLE, NO_CAUSE, NO_KNOWLEDGE)


def opening(before: Answers, after: Answers) -> list[str]:
    """Return the first sentences."""
    hits, cases = mean_right(before)
    later_hits, later_cases = mean_right(after)
    forms = unit_of(before.people, "forms")
    people = f"{before.people} {forms} before, {after.people} after. "
    shares = (
        f"Of all answers to questions of knowledge {_share(hits, cases)} were right before and "
        f"{_share(later_hits, later_cases)} after."
    )
    unread = sum(before.unread.values()) + sum(after.unread.values())
    if not unread:
        return [people + shares]
    answers, were = unit_of(unread, "answers"), "was" if unread == 1 else "were"
    where = ", ".join(sorted({*before.unread, *after.unread}))
    lost = f"{unread} {answers} could not be read and {were} left out: {where}."
    return [people + shares, lost]


def text_of(lines: Sequence[Compared], before: Answers, after: Answers) -> str:
    """Return it as text."""
    rows = [f"{one.id:22}{'  '.join(_cells(one))}" for one in lines if one.is_shown]
    rows += _too_few(lines)
    return "\n".join([*opening(before, after), "", *rows, "", *LIMITS])


def page_of(lines: Sequence[Compared], before: Answers, after: Answers) -> str:
    """Return it as a page."""
    return page_html(TITLE, sheet_html(TITLE, part_of(lines, before, after)))


def part_of(lines: Sequence[Compared], before: Answers, after: Answers) -> str:
    """Return what stands below the page's heading, as HTML."""
    rows = "".join(
        f"<tr><th scope='row' class='long'>{escape(one.text)}</th>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in _cells(one))
        + "</tr>"
        for one in lines
        if one.is_shown
    )
    heads = "".join(
        f"<th scope='col'>{head}</th>" for head in ("asked", "before", "after", "difference")
    )
    said = "".join(f"<p class='short'>{escape(one)}</p>" for one in opening(before, after))
    limits = "".join(f"<li>{escape(one)}</li>" for one in LIMITS)
    table = (
        f"<div class='scroll' role='region' aria-label='Shares' tabindex='0'><table><caption>"
        f"Right answers, and who agrees</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )
    few = "".join(f"<p>{escape(one)}</p>" for one in _too_few(lines))
    return f"{said}{table}{few}<h2>What this can't tell</h2><ul>{limits}</ul>"


def _too_few(lines: Sequence[Compared]) -> list[str]:
    """Return the sentence on what is left out, if something is: not every unit was taught."""
    count = sum(not one.is_shown for one in lines)
    questions = unit_of(count, "questions")
    said = f"{count} more {questions}, with fewer than {FEWEST} answers before or after: not shown."
    return [said] if count else []


def _cells(one: Compared) -> list[str]:
    difference, low, high = one.change
    return [
        _with_interval(one.before),
        _with_interval(one.after),
        f"{100 * difference:+.0f} points ({100 * low:+.0f} to {100 * high:+.0f})",
    ]


def _with_interval(share: Share) -> str:
    low, high = share.interval
    return f"{share.hits} of {share.cases} ({100 * low:.0f} to {100 * high:.0f} %)"


def _share(hits: int, cases: int) -> str:
    return f"{hits} of {cases}" if cases else "none of none"
