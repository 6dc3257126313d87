"""The signs in a note that the essays name, and how often good and bad senders have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SIGNS = {
    "event": "an event where you talked",
    "newspaper": "a newspaper that wrote about them",
    "work": "a work of yours that they read",
}
ANY_SIGN = "any"
REQUIRED = ("", ANY_SIGN, *SIGNS)
"""What a rule may ask of a note: nothing, any of the signs, or one of them."""

SHARES = {
    True: {"event": 0.15, "newspaper": 0.06, "work": 0.25},
    False: {"event": 0.04, "newspaper": 0.03, "work": 0.06},
}
"""How many of the good and of the bad name a sign: our assumption, as no source counts them."""


def shows(sign: str, required: str) -> bool:
    """Say whether a note that names `sign` is enough for a rule.

    Examples
    --------
    >>> shows("", ""), shows("work", "any"), shows("work", "event"), shows("", "any")
    (True, True, False, False)
    """
    return not required or sign == required or (required == ANY_SIGN and bool(sign))


def drawn(chance: Random, *, good: bool) -> str:
    """Return the sign in one sender's note, most often none."""
    luck = chance.random()
    for sign, share in SHARES[good].items():
        if luck < share:
            return sign
        luck -= share
    return ""
