"""Senders as a rule sees them: the thirty decided by hand, a large pool, and adapted attackers.

The pool is made with the sizes on the card of the dataset `requests`, so that a rule is judged on
more requests than it was made for.
"""

from __future__ import annotations

from functools import cache
from math import exp, log
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from weakties.data.cards import about
from weakties.widgets.inbox.senders import inbox

if TYPE_CHECKING:
    from collections.abc import Iterable

POOL = 2000
ADAPTED_MUTUALS = 3
SEED = 18
_DAYS_PER_MONTH = 365.25 / 12


class Profile(NamedTuple):
    """What a rule sees of a sender, whether the sender is good, and who answers when asked.

    Of the senders of a kind, the share a answers if those answer whose `reserve` is below a.
    """

    mutuals: int
    months: int
    good: bool
    reserve: float


@cache
def thirty() -> tuple[Profile, ...]:
    """Return what a rule sees of the thirty requests decided by hand."""
    return tuple(
        Profile(sender.mutuals, sender.months, sender.good, 0.0 if sender.fits else 1.0)
        for sender in inbox()
    )


@cache
def pool(size: int = POOL, seed: int = SEED) -> tuple[Profile, ...]:
    """Return other requests from the same world, half of them bad; a policy's outcome weighs them."""
    chance = Random(seed)  # noqa: S311
    half = size // 2
    return tuple(_drawn(chance, "good" if k < half else "bad") for k in range(size))


def adapted(profiles: Iterable[Profile], seed: int = SEED) -> tuple[Profile, ...]:
    """Return requests after attackers have befriended one colleague, and then others.

    Each bad sender gains at least `ADAPTED_MUTUALS` connections that are shared with the receiver.

    Examples
    --------
    >>> [p.mutuals >= 3 for p in adapted([Profile(0, 5, False, 0.5), Profile(0, 5, True, 0.5)])]
    [True, False]
    """
    chance = Random(f"{seed} adapted")  # noqa: S311
    return tuple(
        profile if profile.good else profile._replace(mutuals=profile.mutuals + _gained(chance))
        for profile in profiles
    )


def _drawn(chance: Random, kind: str) -> Profile:
    size_of = about("requests").size_of
    luck = chance.random()
    if luck < size_of(f"{kind}_no_mutuals"):
        mutuals = 0
    elif luck < 1 - size_of(f"{kind}_many_mutuals"):
        mutuals = chance.choice((1, 2))
    else:
        mutuals = ADAPTED_MUTUALS + _geometric(chance, 0.28)
    days = size_of(f"{kind}_account_age") * exp(chance.gauss(0, 1))
    return Profile(mutuals, int(days / _DAYS_PER_MONTH), kind == "good", chance.random())


def _gained(chance: Random) -> int:
    return ADAPTED_MUTUALS + _geometric(chance, 0.25)


def _geometric(chance: Random, success: float) -> int:
    """Return how many failures come before the first success."""
    return int(log(1 - chance.random()) / log(1 - success))
