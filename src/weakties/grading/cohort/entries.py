"""The entries of ``cohort.toml``: each is looked at before it is used, and named where it is wrong."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class CohortError(CourseError):
    """A ``cohort.toml`` or a roster that can't be followed; the text says what to mend in it."""


def checked_entry(entry: Any, where: str, allowed: set[str], needed: set[str]) -> dict[str, Any]:
    """Return an entry that holds what it must and nothing else.

    Raises
    ------
    CohortError
        If it holds something else, or lacks something.
    """
    if not isinstance(entry, dict):
        raise CohortError(f"{where} holds something else than entries.")
    if unknown := set(entry) - allowed:
        raise CohortError(f"{where}: {unknown_name(min(unknown), sorted(allowed))}")
    if missing := needed - set(entry):
        raise CohortError(f"an entry of {where} lacks {' and '.join(sorted(missing))}.")
    return entry


def entries_in(table: Mapping[str, Any], name: str) -> list[Any]:
    """Return the entries of one name; none where there are none.

    Raises
    ------
    CohortError
        If they are written in another way.
    """
    found = table.get(name, [])
    if not isinstance(found, list):
        raise CohortError(f"write [[{name}]] in double brackets, once for each entry.")
    return found


def text_in(entry: Mapping[str, Any], name: str, where: str) -> str:
    """Return a text of an entry.

    Raises
    ------
    CohortError
        If it is none.
    """
    value = entry[name]
    if not isinstance(value, str):
        raise CohortError(f"put the {name}{f' of {where}' if where else ''} in quotes.")
    return value


def is_number(value: Any) -> bool:
    """Say whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def unknown_name(name: str, known: Sequence[str]) -> str:
    """Return that a name is unknown, with one that is meant perhaps, in a sentence."""
    near = get_close_matches(name, known, 1)
    hint = f" Did you mean {near[0]}?" if near else f" There are {', '.join(known)}."
    return f"nothing is called '{name}' here.{hint}"
