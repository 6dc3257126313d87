"""Senders as a rule sees them: the thirty decided by hand, and a large pool.

The pool is made with the sizes on the card of the dataset `requests`, so that a rule is judged on
more requests than it was made for.
"""

from __future__ import annotations

from functools import cache
from math import exp, log
from random import Random
from typing import NamedTuple

from weakties.data.cards import about
from weakties.widgets.inbox.senders import inbox
from weakties.widgets.inbox.signs import drawn

POOL = 2000
MANY_MUTUALS = 3
SEED = 18
_DAYS_PER_MONTH = 365.25 / 12


class Profile(NamedTuple):
    """What a rule sees of a sender, whether the sender is good, and who answers when asked.

    `sign` is the sign that the note names. Of the senders of a kind, the share a answers if those answer whose `reserve` is below a.
    """

    mutuals: int
    months: int
    good: bool
    reserve: float
    sign: str = ""


@cache
def thirty() -> tuple[Profile, ...]:
    """Return what a rule sees of the thirty requests decided by hand."""
    return tuple(
        Profile(
            sender.mutuals, sender.months, sender.good, 0.0 if sender.fits else 1.0, sender.sign
        )
        for sender in inbox()
    )


@cache
def pool(size: int = POOL, seed: int = SEED) -> tuple[Profile, ...]:
    """Return other requests from the same world, half of them bad; a policy's outcome weighs them."""
    chance = Random(seed)  # noqa: S311
    signs = Random(f"{seed} signs")  # noqa: S311
    half = size // 2
    profiles = (_drawn(chance, "good" if k < half else "bad") for k in range(size))
    return tuple(profile._replace(sign=drawn(signs, good=profile.good)) for profile in profiles)


def _drawn(chance: Random, kind: str) -> Profile:
    size_of = about("requests").size_of
    luck = chance.random()
    if luck < size_of(f"{kind}_no_mutuals"):
        mutuals = 0
    elif luck < 1 - size_of(f"{kind}_many_mutuals"):
        mutuals = chance.choice((1, 2))
    else:
        mutuals = MANY_MUTUALS + geometric(chance, 0.28)
    days = size_of(f"{kind}_account_age") * exp(chance.gauss(0, 1))
    return Profile(mutuals, int(days / _DAYS_PER_MONTH), kind == "good", chance.random())


def geometric(chance: Random, success: float) -> int:
    """Return how many failures come before the first success."""
    return int(log(1 - chance.random()) / log(1 - success))
