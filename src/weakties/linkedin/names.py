"""Names of people as an export writes them: joined, compared, and listed with commas."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

DELETED = "LinkedIn Member"
"""How an export names somebody whose account is gone."""

# "Vera Lindqvist, PhD, MBA, SHRM-SCP": few names have more commas.
_MOST_PIECES = 6


def full_name(first: str, last: str) -> str:
    """Return first and last name as messages show them."""
    return f"{first} {last}".strip()


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Return a name for comparing: without case, outer and double spaces.

    Examples
    --------
    >>> folded("  ZOÉ   Baker ") == folded("Zoé Baker")
    True
    """
    # What is ASCII is in normal form; most names are.
    plain = name if name.isascii() else unicodedata.normalize("NFC", name)
    return " ".join(plain.casefold().split())


def split_names(listed: str, known: Container[str]) -> tuple[str, ...]:
    """Return the names in a list joined by ", ", though names hold commas themselves.

    Parameters
    ----------
    listed
        Such as the column TO of messages.csv.
    known
        Folded names; the longest run of pieces that makes one of them is one name.

    Examples
    --------
    >>> split_names("Ana Ruiz, MBA, Ben Okafor", {"ana ruiz, mba"})
    ('Ana Ruiz, MBA', 'Ben Okafor')
    """
    pieces = [piece.strip() for piece in listed.split(",")]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2:
        return tuple(pieces)
    names: list[str] = []
    at = 0
    while at < len(pieces):
        longest = min(at + _MOST_PIECES, len(pieces))
        runs = (", ".join(pieces[at:end]) for end in range(longest, at + 1, -1))
        name = next((run for run in runs if folded(run) in known), pieces[at])
        names.append(name)
        at += name.count(",") + 1
    return tuple(names)
