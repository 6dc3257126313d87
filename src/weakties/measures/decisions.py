"""What a rule for saying yes or no is worth: threshold, precision, recall, expected value."""

from __future__ import annotations

import math
from typing import NamedTuple


def acceptance_threshold(value: float, cost: float) -> float:
    """Return how likely something must be good for accepting it to pay: C / (V + C).

    Accepting brings p·V − (1 − p)·C on average, declining brings nothing. The two are equal at
    p = C / (V + C); above it, accept.

    Parameters
    ----------
    value
        What a good one brings, V.
    cost
        What a bad one costs, C, in the same unit.

    Returns
    -------
    float
        A probability, between 0 and 1.

    Raises
    ------
    ValueError
        If one of them is negative or not finite, or both are 0.

    References
    ----------
    Pauker, S. G., and Kassirer, J. P. (1975). Therapeutic decision making: a cost-benefit
    analysis. New England Journal of Medicine 293(5), 229-234.

    Examples
    --------
    A good one brings 10 hours, a bad one costs 1; or 50 and 100:

    >>> round(acceptance_threshold(10, 1), 3), round(acceptance_threshold(50, 100), 3)
    (0.091, 0.667)
    """
    if not all(math.isfinite(amount) and amount >= 0 for amount in (value, cost)):
        raise ValueError("A value and a cost are finite numbers, 0 or more.")
    if not value and not cost:
        raise ValueError("Where nothing is at stake there is no threshold.")
    # Scaled first: the sum of two huge numbers would overflow.
    largest = max(value, cost)
    return (cost / largest) / (value / largest + cost / largest)


class Confusion(NamedTuple):
    """How often a rule accepted and declined what is good and what is bad.

    The counts may be weighted, so they need not be whole.

    Parameters
    ----------
    good_accepted, good_declined, bad_accepted, bad_declined
        True positives, false negatives, false positives, true negatives.

    Examples
    --------
    >>> record = Confusion(good_accepted=12, good_declined=8, bad_accepted=3, bad_declined=7)
    >>> record.precision, record.recall
    (0.8, 0.6)
    >>> record.expected_value(10, 20)
    2.0
    """

    good_accepted: float
    good_declined: float
    bad_accepted: float
    bad_declined: float

    @property
    def precision(self) -> float | None:
        """Return the share of the accepted that is good; None where nothing was accepted."""
        accepted = self.good_accepted + self.bad_accepted
        return self.good_accepted / accepted if accepted else None

    @property
    def recall(self) -> float | None:
        """Return the share of the good that was accepted; None where nothing was good."""
        good = self.good_accepted + self.good_declined
        return self.good_accepted / good if good else None

    def expected_value(self, value: float, cost: float) -> float:
        """Return what the rule brings for each case, declined ones too, in the unit of `value`.

        Raises
        ------
        ValueError
            If there was no case.
        """
        cases = sum(self)
        if not cases:
            raise ValueError("Without a case there is nothing to expect.")
        return (self.good_accepted * value - self.bad_accepted * cost) / cases
