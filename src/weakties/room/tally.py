"""All answers to one question at once: nobody's in particular, and ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from weakties.lesson.numbers import plain_number
from weakties.lesson.prediction.outcome import is_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weakties.lesson.prediction import Asked
    from weakties.room.results import Result

BINS = 40
"""Places on a scale at which dots are stacked."""
_TAIL = 0.05


@dataclass(frozen=True)
class Vote:
    """One answer, and how sure somebody was, from 1 to 5."""

    answer: float | str
    sure: int


def level(sure: int) -> int:
    """Return 0 for unsure, 1 for between, 2 for sure."""
    return 0 if sure < 3 else 1 if sure == 3 else 2


def counted(votes: Sequence[Vote], choices: Sequence[str]) -> list[list[int]]:
    """Return for each choice how many chose it: unsure, between and sure."""
    counts = {choice: [0, 0, 0] for choice in choices}
    for vote in votes:
        counts[str(vote.answer)][level(vote.sure)] += 1
    return list(counts.values())


def scale_for(
    numbers: Sequence[float], between: tuple[float, float] | None, also: Iterable[float] = ()
) -> tuple[float, float]:
    """Return where a scale begins and ends.

    Where a question has no range, a few wild numbers do not stretch it.

    Examples
    --------
    >>> scale_for([3, 8, 10_000] + [5] * 60, None)
    (0, 5)
    """
    if between:
        return between
    ordered = sorted(numbers)
    cut = int(len(ordered) * _TAIL)
    inner = [*ordered[cut : len(ordered) - cut], *also]
    low, high = min(0, *inner, 0), max(0, *inner, 0)
    return (low, high) if low < high else (low, low + 1)


def stacked(votes: Sequence[Vote], scale: tuple[float, float]) -> list[dict[str, Any]]:
    """Return the piles of dots along a scale; what lies beyond its ends stands at them."""
    low, high = scale
    piles: dict[int, list[int]] = {}
    for vote in votes:
        place = (float(vote.answer) - low) / (high - low) * (BINS - 1)
        pile = piles.setdefault(min(max(round(place), 0), BINS - 1), [0, 0, 0])
        pile[level(vote.sure)] += 1
    return [{"at": place, "dots": piles[place]} for place in sorted(piles)]


def tally(asked: Asked, rounds: Sequence[Sequence[Vote]], result: Result | None) -> dict[str, Any]:
    """Return the answers of one or two rounds on one scale, and what they come to in words."""
    told: dict[str, Any] = {"rounds": []}
    scale = (0.0, 1.0)
    if not asked.choices:
        known = [float(result.value), *(result.interval or ())] if result else []
        numbers = [float(vote.answer) for votes in rounds for vote in votes]
        scale = scale_for(numbers, asked.between, known)
        told["scale"] = [*scale]
        told["ends"] = [plain_number(end) for end in scale]
    for votes in rounds:
        one: dict[str, Any] = {"n": len(votes), "words": summary(asked, votes, result)}
        if asked.choices:
            one["counts"] = counted(votes, asked.choices)
        else:
            one["piles"] = stacked(votes, scale)
            one["median"] = median(float(vote.answer) for vote in votes) if votes else None
        told["rounds"].append(one)
    return told


def summary(asked: Asked, votes: Sequence[Vote], result: Result | None) -> str:
    """Return what the answers come to, in one or two sentences."""
    if not votes:
        return "Nobody has answered."
    if asked.choices:
        counts = dict(zip(asked.choices, map(sum, counted(votes, asked.choices)), strict=True))
        most = max(counts.values())
        words = [f"“{choice}”" for choice, count in counts.items() if count == most]
        said = f"Most often: {' and '.join(words)}, {most} of {len(votes)}."
    else:
        middle = median(float(vote.answer) for vote in votes)
        said = f"The middle guess is {asked.with_unit(middle)}."
    if result is None:
        return said
    hits = [
        (is_right(asked, vote.answer, result.value, result.interval), level(vote.sure))
        for vote in votes
    ]
    of_the_sure = [hit for hit, how in hits if how == 2]
    came = "were right" if asked.choices else "came close"
    held = f" Of the {len(of_the_sure)} who were sure, {sum(of_the_sure)}." if of_the_sure else ""
    return f"{said} {sum(hit for hit, _ in hits)} of {len(votes)} {came}.{held}"
