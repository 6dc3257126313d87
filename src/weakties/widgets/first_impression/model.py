"""The rules of the first impression: nine photos, two looks, and what the ratings say.

Nothing is planted here. The ratings are the learner's own, and neither look is the right one.
"""

from __future__ import annotations

from math import sqrt
from random import Random
from statistics import correlation, fmean, stdev, variance
from typing import NamedTuple

from weakties.measures import fisher_interval
from weakties.widgets.portrait import Portrait

LOWEST, HIGHEST = 1, 9
FLASH_MS = 100
SEED = 2006

# Three people, three photos each; within a person only the photo changes.
PHOTOS: tuple[Portrait, ...] = (
    Portrait("robin", "head-and-shoulders", "suit", "neutral", background="office"),
    Portrait("robin", "close-up", "sweatshirt", "teeth-smile", light="side", angle="tilted"),
    Portrait("robin", "waist-up", "tank-top", "closed-smile", "away", "climbing-wall"),
    Portrait("noor", "head-and-shoulders", "shirt", "teeth-smile", background="office"),
    Portrait("noor", "waist-up", "sweatshirt", "neutral", prop="drink", light="dim"),
    Portrait("noor", "close-up", "suit", "closed-smile", "away", light="side"),
    Portrait("sasha", "waist-up", "suit", "teeth-smile", background="office"),
    Portrait("sasha", "head-and-shoulders", "jersey", "neutral", background="ballpark"),
    Portrait(
        "sasha", "close-up", "shirt", "closed-smile", "away", prop="sunglasses", angle="tilted"
    ),
)
PEOPLE = tuple(dict.fromkeys(photo.person for photo in PHOTOS))

CLOSE_TO_ONE = (0.8, 1.25)


class Outcome(NamedTuple):
    """What two looks at the same photos gave.

    Parameters
    ----------
    changed
        How many photos got a second rating that differs by more than one point.
    r
        The correlation of first and second ratings; None if either does not vary.
    r_interval
        Its 95% interval, by Fisher's z; as wide as it can be if `r` is None.
    within
        The SD among photos of one person, pooled over people (n − 1).
    between
        The SD among the people's means (n − 1).
    spread
        ``"less"``, ``"same"`` or ``"more"``: how `within` compares with `between`.
    """

    changed: int
    r: float | None
    r_interval: tuple[float, float]
    within: float
    between: float
    spread: str


def order(look: int, seed: int = SEED) -> tuple[int, ...]:
    """Return the order in which the photos are shown in the first (1) or second (2) look.

    Examples
    --------
    >>> sorted(order(1)) == sorted(order(2)) == list(range(9))
    True
    """
    shown = list(range(len(PHOTOS)))
    Random(f"{seed} look {look}").shuffle(shown)  # noqa: S311
    return tuple(shown)


def outcome(first: list[int], second: list[int]) -> Outcome:
    """Compare two ratings of each photo, both in the order of `PHOTOS`.

    The spread is that of each photo's mean of both ratings.

    Examples
    --------
    >>> outcome([1, 5, 9, 1, 5, 9, 1, 5, 9], [1, 5, 9, 1, 5, 9, 1, 5, 6]).spread
    'more'
    """
    both = [(a + b) / 2 for a, b in zip(first, second, strict=True)]
    groups = [
        [value for value, photo in zip(both, PHOTOS, strict=True) if photo.person == person]
        for person in PEOPLE
    ]
    within = sqrt(fmean([variance(group) for group in groups]))
    between = stdev([fmean(group) for group in groups])
    varied = len(set(first)) > 1 and len(set(second)) > 1
    r = correlation(first, second) if varied else None
    return Outcome(
        changed=sum(abs(a - b) > 1 for a, b in zip(first, second, strict=True)),
        r=r,
        r_interval=(-1.0, 1.0) if r is None else fisher_interval(r, len(first)),
        within=within,
        between=between,
        spread=compare_spreads(within, between),
    )


def compare_spreads(within: float, between: float) -> str:
    """Say whether `within` is less than, about the same as, or more than `between`.

    About the same means a ratio from 0.8 to 1.25.

    Examples
    --------
    >>> compare_spreads(1.0, 2.0), compare_spreads(1.0, 1.1), compare_spreads(0.0, 0.0)
    ('less', 'same', 'same')
    """
    low, high = CLOSE_TO_ONE
    if within < low * between:
        return "less"
    return "more" if within > high * between else "same"
