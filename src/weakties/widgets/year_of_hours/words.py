"""What the year of hours says, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.widgets.year_of_hours.model import (
    BRIDGES,
    EMBEDDED,
    GOAL,
    HOURS,
    START,
    WEEKS,
    State,
    week_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.widgets.year_of_hours.planted import Planted

TITLE = "A year of hours"
INTRODUCTION = (
    f"A colleague of Nadia's has {START} connections and {HOURS} hours a week. Of the {START}, "
    f"{BRIDGES + EMBEDDED} are in touch: {BRIDGES} bridges, whom nobody else around knows, and "
    f"{EMBEDDED} embedded ties, whom others know, too. Every new connection begins as a bridge; "
    "messages turn some into embedded ties. The colleague is invented."
)
WAYS = {
    "race": (
        f"{GOAL} first",
        (
            f"All {HOURS} hours go into inviting for a quarter, until {GOAL} is passed. From then on: an "
            "hour of commenting, two of messages, one of asking, one of reading."
        ),
    ),
    "garden": (
        "Near 200",
        (
            "The same from the first week on, except that in the first quarter the hour of reading goes "
            "into inviting."
        ),
    ),
}
PREDICTION_QUESTION = (
    f"Two ways to spend the same {HOURS * WEEKS} hours. Which has brought more opportunities after "
    f"{WEEKS} weeks?"
)
CHOICES = {"race": f"{GOAL} first", "garden": "near 200", "same": "no difference"}
PLAN_QUESTION = (
    f"Now your own year. Share {HOURS} hours among four things, quarter by quarter; what is left "
    "goes into reading."
)
EXPECTED = {
    "connections": f"How many connections will there be after {WEEKS} weeks?",
    "opportunities": "And how many opportunities will have come in this year?",
}
ACTIVITIES = {
    "invite": "Inviting",
    "comment": "Commenting",
    "message": "Messaging",
    "ask": "Asking",
}
GUESS_QUESTION = "Seven assumptions make this world. Which one, moved least, would turn the result of the two ways?"
HEADER = [
    *("Who", "Connections", "You said: connections", "Week of the 400th", "In touch"),
    *("Of these embedded", "Opportunities", "You said: opportunities", "In the last quarter"),
]
TURN_HEADER = ["Assumption", "Now", "No longer so at", "Alone"]
SETTINGS = {
    "bridge": ("Half of the untended bridges are gone after", "weeks"),
    "embedded": ("Half of the untended embedded ties are gone after", "weeks"),
    "per_hour": ("An hour of inviting brings", "connections"),
    "tended": ("An hour of messages keeps in touch for a week", "ties"),
    "worth": ("An embedded tie brings as much as", "bridges"),
    "asked": ("Of asks of an embedded tie, those that lead to an opportunity", "%"),
    "silent": ("Opportunities a year through 100 connections out of touch", ""),
}
"""For each assumption its label and unit."""
ASSUMED = (
    "In this simulated world only two things rest on research. Bridges that nobody tends are gone "
    "soon: 16 weeks is Burt's nine in ten within a year. And attention is a budget: whoever lets "
    "somebody in gives others less (Saramäki), so an hour of messages tends the same number of ties, "
    "however many there are. That embedded ties last longer has Burt's direction; every other size "
    "is ours."
)
MORE_ASSUMED = (
    "What you cannot move: comments reach whoever turns up, so they miss more often the more "
    "connections are out of touch; a bridge brings 0.015 opportunities a year unasked; an hour of "
    "reading adds a tenth to what comes unasked; two asks an hour, nobody twice in a quarter. No "
    "luck: these are means."
)


def count(value: float) -> str:
    """Write a number of opportunities.

    Examples
    --------
    >>> count(19.63)
    '19.6'
    """
    return f"{value:.1f}"


def result(race: Sequence[State], garden: Sequence[State], prediction: dict[str, Any]) -> str:
    """Say which of the two ways brought more, against what was said at the start."""
    first, second = race[-1].opportunities, garden[-1].opportunities
    reached = week_of(race)
    when = f"passes {GOAL} in week {reached}" if reached else f"does not reach {GOAL}"
    gap = abs(first - second)
    beside = f"{count(gap)} {'more' if first < second else 'fewer'}" if gap >= 0.05 else "the same"
    return (
        f"In this simulated world “{GOAL} first” {when} and has brought {count(first)} opportunities "
        f"after {WEEKS} weeks. Stopping near 200 and looking after them has brought "
        f"{count(second)}: {beside}. You had said {CHOICES[prediction['more']]}, and were "
        f"{prediction['sure']} of 5 sure."
    )


def own(states: Sequence[State], said: dict[str, Any]) -> str:
    """Say what the learner's own year came to, against what they said."""
    end = states[-1]
    return (
        f"Your year ends with {end.connections:.0f} connections (you said {said['connections']}) "
        f"and has brought {count(end.opportunities)} opportunities (you said "
        f"{said['opportunities']})."
    )


def last_quarter(race: Sequence[State], garden: Sequence[State]) -> str:
    """Say what the two ways bring once both do the same."""
    ends = [count(_last(states)) for states in (race, garden)]
    return (
        f"Look at the slopes. In the last quarter, when both do the same, “{GOAL} first” brings "
        f"{ends[0]} and “near 200” {ends[1]}: what parts them is the first quarter, and a second year might "
        "part them otherwise."
    )


def row(name: str, states: Sequence[State], said: dict[str, Any] | None = None) -> list[str]:
    """Return what one year came to, as a row."""
    end = states[-1]
    reached = week_of(states)
    return [
        name,
        f"{end.connections:.0f}",
        str(said["connections"]) if said else "–",
        str(reached) if reached is not None else "never",
        f"{end.in_touch:.0f}",
        f"{end.embedded:.0f}",
        count(end.opportunities),
        str(said["opportunities"]) if said else "–",
        count(_last(states)),
    ]


def turn_rows(
    points: dict[str, int | None], planted: Planted, carrying: str | None
) -> list[list[str]]:
    """Return for each assumption where the result no longer holds."""
    rows = []
    for field, (label, unit) in SETTINGS.items():
        value = points[field]
        said = "moved least: it carries the result" if field == carrying else "can turn it"
        rows.append(
            [
                label,
                with_unit(getattr(planted, field), unit),
                "nowhere within its limits" if value is None else with_unit(value, unit),
                "can't turn it" if value is None else said,
            ]
        )
    return rows


def verdict(carrying: str | None, points: dict[str, int | None], guess: str, *, wins: bool) -> str:
    """Say which assumption carries the result, against what was guessed."""
    first = (
        "As assumed now, stopping near 200 wins."
        if wins
        else f"As assumed now, reaching {GOAL} first is no worse, or better."
    )
    you = f"You had said “{SETTINGS[guess][0].lower()}”."
    if carrying is None:
        return f"{first} No assumption turns that alone; it takes two or more. {you}"
    label, unit = SETTINGS[carrying]
    return (
        f"{first} What carries it is “{label.lower()}”: at {with_unit(points[carrying] or 0, unit)}, "
        f"all else the same, it no longer holds. {you}"
    )


def with_unit(value: int, unit: str) -> str:
    """Write a whole number with its unit.

    Examples
    --------
    >>> with_unit(1, "weeks"), with_unit(4, "ties"), with_unit(15, "%"), with_unit(3, "")
    ('1 week', '4 ties', '15%', '3')
    """
    if unit == "%":
        return f"{value}%"
    return f"{value} {unit[:-1] if value == 1 else unit}".strip()


def _last(states: Sequence[State]) -> float:
    return states[-1].opportunities - states[-1 - WEEKS // 4].opportunities
