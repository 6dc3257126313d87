"""Random numbers that are the same on every platform and in every release of numpy.

Only the raw bits of PCG64 and the seeds of `numpy.random.SeedSequence` are promised never to change,
and only ``+ − × ÷`` are rounded alike everywhere. So whatever decides something is made of these:
numpy's own normal and gamma draws, its ``exp`` and its ``log`` may differ in the last digit from one
processor to the next, and one such digit would give a cohort two different worlds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weakties.data.editions import seed_of

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

_LOG_2 = 0.6931471805599453


class Draws:
    """One stream of random numbers, named after what it decides.

    Every decision has its own stream, so that changing one leaves the others as they are.

    Parameters
    ----------
    edition
        The edition of the data.
    purpose
        What the numbers decide, such as ``"people/school"``.

    Examples
    --------
    >>> Draws("open", "docs").uniform(2).round(3).tolist()
    [0.692, 0.912]
    """

    def __init__(self, edition: str, purpose: str) -> None:
        self._bits = np.random.PCG64(seed_of(edition, f"world/{purpose}"))

    def uniform(self, n: int) -> NDArray[np.float64]:
        """Return `n` numbers from 0 up to but not including 1."""
        return (self._raw(n) >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def below(self, limits: ArrayLike, n: int) -> NDArray[np.int64]:
        """Return `n` whole numbers from 0 up to but not including each limit (under 2³²)."""
        bits = self._raw(n) >> np.uint64(32)
        return ((bits * np.asarray(limits).astype(np.uint64)) >> np.uint64(32)).astype(np.int64)

    def chance(self, probability: ArrayLike, n: int) -> NDArray[np.bool_]:
        """Return `n` times whether something of this probability happens."""
        return self.uniform(n) < np.asarray(probability)

    def normal(self, n: int) -> NDArray[np.float64]:
        """Return `n` numbers of mean 0 and standard deviation 1, near normal, none beyond ±6.

        Each is the sum of twelve uniform numbers, less 6.
        """
        total = np.full(n, -6.0)
        for _ in range(12):
            total += self.uniform(n)
        return total

    def waiting(self, half_life: ArrayLike, n: int) -> NDArray[np.float64]:
        """Return `n` exponential waiting times, in the unit of their half-life."""
        return np.asarray(half_life, float) * (-log(1.0 - self.uniform(n)) / _LOG_2)

    def weighted(self, weights: NDArray[np.int64], n: int) -> NDArray[np.int64]:
        """Return `n` row numbers, each as likely as its weight, a whole number, says."""
        upto = np.cumsum(weights)
        return np.searchsorted(upto, self.below(upto[-1], n), side="right")

    def shared_out(self, shares: ArrayLike, n: int) -> NDArray[np.int64]:
        """Return `n` row numbers of `shares`, which add up to about 1.

        Shares may also be a table with a row for each of the `n`.
        """
        upto = np.cumsum(np.atleast_2d(np.asarray(shares, float)), axis=-1)[:, :-1]
        return np.asarray((self.uniform(n)[:, None] >= upto).sum(axis=1))

    def _raw(self, n: int) -> NDArray[np.uint64]:
        return np.asarray(self._bits.random_raw(n), dtype=np.uint64)


def exp(x: ArrayLike) -> NDArray[np.float64]:
    """Return e to the power of `x`, for `x` from -40 to 40, with ``+ × ÷`` alone.

    Examples
    --------
    >>> exp([0.0, 1.0, -2.0]).round(12).tolist()
    [1.0, 2.718281828459, 0.135335283237]
    """
    small = np.asarray(x, float) / 1024
    result = np.ones_like(small)
    for term in range(8, 0, -1):
        result = 1.0 + result * small / term
    for _ in range(10):
        result = result * result
    return result


def log(x: ArrayLike) -> NDArray[np.float64]:
    """Return the natural logarithm of positive `x` with ``+ − × ÷`` alone.

    Examples
    --------
    >>> log([1.0, 0.5, 10.0]).round(12).tolist()
    [0.0, -0.69314718056, 2.302585092994]
    """
    mantissa, exponent = np.frexp(np.asarray(x, float))
    ratio = (mantissa - 1.0) / (mantissa + 1.0)
    square = ratio * ratio
    series = np.zeros_like(ratio)
    for power in range(31, 0, -2):
        series = series * square + 1.0 / power
    return np.asarray(2.0 * ratio * series + exponent * _LOG_2)
