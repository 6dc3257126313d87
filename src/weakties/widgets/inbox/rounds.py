"""How attackers answer: they gather connections; then they learn what else is looked at."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from weakties.widgets.inbox.profiles import MANY_MUTUALS, SEED, geometric

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.widgets.inbox.profiles import Profile

ROUNDS = ("as they are", "adapted", "learned")
LEARNED_ANSWERS, LEARNED_WORK, BOUGHT_AGE = 0.6, 0.6, 0.8
"""Of those who could not before, how many learn to answer, name a work, and buy an old account."""
MONTHS_BOUGHT = 36


def adapted(profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """Return requests after attackers have befriended one colleague, and then others.

    Each bad sender gains at least `MANY_MUTUALS` connections that are shared with the receiver.

    Examples
    --------
    >>> from weakties.widgets.inbox.profiles import Profile
    >>> [p.mutuals >= 3 for p in adapted([Profile(0, 5, False, 0.5), Profile(0, 5, True, 0.5)])]
    [True, False]
    """
    chance = Random(f"{SEED} adapted")  # noqa: S311
    return tuple(
        profile if profile.good else profile._replace(mutuals=profile.mutuals + _gained(chance))
        for profile in profiles
    )


def learned(profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """Return requests after attackers learned to answer, to name a work, and to look old as well."""
    chance = Random(f"{SEED} learned")  # noqa: S311
    return tuple(
        profile if profile.good else _taught(chance, profile) for profile in adapted(profiles)
    )


def _taught(chance: Random, profile: Profile) -> Profile:
    answers, works, buys = (chance.random() for _ in range(3))
    return profile._replace(
        reserve=0.0 if answers < LEARNED_ANSWERS else profile.reserve,
        sign="work" if works < LEARNED_WORK and not profile.sign else profile.sign,
        months=profile.months + (MONTHS_BOUGHT if buys < BOUGHT_AGE else 0),
    )


def _gained(chance: Random) -> int:
    return MANY_MUTUALS + geometric(chance, 0.25)
