"""Who gets a certificate, and for what: rules over what the gradebook holds, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.counted import points
from weakties.grading.report.learners import standings
from weakties.grading.result import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.grading.report.entries import Entries, Learner
    from weakties.grading.report.learners import Standing


@dataclass(frozen=True)
class Passed:
    """One unit that stands on a certificate: its name, and the points after the penalty."""

    unit: str
    points: float
    of: float


@dataclass(frozen=True)
class Awards:
    """What everybody gets.

    Parameters
    ----------
    given
        For each learner the units that stand on their certificate.
    waiting
        Who gets none yet, because some of their work is not settled, with the reason.
    none
        Who gets none, with the reason.
    """

    given: Mapping[Learner, tuple[Passed, ...]]
    waiting: Mapping[str, str]
    none: Mapping[str, str]


def awards(course: Sequence[Entries], at_least: float) -> Awards:
    """Decide who gets a certificate of these assignments.

    A unit stands on it where all of it is graded and the points reach the bar. Who has work that is
    not settled in any of them gets nothing yet: a certificate that lacks a unit for want of a
    reader would say too little.

    Parameters
    ----------
    course
        What is known of each assignment.
    at_least
        The bar, in percent of an assignment's points.
    """
    given: dict[Learner, tuple[Passed, ...]] = {}
    waiting: dict[str, str] = {}
    none: dict[str, str] = {}
    found = {entries.assignment: _by_id(entries) for entries in course}
    worth = {entries.assignment: entries.points for entries in course}
    people = {one.learner.id: one.learner for by_id in found.values() for one in by_id.values()}
    for name, learner in sorted(people.items()):
        stands = {unit: by_id[name] for unit, by_id in found.items() if name in by_id}
        open_units = [f"{unit}: {why}" for unit, one in stands.items() if (why := _open(one))]
        passed = tuple(
            Passed(unit, one.points, worth[unit])
            for unit, one in stands.items()
            if one.points is not None and one.points >= worth[unit] * at_least / 100
        )
        if open_units:
            waiting[name] = " ".join(open_units)
        elif passed:
            given[learner] = passed
        else:
            none[name] = " ".join(_below(unit, one, worth[unit]) for unit, one in stands.items())
    return Awards(given, waiting, none)


def _by_id(entries: Entries) -> dict[str, Standing]:
    return {one.learner.id: one for one in standings(entries)}


def _open(one: Standing) -> str:
    """Return why a learner's work is not settled; empty where it is."""
    settled = (str(State.GRADED), str(State.MISSING))
    return "" if one.state in settled else one.reason or f"{one.state}."


def _below(unit: str, one: Standing, of: float) -> str:
    if one.points is None:
        return f"{unit}: nothing was handed in."
    return f"{unit}: {points(one.points, of)}."
