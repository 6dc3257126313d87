"""How many of those who show a sign are good: among the thirty, and in the pool."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.widgets.inbox.model import answers
from weakties.widgets.inbox.profiles import MANY_MUTUALS, pool, thirty
from weakties.widgets.inbox.signs import SIGNS, shows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from weakties.widgets.inbox.model import Stakes
    from weakties.widgets.inbox.profiles import Profile


class Seen(NamedTuple):
    """How many show a sign, and how many of them are good."""

    good: int
    all: int


def of_signs(stakes: Stakes) -> list[tuple[str, Seen, float]]:
    """Return each sign with who shows it among the thirty, and its precision in the pool."""
    return [
        (name, _seen(thirty(), has), _precision(_seen(pool(), has), stakes.bad / 100))
        for name, has in _tests(stakes).items()
    ]


def _tests(stakes: Stakes) -> dict[str, Callable[[Profile], bool]]:
    named: dict[str, Callable[[Profile], bool]] = {
        f"the note names {shown}": lambda profile, sign=sign: shows(profile.sign, sign)  # type: ignore[misc]
        for sign, shown in SIGNS.items()
    }
    return {
        f"{MANY_MUTUALS} mutual connections or more": lambda p: p.mutuals >= MANY_MUTUALS,
        "an account of a year or more": lambda p: p.months >= 12,
        **named,
        "the note names none of these, or there is none": lambda p: not p.sign,
        "a fitting answer, if asked": lambda p: answers(p, stakes),
    }


def _seen(profiles: Sequence[Profile], has: Callable[[Profile], bool]) -> Seen:
    showing = [profile for profile in profiles if has(profile)]
    return Seen(sum(profile.good for profile in showing), len(showing))


def _precision(seen: Seen, bad: float) -> float:
    """Return the share of good ones when bad ones are as frequent as assumed, not half of all."""
    good = (1 - bad) * seen.good
    return good / (good + bad * (seen.all - seen.good))
