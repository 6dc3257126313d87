"""How well a mean is known that was taken over many values: the normal interval."""

from __future__ import annotations

import math
from statistics import NormalDist, fmean, stdev
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class MeanInterval(NamedTuple):
    """A mean with its interval, the spread of the single values (n − 1), and their number."""

    mean: float
    low: float
    high: float
    sd: float
    n: int


def mean_interval(values: Sequence[float], *, level: float = 0.95) -> MeanInterval:
    """Return a mean with the interval mean ± z · s / √n.

    Meant for dozens of values and more; for few the t distribution gives a wider one.

    Parameters
    ----------
    values
        At least two numbers.
    level
        How often an interval made in this way holds the true mean.

    Returns
    -------
    MeanInterval
        In the unit of the values.

    Raises
    ------
    ValueError
        If there are fewer than two values, or `level` is not between 0 and 1.

    Examples
    --------
    A hundred values with standard error 1.005 / 10:

    >>> found = mean_interval([0.0, 2.0] * 50)
    >>> f"{found.mean} from {found.low:.3f} to {found.high:.3f}"
    '1.0 from 0.803 to 1.197'
    """
    if len(values) < 2:
        raise ValueError("The spread of a mean needs at least two values.")
    if not 0 < level < 1:
        raise ValueError("A level of confidence lies between 0 and 1, such as 0.95.")
    mean, sd = fmean(values), stdev(values)
    margin = NormalDist().inv_cdf((1 + level) / 2) * sd / math.sqrt(len(values))
    return MeanInterval(mean, mean - margin, mean + margin, sd, len(values))
