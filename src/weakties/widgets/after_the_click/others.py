"""Five hundred others with the same kind of contact, who play at random."""

from __future__ import annotations

from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from weakties.widgets.after_the_click.model import (
    ASKS,
    DAYS,
    HOURS,
    Move,
    Step,
    helped,
    hours,
    in_touch_until,
    play,
    warmth_on,
)
from weakties.widgets.after_the_click.planted import as_planted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.widgets.after_the_click.planted import Planted

OTHERS = 500
SEED = 28
ACTS_A_DAY = 1 / 12
"""The chance that one of the others does anything on a day."""
_SPREAD = 1.5


class Year(NamedTuple):
    """What ninety days led to.

    Parameters
    ----------
    until
        The last day of the year on which they are in touch.
    yes
        Asks that were granted.
    hours
        Time that all of it took.
    warmth
        On the last of the ninety days, from 0 to 100.
    """

    until: float
    yes: float
    hours: float
    warmth: float


def year_of(steps: Sequence[Step], half_life: float) -> Year:
    """Return what steps lead to, if nothing follows."""
    return Year(
        in_touch_until(steps, half_life),
        helped(steps),
        hours(steps),
        warmth_on(steps, DAYS, half_life),
    )


def average_year(plan: Mapping[int, str], *, contacts: int = 300) -> Year:
    """Return what the same plan leads to on average, over many contacts with their own luck.

    Parameters
    ----------
    plan
        What is done on which day.
    contacts
        How many of them.

    Raises
    ------
    ValueError
        If a day lies outside the ninety, or something cannot be done.

    Examples
    --------
    >>> average_year({}).until
    79.0
    """
    if wrong := [day for day in plan if not 0 <= day <= DAYS]:
        raise ValueError(f"Day {wrong[0]} is not one of the days 0 to {DAYS}.")
    if wrong_acts := [what for what in plan.values() if what not in HOURS]:
        raise ValueError(f"'{wrong_acts[0]}' can't be done; choose among {', '.join(HOURS)}.")
    planted, moves = as_planted(), [Move(day, plan[day]) for day in sorted(plan)]
    games = [play(moves, planted, Random(f"plan {k}")) for k in range(contacts)]  # noqa: S311
    years = [year_of(game, planted.half_life) for game in games]
    return Year(*(sum(column) / contacts for column in zip(*years, strict=True)))


@lru_cache(maxsize=8)
def others(planted: Planted) -> tuple[tuple[Step, ...], ...]:
    """Return what all of them did and what came of it; what they do rests on no assumption."""
    return tuple(_other(number, planted) for number in range(OTHERS))


def mean_bias(games: Sequence[Sequence[Step]], what: str) -> float | None:
    """Return by how much predictions lie above what is true, of ten; ``None`` without a single one.

    Parameters
    ----------
    what
        The channel of an ask, or a pitch.
    """
    gaps = [
        step.move.expected - 10 * step.chance
        for steps in games
        for step in steps
        if step.move.what == what and step.move.expected is not None and step.chance is not None
    ]
    return sum(gaps) / len(gaps) if gaps else None


def _other(number: int, planted: Planted) -> tuple[Step, ...]:
    chance = Random(f"{SEED} {number}")  # noqa: S311
    moves = [
        Move(day, what, _expected(what, planted, chance))
        for day in range(DAYS + 1)
        if chance.random() < ACTS_A_DAY
        for what in [chance.choice(list(HOURS))]
    ]
    return play(moves, planted, chance)


def _expected(what: str, planted: Planted, chance: Random) -> int | None:
    """Return what one of them says of ten, around what askers expect; nobody studied a pitch."""
    noise = chance.gauss(0, _SPREAD)
    if what not in ASKS:
        return None
    expected: int = getattr(planted, f"{what}_expected")
    return min(max(round(expected / 10 + noise), 0), 10)
