"""What came out for the room's people in a widget that they played, and all of it at once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from weakties.lesson.numbers import plain_number
from weakties.room.tally import Vote, scale_for, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAME = 5
"""How full the dots are: all alike."""


@dataclass(frozen=True)
class Play:
    """A widget whose outcome a notebook may send.

    Parameters
    ----------
    name
        What messages call it.
    title
        What stands above all outcomes.
    numbers
        What each number is that it sends.
    unit
        Of these numbers.
    between
        Lowest and highest of them.
    good, bad
        How many requests are decided of either kind; 0 where none are.
    """

    name: str
    title: str
    numbers: tuple[str, ...]
    unit: str
    between: tuple[float, float]
    good: int = 0
    bad: int = 0

    def outcome(self, counts: object, numbers: object) -> Outcome:
        """Return what was sent as an outcome of this widget.

        Parameters
        ----------
        counts
            Good accepted and declined, bad accepted and declined; empty where nothing is decided.
        numbers
            One for each of `numbers`.

        Raises
        ------
        ValueError
            If this widget can't have come to that.
        """
        if not isinstance(counts, list) or not all(type(one) is int and one >= 0 for one in counts):
            raise ValueError("Counts are whole numbers.")
        if self.good or self.bad:
            fits = len(counts) == 4 and (sum(counts[:2]), sum(counts[2:])) == (self.good, self.bad)
        else:
            fits = not counts
        if not fits:
            raise ValueError("These counts are none of this widget.")
        low, high = self.between
        if (
            not isinstance(numbers, list)
            or len(numbers) != len(self.numbers)
            or not all(type(one) in (int, float) and low <= one <= high for one in numbers)
        ):
            raise ValueError("These numbers are none of this widget.")
        return Outcome(tuple(counts), tuple(map(float, numbers)))


@dataclass(frozen=True)
class Outcome:
    """What came out for one person: four counts where requests were decided, and numbers."""

    counts: tuple[int, ...]
    numbers: tuple[float, ...]


def together(play: Play, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the outcomes of all, ready to be drawn, and what they come to in words."""
    columns = [[one.numbers[index] for one in outcomes] for index in range(len(play.numbers))]
    scale = scale_for([number for column in columns for number in column], None)
    low, high = math.floor(scale[0]), math.ceil(scale[1])
    matrix = [sum(one.counts[field] for one in outcomes) for field in range(4 * bool(play.good))]
    return {
        "name": play.name,
        "title": play.title,
        "n": len(outcomes),
        "matrix": matrix,
        "matrix_words": _decided(matrix) if matrix and outcomes else "",
        "scale": [low, high],
        "ends": [plain_number(low), f"{plain_number(high)} {play.unit}"],
        "rounds": [
            {
                "title": title,
                "n": len(column),
                "piles": stacked([Vote(number, _SAME) for number in column], (low, high)),
                "words": f"In the middle: {median(column):.1f} {play.unit}." if column else "",
            }
            for title, column in zip(play.numbers, columns, strict=True)
        ],
    }


def _decided(matrix: Sequence[int]) -> str:
    good_in, good_out, bad_in, bad_out = matrix
    good, bad = good_in + good_out, bad_in + bad_out
    return (
        f"Accepted: {good_in} of {good} good ones ({good_in / good:.0%}), and "
        f"{bad_in} of {bad} bad ones ({bad_in / bad:.0%})."
    )


def plays() -> dict[str, Play]:
    """Return what can be played, by the name that a lesson calls the widget by."""
    from weakties.widgets.inbox.words import GOOD, REQUESTS
    from weakties.widgets.think_tank.asking import MOST_EXPECTED

    return {
        "Inbox": Play(
            "inbox",
            "The inbox: thirty requests, decided by hand",
            ("What a request was worth",),
            "hours",
            (-250.0, 60.0),
            good=GOOD,
            bad=REQUESTS - GOOD,
        ),
        "ThinkTank": Play(
            "think-tank",
            "The think tank: what twelve people bring",
            ("What people expected", "What their twelve bring"),
            "new things a month",
            (0.0, float(MOST_EXPECTED)),
        ),
    }
