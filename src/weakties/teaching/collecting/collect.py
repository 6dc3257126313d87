"""Collecting a unit: sources read, hand-ins matched to the roster, versions kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.grading.cohort.cohort import Cohort, cohort_at, time_zone
from weakties.teaching.collecting.handed import Handed, handed_in, latest
from weakties.teaching.collecting.kept import ask_who, keep, versions, who_is_who
from weakties.teaching.collecting.matching import matched
from weakties.teaching.collecting.sources import read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta
    from pathlib import Path

    from weakties.grading.cohort.roster import Person


class NotCollected(CourseError):
    """Nothing can be collected; the text says what to do."""


@dataclass(frozen=True)
class Taken:
    """What came from a learner, and what became of it.

    Parameters
    ----------
    learner
        Their id.
    handed
        What came.
    state
        ``"new"``, ``"again"`` for a later version, ``"earlier"`` for one that does not count, or
        ``"known"``.
    late
        How late it came; ``None`` where it was in time, or nobody knows.
    """

    learner: str
    handed: Handed
    state: str
    late: timedelta | None = None


@dataclass
class Collected:
    """What was taken, whom nobody knows, with the people that it could be, and what was left out."""

    taken: list[Taken] = field(default_factory=list)
    unknown: list[tuple[Handed, tuple[Person, ...]]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def collect(course: Path, unit: str, sources: Sequence[Path], *, write: bool) -> Collected:
    """Take in what a cohort handed in.

    Parameters
    ----------
    course
        The course's folder, with ``cohort.toml`` and a roster.
    unit
        Of which unit.
    sources
        Folders, archives, mailboxes.
    write
        Whether anything is written.

    Raises
    ------
    NotCollected
        If there is no roster to match with.
    """
    cohort = cohort_at(course)
    if cohort is None or not cohort.people:
        raise NotCollected(
            'Whose work it is can\'t be told without a roster: put roster = "roster.csv" into '
            "cohort.toml, a file with the columns id,name,email."
        )
    found, said = Collected(), who_is_who(course)
    for source in sources:
        read = handed_in(read_source(source), unit, time_zone(cohort.zone))
        found.left_out += read.left_out
        for handed in sorted(
            read.handed, key=lambda one: one.when.timestamp() if one.when else 0.0
        ):
            people = matched(handed.hints, cohort.people, said)
            if len(people) == 1:
                found.taken.append(_taken(course, unit, people[0].id, handed, cohort, found.taken))
                if write and found.taken[-1].state != "known":
                    keep(course, unit, people[0].id, handed)
            else:
                found.unknown.append((handed, people))
    if write and found.unknown:
        ask_who(course, [handed.hints.label for handed, _ in found.unknown])
    return found


def _taken(
    course: Path, unit: str, learner: str, handed: Handed, cohort: Cohort, before: Sequence[Taken]
) -> Taken:
    now = [one.handed for one in before if one.learner == learner]
    known = [*versions(course, unit, learner), *now]
    if any(one.digest == handed.digest and one.when == handed.when for one in known):
        state = "known"
    elif not known:
        state = "new"
    else:
        state = "again" if latest([*known, handed]) is handed else "earlier"
    return Taken(learner, handed, state, _late(handed, unit, learner, cohort))


def _late(handed: Handed, unit: str, learner: str, cohort: Cohort) -> timedelta | None:
    due = cohort.extended.get((unit, learner), cohort.due.get(unit))
    if due is None or handed.when is None:
        return None
    over = handed.when.replace(tzinfo=None) - due
    return over if over.total_seconds() > 0 else None
