"""What coming late costs, as a plugin of nbgrader's: so much a day, down to a floor."""

from __future__ import annotations

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float

from weakties.grading.cohort.cohort import Late

_DAY = 86_400.0
_HUNDRED = 100.0


def penalty(score: float, seconds: float, late: Late) -> float:
    """Return the points that are taken off.

    Parameters
    ----------
    score
        The points of the work.
    seconds
        How late it came.
    late
        What coming late costs.

    Examples
    --------
    >>> penalty(10, 3_600, Late(percent_a_day=10)), penalty(10, 90_000, Late(percent_a_day=10))
    (1.0, 2.0)
    >>> penalty(10, 3_600, Late(grace_minutes=60, percent_a_day=10))
    0.0
    >>> penalty(10, 30 * 86_400, Late(percent_a_day=10, floor_percent=40))
    6.0
    """
    if seconds <= late.grace_minutes * 60:
        return 0.0
    share = min(late.percent_a_day * math.ceil(seconds / _DAY), _HUNDRED - late.floor_percent)
    return score * share / _HUNDRED


class LateByTheDay(LateSubmissionPlugin):  # type: ignore[misc]
    """Takes a share of the points off for each day that was begun, as ``cohort.toml`` says."""

    grace_minutes = Float(0.0, help="So much later is not late.").tag(config=True)
    percent_a_day = Float(0.0, help="Of the points, for each day begun.").tag(config=True)
    floor_percent = Float(0.0, help="So much is kept however late it is.").tag(config=True)

    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float
    ) -> float:
        """Return the points that are taken off."""
        del student_id  # who has longer is in the gradebook, and not late
        late = Late(self.grace_minutes, self.percent_a_day, self.floor_percent)
        return penalty(score, total_seconds_late, late)
