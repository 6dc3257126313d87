"""Whether ties stay inside one's own group: Krackhardt and Stern's E-I index."""

from __future__ import annotations

import math


def ei_index(external: float, internal: float) -> float:
    """Return how far ties lead outside one's own group.

    The E-I index is (E − I) / (E + I): −1 where all ties stay inside, +1 where all lead outside.
    It depends on how many people there are to choose from, so 0 is not what chance would give;
    compare it with the index of everybody who could have been chosen.

    Parameters
    ----------
    external, internal
        How many ties lead to people of other groups, and how many to one's own group.

    Returns
    -------
    float
        Between −1 and 1.

    Raises
    ------
    ValueError
        If a count is negative or not finite, or there are no ties.

    References
    ----------
    Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational crises: an
    experimental simulation. Social Psychology Quarterly 51(2), 123-140.

    Examples
    --------
    By hand, ten ties that lead outside and thirty that do not: (10 − 30) / 40.

    >>> ei_index(10, 30)
    -0.5
    """
    if any(not math.isfinite(count) or count < 0 for count in (external, internal)):
        raise ValueError("A count of ties is a finite number, 0 or more.")
    if not external + internal:
        raise ValueError("There are no ties, so there is nothing to compare.")
    return (external - internal) / (external + internal)
