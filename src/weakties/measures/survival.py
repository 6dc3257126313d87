"""How long things last when not all of them were watched to the end: Kaplan and Meier's estimate."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class SurvivalStep(NamedTuple):
    """One time at which something ended: how many were at risk, how many ended, what share is left."""

    time: float
    at_risk: int
    ended: int
    survival: float


def kaplan_meier(times: Iterable[float], ended: Iterable[bool]) -> tuple[SurvivalStep, ...]:
    """Return Kaplan and Meier's estimate of the share that lasts longer than each time.

    At each time at which something ended, the share is multiplied by 1 − ended ÷ at risk. What was
    watched until t without an end is censored: it is at risk up to and including t, and then leaves.

    Parameters
    ----------
    times
        How long each was watched.
    ended
        Whether it ended then; False where it was still there when the watch was over.

    Returns
    -------
    tuple of SurvivalStep
        One for each time at which something ended, in order; none if nothing did.

    Raises
    ------
    ValueError
        If there is nothing, the two differ in length, or a time is negative or not a number.

    References
    ----------
    Kaplan, E. L., & Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA
    53(282), 457-481.

    Examples
    --------
    Five ties: three ended after 1, 2 and 4 months, two were still there after 2 and 5:

    >>> steps = kaplan_meier([1, 2, 2, 4, 5], [True, True, False, True, False])
    >>> [(step.time, step.at_risk, round(step.survival, 2)) for step in steps]
    [(1.0, 5, 0.8), (2.0, 4, 0.6), (4.0, 2, 0.3)]
    """
    watched = [float(time) for time in times]
    is_end = [bool(one) for one in ended]
    if len(watched) != len(is_end):
        raise ValueError("Each time needs to be told whether something ended then.")
    if not watched or any(math.isnan(time) or time < 0 for time in watched):
        raise ValueError("A survival needs at least one time, and only times of 0 or more.")
    leaving = Counter(watched)
    ending = Counter(time for time, end in zip(watched, is_end, strict=True) if end)
    at_risk, share, steps = len(watched), 1.0, []
    for time in sorted(leaving):
        if ending[time]:
            share *= 1 - ending[time] / at_risk
            steps.append(SurvivalStep(time, at_risk, ending[time], share))
        at_risk -= leaving[time]
    return tuple(steps)


def survival_at(times: Iterable[float], ended: Iterable[bool], time: float) -> float:
    """Return the estimated share that lasts longer than `time`.

    Parameters
    ----------
    times, ended
        As for :func:`kaplan_meier`.
    time
        In the same unit; beyond the longest time watched, the last known share is returned.

    Examples
    --------
    >>> round(survival_at([1, 2, 2, 4, 5], [True, True, False, True, False], 3), 2)
    0.6
    """
    steps = kaplan_meier(times, ended)
    return next((step.survival for step in reversed(steps) if step.time <= time), 1.0)
