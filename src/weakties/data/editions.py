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
from weakties.pack import this_pack

OPEN = "open"
"""The committed edition."""

FORMER = "WEAKTIES_FORMER_EDITIONS"
"""The variable that names, while work is graded, the editions that earlier cohorts had."""

SETTINGS = "weakties.toml"
"""The file in a working folder that may name an edition."""

_COHORT = "cohort.toml"
"""The file in an instructor's folder that may name it."""
_EXAMPLE = 'It may hold one line: edition = "spring-2027"'
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def current_edition(here: Path | None = None) -> str:
    """Return the edition that this process uses.

    That is the one that ``WEAKTIES_EDITION`` names; else the one in the nearest ``weakties.toml``,
    or an instructor's ``cohort.toml``, looked for from a folder upwards; else the one for which an
    instructor packed this installation; else the open one.

    Parameters
    ----------
    here
        The folder; the current one by default.

    Raises
    ------
    DataError
        If what is named can't be an edition, or the file can't be read.
    """
    named = os.environ.get("WEAKTIES_EDITION")
    if named:
        return checked(named)
    settings = _nearest_settings(here)
    if settings:
        return _edition_in(settings)
    pack = this_pack()
    return pack.edition if pack else OPEN


def former_editions() -> tuple[str, ...]:
    """Return the editions that earlier cohorts had, as far as this process was told of them.

    Grading is told by ``cohort.toml``; a learner's own machine knows of none.
    """
    named = os.environ.get(FORMER, "").split(",")
    return tuple(one for one in named if _NAME.fullmatch(one))


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


def _nearest_settings(start: Path | None) -> Path | None:
    # A folder that was removed or may not be looked into holds no settings for us.
    with suppress(OSError):
        here = start.absolute() if start else Path.cwd()
        for folder in (here, *here.parents):
            for name in (_COHORT, SETTINGS):
                if (folder / name).is_file():
                    return folder / name
    return None


def _edition_in(settings: Path) -> str:
    import tomllib

    try:
        content = settings.read_bytes()
        text = content.decode("utf-8")
        found = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(
            _unreadable(settings, f"it is not encoded in UTF-8, at line {line}")
        ) from None
    except (OSError, ValueError) as error:
        raise DataError(_unreadable(settings, str(error))) from None
    if meant := _meant(found):
        line = _line_of(text, meant)
        raise DataError(f"In {settings}, line {line}: is '{meant[:60]}' to be edition? {_EXAMPLE}")
    named = found.get("edition", OPEN)
    line = _line_of(text, "edition")
    if not isinstance(named, str):
        raise DataError(
            f'In {settings}, line {line}: put the edition in quotes: edition = "spring-2027"'
        )
    try:
        return checked(named)
    except DataError as error:
        raise DataError(f"In {settings}, line {line}: {error}") from None


def _unreadable(settings: Path, why: str) -> str:
    return f"{settings} can't be read ({why}). {_EXAMPLE}"


def _meant(found: dict[str, object]) -> str:
    """Return a name that somebody may have written for ``edition``, or an empty text."""
    from difflib import get_close_matches

    others = [] if "edition" in found else [name for name, v in found.items() if isinstance(v, str)]
    close = get_close_matches("edition", [name.lower() for name in others], n=1, cutoff=0.7)
    return next((name for name in others if name.lower() in close), "")


def _line_of(text: str, name: str) -> int:
    """Return the number of the line that gives a name its value; 1 where none is found."""
    pattern = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*=""")
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if pattern.match(line)), 1)
