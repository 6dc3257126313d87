"""Tell a pseudonymized copy from an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weakties.linkedin.export import Export

_DIGITS = r"\d{8}"


def is_pseudonymized(export: Export) -> bool:
    """Return whether every person in an export bears digits for a name; nobody is no evidence."""
    people = export.people
    names = [people[column].str.fullmatch(_DIGITS) for column in ("first_name", "last_name")]
    return len(people) > 0 and all(bool(column.all()) for column in names)
