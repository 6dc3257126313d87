"""Reading a roster: the CSV of Canvas or of Moodle, or a plain one with id, name and e-mail."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_IDS = ("id", "learner", "sis login id", "id number", "username", "sis user id")
"""Columns that hold a learner's id, the first of which that is filled counts."""
_FIRST = ("first_name", "first name", "given name")
_LAST = ("last_name", "last name", "surname", "family name")
_WHOLE = ("name", "student", "full name")
_MAIL = ("email", "e-mail", "email address", "e-mail address")
_WORTH = "points possible"
_TEST_STUDENT = "student, test"


class RosterError(CourseError):
    """A roster that can't be read; the text says what to mend."""


@dataclass(frozen=True)
class Person:
    """A learner on the roster; `lms_id` is what a learning management system calls them."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_id: str = ""


def roster_at(path: Path) -> tuple[Person, ...]:
    """Return who is on a roster.

    Raises
    ------
    RosterError
        If the file can't be read, names no ids, or names somebody twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise RosterError(f"There is no roster {path}.") from None
    except (OSError, UnicodeDecodeError):
        raise RosterError(f"The roster {path} can't be read: save it as CSV in UTF-8.") from None
    return roster_in(text, path.name)


def roster_in(text: str, name: str) -> tuple[Person, ...]:
    r"""Return who is on a roster.

    Parameters
    ----------
    text
        Its content.
    name
        What to call it in a message.

    Examples
    --------
    >>> roster_in("id,name\nada,Ada Lovelace\n", "roster.csv")
    (Person(id='ada', first_name='Ada', last_name='Lovelace', email='', lms_id=''),)
    """
    people = tuple(_people(text, name))
    ids = [one.id for one in people]
    if not ids:
        raise RosterError(f"{name} names nobody: below its first row stands one learner a row.")
    if double := {one for one in ids if ids.count(one) > 1}:
        raise RosterError(f"{name} names {min(double)} twice.")
    return people


def _people(text: str, name: str) -> Iterator[Person]:
    first = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    known = [str(column).strip().lower() for column in rows.fieldnames or ()]
    is_canvas = {"student", "sis login id"} <= set(known)
    ids = tuple(column for column in _IDS if not (is_canvas and column == "id"))
    if not set(ids) & set(known):
        raise RosterError(
            f"{name} has no column with ids: its first row is id,name,email, or it is an export of "
            "Canvas or Moodle."
        )
    for number, raw in enumerate(rows, start=2):
        row = {str(key).strip().lower(): (value or "").strip() for key, value in raw.items() if key and isinstance(value, str)}  # fmt: skip
        whole = _first_of(row, _WHOLE).lower()
        if not any(row.values()) or whole in (_WORTH, _TEST_STUDENT):
            continue
        learner = _first_of(row, ids)
        if not learner or "/" in learner or learner.startswith("."):
            raise RosterError(f"{name}, row {number}: '{learner}' can't be the id of a learner.")
        lms_id = row.get("id" if is_canvas else "lms_id", "")
        yield Person(learner, *_names(row), _first_of(row, _MAIL), lms_id)


def _first_of(row: Mapping[str, str], columns: tuple[str, ...]) -> str:
    return next((row[column] for column in columns if row.get(column)), "")


def _names(row: Mapping[str, str]) -> tuple[str, str]:
    """Return first and last name; of a whole name, the last word is the last name."""
    first, last = _first_of(row, _FIRST), _first_of(row, _LAST)
    whole = _first_of(row, _WHOLE)
    if first or last or not whole:
        return first, last
    if "," in whole:
        last, _, first = (part.strip() for part in whole.partition(","))
        return first, last
    first, _, last = whole.rpartition(" ")
    return first, last
