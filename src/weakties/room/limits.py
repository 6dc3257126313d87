"""How often one may knock: a bucket for each key that empties by use and fills with time."""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST_KEYS = 10_000


@dataclass
class Limit:
    """So many at once, and then so many a second.

    Parameters
    ----------
    at_once
        How many are let through in a moment.
    a_second
        How many more with each second.

    Examples
    --------
    >>> wrong_codes = Limit(at_once=2, a_second=0.1)
    >>> [wrong_codes.allows("10.0.0.7", at) for at in (0, 0, 0, 11)]
    [True, True, False, True]
    """

    at_once: float
    a_second: float
    _left: dict[str, tuple[float, float]] = field(default_factory=dict, init=False)

    def allows(self, key: str, at: float) -> bool:
        """Say whether one more is let through for `key`, and count it if so."""
        left = self._left_for(key, at)
        allowed = left >= 1
        self._left.pop(key, None)
        self._left[key] = (left - 1 if allowed else left, at)
        if len(self._left) > _MOST_KEYS:
            # Who came longest ago has the fullest bucket.
            del self._left[next(iter(self._left))]
        return allowed

    def is_spent(self, key: str, at: float) -> bool:
        """Say whether nothing more is let through for `key` now; nothing is counted."""
        return self._left_for(key, at) < 1

    def _left_for(self, key: str, at: float) -> float:
        left, then = self._left.get(key, (self.at_once, at))
        return min(self.at_once, left + (at - then) * self.a_second)
