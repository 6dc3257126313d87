"""Tell a pseudonymized copy from an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.export import Export

_DIGITS = r"\d{8}"


def is_pseudonymized(export: Export) -> bool:
    """Return whether every person in an export bears digits for a name; nobody is no evidence."""
    people = export.people
    # The first of an archive bears no digits, and with that the rest need no look.
    return len(people) > 0 and _bear_digits(people.head(1)) and _bear_digits(people)


def _bear_digits(people: pd.DataFrame) -> bool:
    return all(
        people[column].str.fullmatch(_DIGITS).all() for column in ("first_name", "last_name")
    )
