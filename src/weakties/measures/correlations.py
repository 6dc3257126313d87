"""How well a correlation is known: Fisher's interval."""

from __future__ import annotations

import math
from statistics import NormalDist


def fisher_interval(r: float, pairs: int, *, level: float = 0.95) -> tuple[float, float]:
    """Return the interval of Pearson's correlation by Fisher's z.

    The inverse hyperbolic tangent of r is nearly normal with standard error 1 / √(n − 3).

    Parameters
    ----------
    r
        The correlation, from −1 to 1.
    pairs
        Over how many pairs it was computed.
    level
        How often an interval made in this way holds the true correlation.

    Returns
    -------
    tuple of float
        Its lower and upper end; with fewer than four pairs nothing is known: (−1, 1). A
        correlation of exactly ±1 is its own interval.

    Raises
    ------
    ValueError
        If `r` is not from −1 to 1, or `level` not between 0 and 1.

    References
    ----------
    Fisher, R. A. (1921). On the "probable error" of a coefficient of correlation deduced from a
    small sample. Metron 1, 3-32.

    Examples
    --------
    >>> low, high = fisher_interval(0.5, 28)
    >>> f"{low:.2f} to {high:.2f}"
    '0.16 to 0.74'
    """
    if not -1 <= r <= 1:
        raise ValueError(f"A correlation lies from -1 to 1, and {r} does not.")
    if not 0 < level < 1:
        raise ValueError("A level of confidence lies between 0 and 1, such as 0.95.")
    if pairs < 4:
        return (-1.0, 1.0)
    if abs(r) == 1:
        return (r, r)
    margin = NormalDist().inv_cdf((1 + level) / 2) / math.sqrt(pairs - 3)
    return (math.tanh(math.atanh(r) - margin), math.tanh(math.atanh(r) + margin))
