"""The rules of the ninety days: how a tie warms and cools, who says yes, how long it lasts."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, NamedTuple

from weakties.widgets.after_the_click.contact import OCCASION, QUESTION, open_news

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from weakties.widgets.after_the_click.planted import Planted

DAYS, YEAR = 90, 365
START, USUAL, LOST, HIGHEST = 25.0, 30.0, 10.0, 100.0
"""Warmth on the first day, where the planted rates hold, below which one is out of touch, the most."""

ASKS = ("message", "phone", "face")
PITCH = "pitch"
PREDICTED = (*ASKS, PITCH)
"""Before these the learner says how many of ten would say yes."""
HOURS = {
    "thank": 0.1,
    "congratulate": 0.1,
    "share": 0.5,
    "message": 0.25,
    "phone": 0.5,
    "face": 1.5,
    "pitch": 0.25,
}
"""What can be done, and what it takes."""

_SOON = 7
"""Days after which a further sign of life counts half of what it would after long silence."""
_DUE, _NOT_DUE = 10.0, 0.0
_ANSWERED_QUESTION, _SHARED = 16.0, 8.0
_REPLY, _YES, _NO, _PITCHED = 4.0, 6.0, -4.0, -15.0
_MOST_GIVEN = 2.0


class Move(NamedTuple):
    """One thing done on one day; `expected` of ten would say yes, where something is asked."""

    day: int
    what: str
    expected: int | None = None


class Step(NamedTuple):
    """What came of a move.

    Parameters
    ----------
    before, after
        Warmth just before and after.
    chance
        Of a yes, where something was asked.
    answered
        Whether she said yes, or wrote back where nothing was asked.
    fitting
        Whether there was something to thank or congratulate for, or a question to help with.
    ended
        Whether she disconnected.
    """

    move: Move
    before: float
    after: float
    chance: float | None
    answered: bool
    fitting: bool
    ended: bool


class _Memory:
    """What the next move is seen in the light of."""

    def __init__(self) -> None:
        self.last: int | None = None
        self.last_ask: int | None = None
        self.owes_thanks = True  # she has just accepted
        self.given = 0.0
        self.news: frozenset[int] = frozenset()


def play(moves: Sequence[Move], planted: Planted, luck: Random) -> tuple[Step, ...]:
    """Return what comes of moves in the order of their days; nothing comes after an end.

    Parameters
    ----------
    moves
        On days that rise.
    planted
        What the world rests on.
    luck
        Two numbers are drawn for each move, so that a further move changes none before it.
    """
    steps: list[Step] = []
    memory, warmth, day = _Memory(), START, 0
    for move in moves:
        warmth, day = faded(warmth, move.day - day, planted.half_life), move.day
        step = _step(move, warmth, memory, planted, (luck.random(), luck.random()))
        steps.append(step)
        if step.ended:
            break
        warmth, memory.last = step.after, day
    return tuple(steps)


def faded(warmth: float, days: float, half_life: float) -> float:
    """Return what is left of warmth after days of silence.

    Examples
    --------
    >>> faded(40, 60, 60), faded(40, 120, 60)
    (20.0, 10.0)
    """
    return float(warmth * 0.5 ** (days / half_life))


def warmth_on(steps: Sequence[Step], day: float, half_life: float) -> float:
    """Return the warmth at the end of a day; 0 once she has disconnected."""
    since, warmth = 0, START
    for step in steps:
        if step.move.day <= day:
            since, warmth = step.move.day, 0.0 if step.ended else step.after
    return faded(warmth, day - since, half_life)


def warmth_ahead(steps: Sequence[Step], first: int, half_life: float) -> list[int]:
    """Return the warmth of each day from `first` to the last if nothing more is done."""
    start = warmth_on(steps, first, half_life)
    return [round(faded(start, day - first, half_life)) for day in range(first, DAYS + 1)]


def in_touch_until(steps: Sequence[Step], half_life: float) -> int:
    """Return the last day on which the tie is warm enough, if nothing follows; `YEAR` at most.

    Examples
    --------
    >>> in_touch_until((), 60)
    79
    """
    warm = [(0, START, 0)] + [
        (k, step.after, step.move.day) for k, step in enumerate(steps, 1) if step.after >= LOST
    ]
    k, warmth, day = warm[-1]
    broken = steps[k].move.day if k < len(steps) else YEAR
    return min(int(day + half_life * log2(warmth / LOST)), broken, YEAR)


def helped(steps: Sequence[Step]) -> int:
    """Return how many asks she said yes to."""
    return sum(step.answered for step in steps if step.move.what in ASKS)


def hours(steps: Sequence[Step]) -> float:
    """Return the time that all of it took."""
    return sum(HOURS[step.move.what] for step in steps)


def chance_of_yes(
    what: str, warmth: float, planted: Planted, *, given: float = 0.0, fresh: float = 1.0
) -> float:
    """Return the share of such people who say yes to an ask or a pitch.

    Parameters
    ----------
    given
        How much you have given and not been given back; from 1 on the whole reciprocity counts.
    fresh
        From 0 to 1: how long ago you last asked. Asked again after a week, half as many say yes.

    Examples
    --------
    >>> from weakties.widgets.after_the_click.planted import as_planted
    >>> round(chance_of_yes("message", 30, as_planted()), 2)
    0.3
    >>> round(chance_of_yes("phone", 25, as_planted(), given=1), 3)
    0.735
    """
    if what == PITCH:
        return 0.02 + 0.3 * _grown(warmth) ** 2
    yes: int = getattr(planted, what)
    share = yes / 100 + 0.3 * (warmth - USUAL) / 100 + planted.reciprocity / 100 * min(given, 1.0)
    return min(max(share * fresh, 0.0), 1.0)


def _step(
    move: Move, warmth: float, memory: _Memory, planted: Planted, luck: tuple[float, float]
) -> Step:
    if move.what in PREDICTED:
        return _asked(move, warmth, memory, planted, luck)
    fresh = _fresh(move.day, memory.last)
    gain, fitting = _told(move, memory)
    replied = luck[0] < 0.32 + 0.58 * warmth / HIGHEST
    gain = gain if fitting and move.what == "thank" else gain * fresh
    after = min(warmth + gain + _REPLY * fresh * replied, HIGHEST)
    return Step(move, warmth, after, None, replied, fitting, ended=False)


def _told(move: Move, memory: _Memory) -> tuple[float, bool]:
    """Return how much thanks, congratulations or something useful warm, and whether they fit."""
    if move.what == "thank":
        due, memory.owes_thanks = memory.owes_thanks, False
        return (_DUE, True) if due else (_NOT_DUE, False)
    kind = OCCASION if move.what == "congratulate" else QUESTION
    news = open_news(move.day, kind, memory.news)
    memory.news |= {news.day} if news else set()
    if kind == OCCASION:
        return (_DUE, True) if news else (_NOT_DUE, False)
    memory.given = min(memory.given + (1.0 if news else 0.5), _MOST_GIVEN)
    return (_ANSWERED_QUESTION, True) if news else (_SHARED, False)


def _asked(
    move: Move,
    warmth: float,
    memory: _Memory,
    planted: Planted,
    luck: tuple[float, float],
) -> Step:
    fresh, memory.last_ask = _fresh(move.day, memory.last_ask), move.day
    chance = chance_of_yes(move.what, warmth, planted, given=memory.given, fresh=fresh)
    yes = luck[0] < chance
    ended = move.what == PITCH and not yes and luck[1] < planted.pitch / 100 * (1 - _grown(warmth))
    if yes:
        memory.given = max(memory.given - 1.0, 0.0)
        memory.owes_thanks = True
    moved = _YES if yes else _PITCHED if move.what == PITCH else _NO * (2 - fresh)
    after = 0.0 if ended else min(max(warmth + moved, 0.0), HIGHEST)
    return Step(move, warmth, after, chance, yes, fitting=False, ended=ended)


def _fresh(day: int, last: int | None) -> float:
    """Return how much something counts after a silence, from 0 at once to 1 after a long one."""
    return 1.0 if last is None else 1 - 0.5 ** ((day - last) / _SOON)


def _grown(warmth: float) -> float:
    """Return how far a tie has grown from its first day, from 0 to 1."""
    return min(max((warmth - START) / (HIGHEST - START), 0.0), 1.0)
