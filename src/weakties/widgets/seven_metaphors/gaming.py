"""How a number is gamed in three moves, and what is left of what it stood for.

Half of twenty hours a month goes into what is counted, the other half into all else that serves the
goal. At first everything is done well, and the goal stands at 100.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

MINUTES = 1200
MOVES = ("cheap", "bar", "drop")
"""Do it the cheap way; lower the bar; drop what is not counted, or stop at the first success."""

COUNT, SHARE = "count", "share"
FORMS = (COUNT, SHARE)

_HALF = 50.0
_CHEAP_WORTH, _EASY_WORTH, _LOW_BAR_WORTH = 0.1, 0.4, 0.6
"""What is left of the worth of what is counted, after a move."""
_GUARD_TAKES = 0.05
"""Part of all time that one guard takes."""


class Thing(NamedTuple):
    """Something that can be counted.

    Parameters
    ----------
    label
        What, in the plural.
    minutes, cheap_minutes
        What one takes, done well and done the cheap way.
    works
        How many of a hundred tries succeed.
    cheap
        The cheap way, in words.
    """

    label: str
    minutes: float
    cheap_minutes: float
    works: int
    cheap: str


THINGS = {
    "connections": Thing(
        "new connections", 20, 0.5, 40, "press Connect under every name that is suggested"
    ),
    "replies": Thing("replies", 30, 4, 30, "write to many what anybody answers with a thank-you"),
    "talks": Thing("real conversations", 60, 15, 35, "book calls with friends"),
    "answers": Thing(
        "questions answered", 60, 10, 40, "ask what a search engine or a friend surely knows"
    ),
    "introductions": Thing(
        "introductions made", 90, 5, 50, "put people in touch who never asked for it"
    ),
    "views": Thing("profile views", 15, 1, 50, "look at strangers' profiles until they look back"),
    "readers": Thing(
        "readers of a post", 10, 0.5, 25, "promise in the headline what the text lacks"
    ),
}


class Step(NamedTuple):
    """How things stand after a move.

    Parameters
    ----------
    move
        Which, empty at the start.
    stopped
        Whether a guard stopped it.
    number
        The number that is watched: a count, or percent.
    goal
        What is left of 100.
    """

    move: str
    stopped: bool
    number: float
    goal: float


def gamed(what: str, form: str, guards: Collection[str] = ()) -> tuple[Step, ...]:
    """Return the start and what comes of each of the three moves; a guard stops its move.

    Examples
    --------
    >>> start, *_, last = gamed("talks", "count")
    >>> (start.number, start.goal), (last.number, last.goal)
    ((10.0, 100.0), (160.0, 6.0))
    """
    done: list[str] = []
    steps = [_after(what, form, done, "", guards)]
    for move in MOVES:
        if move not in guards:
            done.append(move)
        steps.append(_after(what, form, done, move, guards))
    return tuple(steps)


def _after(what: str, form: str, done: Collection[str], move: str, guards: Collection[str]) -> Step:
    thing, kept = THINGS[what], 1 - _GUARD_TAKES * len(guards)
    state = _counted if form == COUNT else _of_tries
    number, goal = state(thing, done, MINUTES / 2 * kept)
    return Step(move, move in guards, round(number, 1), round(kept * goal, 1))


def _counted(thing: Thing, done: Collection[str], minutes: float) -> tuple[float, float]:
    dropped = "drop" in done
    each = thing.cheap_minutes if "cheap" in done else thing.minutes
    number = minutes * (2 if dropped else 1) / each * (2 if "bar" in done else 1)
    worth = _CHEAP_WORTH if "cheap" in done else 1
    worth *= _LOW_BAR_WORTH if "bar" in done else 1
    return number, _HALF * worth * (2 if dropped else 1) + (0 if dropped else _HALF)


def _of_tries(thing: Thing, done: Collection[str], minutes: float) -> tuple[float, float]:
    tries = minutes / thing.minutes
    works = thing.works / 100
    works = min(0.95, 2 * works) if "cheap" in done else works
    works = 1 - (1 - works) / 2 if "bar" in done else works
    worth = _EASY_WORTH if "cheap" in done else 1
    worth *= _LOW_BAR_WORTH if "bar" in done else 1
    if "drop" in done:
        # One success, and then no further try.
        return 100, _HALF * worth / tries + _HALF
    return 100 * works, _HALF * worth + _HALF
