"""Reading ``cohort.toml``: everything that holds for one run of a course, with errors that name the entry."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from weakties.data.cards import DataError
from weakties.data.editions import OPEN, checked
from weakties.grading.cohort.entries import (
    CohortError,
    checked_entry,
    entries_in,
    is_number,
    text_in,
    unknown_name,
)
from weakties.grading.cohort.readers import Readers, readers_in
from weakties.grading.cohort.roster import Person, roster_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

COHORT = "cohort.toml"
_KEYS = {
    "title", "edition", "former_editions", "zone", "roster", "units", "extensions", "late", "readers",
    "reading",
}  # fmt: skip
_ALL = 100.0


@dataclass(frozen=True)
class Late:
    """What coming late costs.

    Parameters
    ----------
    grace_minutes
        So much later is not late.
    percent_a_day
        Of the points, for each day that was begun.
    floor_percent
        So much of the points is kept however late it is.
    """

    grace_minutes: float = 0.0
    percent_a_day: float = 0.0
    floor_percent: float = 0.0


@dataclass(frozen=True)
class Cohort:
    """What holds for one run of a course; every time is in UTC and, as nbgrader has it, says no zone.

    Parameters
    ----------
    title, edition, zone
        What it is called, which edition of the data it has, and the time zone of its dates.
    due
        When each unit is due; units without a date are not here.
    extended
        When a unit is due for a learner who has longer, by unit and learner.
    late
        What coming late costs.
    people
        Who is on the roster; nobody where there is none.
    readers
        Who reads what learners wrote.
    former
        Editions that earlier cohorts had: who answers for their data is told so.
    """

    title: str = ""
    edition: str = OPEN
    zone: str = "UTC"
    due: Mapping[str, datetime] = field(default_factory=dict)
    extended: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    late: Late | None = None
    people: tuple[Person, ...] = ()
    readers: Readers = field(default_factory=Readers)
    former: tuple[str, ...] = ()

    def extensions(self, unit: str) -> dict[str, timedelta]:
        """Return how much longer some learners have for a unit."""
        return {
            learner: until - self.due[unit]
            for (which, learner), until in self.extended.items()
            if which == unit
        }


def cohort_at(folder: Path) -> Cohort | None:
    """Return the cohort of a course's folder, or ``None`` where there is no ``cohort.toml``.

    Raises
    ------
    CohortError
        If it can't be read, or says what can't be.
    """
    path = folder / COHORT
    if not path.is_file():
        return None
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise CohortError(f"{path} can't be read: {error}. Mend that line.") from None
    try:
        return _cohort(table, folder)
    except (CohortError, DataError, ValueError) as error:
        raise CohortError(f"In {path}: {error}") from None


def cohort_to_grade(folder: Path) -> Cohort | None:
    """Return the cohort of a course's folder, if its edition is the one that grading would use.

    Raises
    ------
    CohortError
        If it is not, or as for `cohort_at`.
    """
    cohort = cohort_at(folder)
    elsewhere = os.environ.get("WEAKTIES_EDITION", "")
    if cohort is not None and elsewhere not in ("", cohort.edition):
        raise CohortError(
            f"{folder / COHORT} says that the edition is {cohort.edition}, and WEAKTIES_EDITION says "
            f"{elsewhere}. Remove that variable, or mend the file."
        )
    return cohort


def _cohort(table: dict[str, Any], folder: Path) -> Cohort:
    unknown = set(table) - _KEYS
    if unknown:
        raise CohortError(unknown_name(min(unknown), sorted(_KEYS)))
    zone = time_zone(table.get("zone", "UTC"))
    entries = [
        checked_entry(one, "units", {"slug", "due"}, {"slug"}) for one in entries_in(table, "units")
    ]
    due = {
        text_in(one, "slug", "units"): _time(one["due"], zone, f"due of {one['slug']}")
        for one in entries
        if "due" in one
    }
    roster = text_in(table, "roster", "") if "roster" in table else ""
    people = roster_at(folder / roster) if roster else ()
    edition = checked(text_in(table, "edition", "")) if "edition" in table else OPEN
    return Cohort(
        text_in(table, "title", "") if "title" in table else "",
        edition,
        zone.key,
        due,
        _extended(entries_in(table, "extensions"), due, zone, [one.id for one in people]),
        _late(table["late"]) if "late" in table else None,
        people,
        readers=readers_in(table),
        former=_former(table.get("former_editions", []), edition),
    )


def _former(named: Any, edition: str) -> tuple[str, ...]:
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        raise CohortError('write former_editions as a list: former_editions = ["spring-2026"]')
    if edition in named:
        raise CohortError(f"{edition} is the edition of this cohort, and no former one.")
    return tuple(dict.fromkeys(map(checked, named)))


def _extended(
    entries: Sequence[Any], due: Mapping[str, datetime], zone: ZoneInfo, known: Sequence[str]
) -> dict[tuple[str, str], datetime]:
    found = {}
    for one in entries:
        keys = {"learner", "unit", "due"}
        checked_entry(one, "extensions", keys, keys)
        learner, unit = text_in(one, "learner", "extensions"), text_in(one, "unit", "extensions")
        if unit not in due:
            raise CohortError(f"{learner} has longer for {unit}, which has no due date itself.")
        if known and learner not in known:
            near = get_close_matches(learner, known, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise CohortError(f"{learner} has longer for {unit} and is not on the roster.{hint}")
        until = _time(one["due"], zone, f"due of {learner} for {unit}")
        if until < due[unit]:
            raise CohortError(f"{learner} would have less time for {unit} than everybody.")
        found[unit, learner] = until
    return found


def _late(table: Any) -> Late:
    keys = {"grace_minutes", "percent_a_day", "floor_percent"}
    checked_entry(table, "late", keys, set())
    for name, value in table.items():
        if not is_number(value) or value < 0 or (name != "grace_minutes" and value > _ALL):
            raise CohortError(f"late.{name} is a number from 0 to 100 for a percentage.")
    return Late(**{name: float(value) for name, value in table.items()})


def time_zone(name: Any) -> ZoneInfo:
    """Return a time zone by its name.

    Raises
    ------
    CohortError
        If there is none of that name.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise CohortError(f"'{name}' is no time zone: Europe/Berlin is one.") from None


def _time(value: Any, zone: ZoneInfo, what: str) -> datetime:
    if not isinstance(value, datetime):
        raise CohortError(f"the {what} is no time: write it as 2027-03-05T23:59:00, unquoted.")
    aware = value if value.tzinfo else value.replace(tzinfo=zone)
    return aware.astimezone(UTC).replace(tzinfo=None)
