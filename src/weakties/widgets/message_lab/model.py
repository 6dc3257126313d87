"""The rules of the message lab: a message's chance of an answer, a race of two, and its replays."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from weakties.measures import binomial, newcombe_interval, wilson_interval
from weakties.widgets.message_lab.planted import PARTS, SOLD_AT_ONCE, START, Choice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

RACES = 1000
SENDS = (10, 20, 50, 100, 200, 500)
"""How many of each message can be sent."""

PLANTED, COUNTED, EQUAL = "planted", "counted", "equal"
WORLDS = (PLANTED, COUNTED, EQUAL)
"""What moves a chance: all that is planted, only what somebody counted, or nothing at all."""


class Message(NamedTuple):
    """What a message is made of, each part a key of its menu in `planted`."""

    opener: str
    length: str
    ask: str
    time: str


class Step(NamedTuple):
    """How a race stands after as many sends of each; shares lie between 0 and 1.

    Parameters
    ----------
    a, b
        How many were answered.
    a_interval, b_interval
        Wilson's 95% interval of each share.
    difference
        Newcombe's 95% interval of the first share minus the second.
    """

    a: int
    b: int
    a_interval: tuple[float, float]
    b_interval: tuple[float, float]
    difference: tuple[float, float]


class Tally(NamedTuple):
    """How many of some races each message led in, and in how many neither did."""

    a: int
    tie: int
    b: int


def factors(message: Message, world: str = PLANTED) -> list[Choice]:
    """Return what moves a message's chance in a world, in the order of its parts."""
    chosen = [PARTS[part][key] for part, key in message._asdict().items()]
    if (message.ask, message.time) == ("sale", "minutes"):
        chosen.append(SOLD_AT_ONCE)
    if world == EQUAL:
        return []
    return [choice for choice in chosen if choice.counted or world == PLANTED]


def chance(message: Message, world: str = PLANTED) -> float:
    """Return the chance that a message is answered, to a tenth of a percent.

    Parameters
    ----------
    message
        What it is made of.
    world
        One of `WORLDS`.

    Examples
    --------
    0.2 × 1.0 × 1.22 × 1.1 × 1.0, and only its length has been counted:

    >>> message = Message("candid", "short", "question", "week")
    >>> chance(message), chance(message, COUNTED), chance(message, EQUAL)
    (0.268, 0.244, 0.2)
    """
    found = START
    for choice in factors(message, world):
        found *= choice.times
    # As it is shown, so that a reader who subtracts two of them gets the difference that is shown.
    return round(found, 3)


def race(chances: tuple[float, float], sends: int, rng: Random) -> list[tuple[bool, bool]]:
    """Return whether each send of the first and of the second message was answered."""
    return [(rng.random() < chances[0], rng.random() < chances[1]) for _ in range(sends)]


def steps(answers: list[tuple[bool, bool]]) -> Iterator[Step]:
    """Yield how a race stands after each pair of sends."""
    a = b = 0
    for sent, (first, second) in enumerate(answers, start=1):
        a, b = a + first, b + second
        yield Step(
            a,
            b,
            wilson_interval(a, sent),
            wilson_interval(b, sent),
            newcombe_interval(a, sent, b, sent),
        )


def leads(chances: tuple[float, float], sends: int, rng: Random, races: int = RACES) -> list[int]:
    """Return by how many answers the first message leads in each of many races, sorted.

    Parameters
    ----------
    chances
        Of an answer, for both messages.
    sends
        Of each message in one race.
    rng
        The source of chance.
    races
        How many.
    """
    # Drawn from the binomial distribution at once, which is what a race of single sends adds up to.
    ladders = [list(accumulate(binomial(sends, share))) for share in chances]
    counts = [[_drawn(ladder, rng) for _ in range(races)] for ladder in ladders]
    return sorted(a - b for a, b in zip(*counts, strict=True))


def tally(found: list[int]) -> Tally:
    """Count who led.

    Examples
    --------
    >>> tally([-2, 0, 0, 1, 5, 7])
    Tally(a=3, tie=2, b=1)
    """
    ties = found.count(0)
    ahead = sum(lead > 0 for lead in found)
    return Tally(ahead, ties, len(found) - ties - ahead)


def _drawn(ladder: list[float], rng: Random) -> int:
    """Return a count drawn from its cumulated chances; the last step need not reach 1 exactly."""
    return min(bisect_left(ladder, rng.random()), len(ladder) - 1)
