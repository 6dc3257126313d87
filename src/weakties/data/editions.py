"""Editions: a name that seeds the data, so that a cohort can have its own.

An instructor sets one for everybody in ``weakties.toml``, a file in the workshop's folder::

    edition = "spring-2027"
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from weakties.data.cards import DataError

OPEN = "open"
"""The committed edition."""

SETTINGS = "weakties.toml"
"""The file in a working folder that may name an edition."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def current_edition() -> str:
    """Return the edition that this process uses.

    That is the one that ``WEAKTIES_EDITION`` names; else the one in the nearest ``weakties.toml``,
    looked for from the current folder upwards; else the open one.

    Raises
    ------
    DataError
        If what is named can't be an edition, or the file can't be read.
    """
    named = os.environ.get("WEAKTIES_EDITION")
    if named:
        return checked(named)
    settings = _nearest_settings()
    return _edition_in(settings) if settings else OPEN


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


def _nearest_settings() -> Path | None:
    # A folder that was removed or may not be looked into holds no settings for us.
    with suppress(OSError):
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / SETTINGS).is_file():
                return folder / SETTINGS
    return None


def _edition_in(settings: Path) -> str:
    import tomllib

    try:
        named = tomllib.loads(settings.read_text(encoding="utf-8")).get("edition", OPEN)
    except (OSError, ValueError) as error:
        raise DataError(
            f'{settings} can\'t be read ({error}). It may hold one line: edition = "spring-2027"'
        ) from None
    if not isinstance(named, str):
        raise DataError(f'In {settings}, put the edition in quotes: edition = "spring-2027"')
    try:
        return checked(named)
    except DataError as error:
        raise DataError(f"In {settings}: {error}") from None
