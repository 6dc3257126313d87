"""How much new a group of contacts brings: bandwidth times the share that is new."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Novelty(NamedTuple):
    """What to expect from a group of contacts in a month.

    Parameters
    ----------
    bandwidth
        Exchanges a month, with all contacts together.
    share_new
        Share of these exchanges that bring something new, 0 to 1; 0 if there are none.
    """

    bandwidth: float
    share_new: float

    @property
    def total(self) -> float:
        """Return how many new things to expect in a month: bandwidth × share_new."""
        return self.share_new * self.bandwidth


def expected_novelty(contacts: Iterable[tuple[float, float]]) -> Novelty:
    """Return how much new a group of contacts brings, as bandwidth and the share of it.

    With b exchanges a month and a chance p that one brings something new, for each contact: the
    bandwidth is B = Σ b, the share of it S = Σ b p / B, and S × B = Σ b p new things a month.

    Parameters
    ----------
    contacts
        For each contact the exchanges a month and the chance, 0 to 1, that one is new.

    Raises
    ------
    ValueError
        If exchanges are negative or not finite, or a chance is not between 0 and 1.

    References
    ----------
    The product follows the argument of Aral, S. and Van Alstyne, M. (2011). The
    diversity-bandwidth trade-off. American Journal of Sociology 117(1), 90-171. The formula is
    ours: they measure both in the words of e-mails.

    Examples
    --------
    By hand: ten exchanges of which one in ten is new, and two of which every other one is, are
    twelve exchanges and two new things, 1 + 1.

    >>> both = expected_novelty([(10, 0.1), (2, 0.5)])
    >>> both.bandwidth, round(both.share_new, 4), round(both.total, 4)
    (12.0, 0.1667, 2.0)
    """
    exchanges, new = [], []
    for count, chance in contacts:
        if not (math.isfinite(count) and count >= 0 and 0 <= chance <= 1):
            raise ValueError("Exchanges are finite and 0 or more, a chance lies between 0 and 1.")
        exchanges.append(float(count))
        new.append(count * chance)
    bandwidth = math.fsum(exchanges)
    return Novelty(bandwidth, min(1.0, math.fsum(new) / bandwidth) if bandwidth else 0.0)
