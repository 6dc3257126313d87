"""Who sits at the desk: a reader whom ``cohort.toml`` names, or the one who is there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from weakties.grading.cohort.entries import CohortError

if TYPE_CHECKING:
    from weakties.grading.cohort.readers import Readers

ALONE = "reader"
"""What somebody is called who reads alone and gave no name."""


def reader_named(name: str, readers: Readers) -> str:
    """Return who reads.

    Raises
    ------
    CohortError
        If ``cohort.toml`` knows several readers and nobody of that name; the text names them.

    Examples
    --------
    >>> from weakties.grading.cohort.readers import Reader, Readers
    >>> reader_named("", Readers()), reader_named("", Readers((Reader("jo"),)))
    ('reader', 'jo')
    """
    known = [one.name for one in readers.people]
    if not known:
        return name or ALONE
    if not name and len(known) == 1:
        return known[0]
    if name in known:
        return name
    listed = ", ".join(known)
    if not name:
        raise CohortError(f"Who reads? Add --reader {known[0]}: cohort.toml names {listed}.")
    near = get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]}?" if near else f"It names {listed}."
    raise CohortError(f"cohort.toml names no reader '{name}'. {hint}")
