"""Editions: a name that seeds the data, so that a cohort can have its own."""

from __future__ import annotations

import hashlib
import os
import re

from weakties.data.cards import DataError

OPEN = "open"
"""The committed edition."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def current_edition() -> str:
    """Return the edition that this process uses: ``WEAKTIES_EDITION``, or the open one."""
    return checked(os.environ.get("WEAKTIES_EDITION", "") or OPEN)


def checked(edition: str) -> str:
    """Return `edition` if it is a name that an edition can have.

    Raises
    ------
    DataError
        If it is not: small letters, digits and hyphens, at most 40.
    """
    if not _NAME.fullmatch(edition):
        raise DataError(
            f"'{edition[:60]}' can't name an edition. Use small letters, digits and hyphens, such "
            "as 'spring-2027'."
        )
    return edition


def seed_of(edition: str, dataset: str) -> int:
    """Return the seed for one dataset of an edition.

    Every dataset has its own, so that changing one generator leaves the other tables alone.

    Examples
    --------
    >>> seed_of("open", "photos") == seed_of("open", "photos") != seed_of("open", "ratings")
    True
    """
    digest = hashlib.sha256(f"weakties/{edition}/{dataset}".encode()).digest()
    return int.from_bytes(digest[:8], "big")
