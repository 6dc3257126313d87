"""How well a share is known that was counted in few cases: Wilson's interval."""

from __future__ import annotations

import math
from statistics import NormalDist


def wilson_interval(hits: float, cases: int, *, level: float = 0.95) -> tuple[float, float]:
    """Return Wilson's score interval for a share.

    Unlike share ± 1.96 standard errors it never leaves 0 to 1 and holds for few cases.

    Parameters
    ----------
    hits
        In how many cases it happened. A case may count in part, such as a question with partial
        credit: no such values spread wider than all-or-nothing with the same mean, so the interval
        is then rather too wide than too narrow.
    cases
        How many cases there were.
    level
        How often an interval made in this way holds the true share.

    Returns
    -------
    tuple of float
        Its lower and upper end, between 0 and 1. Without a case nothing is known: (0, 1).

    Raises
    ------
    ValueError
        If `hits` is not between 0 and `cases`, or `level` not between 0 and 1.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
    JASA 22(158), 209-212. Newcombe, R. G. (1998), Statistics in Medicine 17(8), 857-872, has the
    example.

    Examples
    --------
    81 of 263, and 0 of 20:

    >>> [round(end, 4) for end in wilson_interval(81, 263)]
    [0.2553, 0.3662]
    >>> [round(end, 4) for end in wilson_interval(0, 20)]
    [0.0, 0.1611]
    """
    if not 0 <= hits <= cases:
        raise ValueError(f"{hits} hits in {cases} cases can't be: hits lie between 0 and cases.")
    if not 0 < level < 1:
        raise ValueError("A level of confidence lies between 0 and 1, such as 0.95.")
    if not cases:
        return (0.0, 1.0)
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = hits / cases
    middle = share + z * z / (2 * cases)
    half = z * math.sqrt(share * (1 - share) / cases + z * z / (4 * cases * cases))
    scale = 1 + z * z / cases
    lower = 0.0 if hits == 0 else (middle - half) / scale
    upper = 1.0 if hits == cases else (middle + half) / scale
    return (lower, upper)
