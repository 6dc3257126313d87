"""Where each learner stands: graded, for a person to review, failed with a reason, or missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weakties.command import in_course
from weakties.grading.result import State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from weakties.grading.report.entries import Entries, Found, Item, Learner, Submission

NOT_YET = "not graded yet"
"""Handed in, and no run has come to it: none of the states in which a run ends."""
STATES = (*map(str, State), NOT_YET)


@dataclass(frozen=True)
class Standing:
    """Where one learner stands.

    Parameters
    ----------
    learner
        Who.
    state
        One of `STATES`.
    reason
        Why it is not simply graded, in a sentence.
    points
        What the work got, after the penalty; ``None`` unless all of it is graded as it now stands.
    so_far
        What is known of it, after the penalty; ``None`` where nothing is.
    raw
        The same before the penalty.
    penalty
        What was subtracted because it came late.
    seconds
        How long the last run took over it; ``None`` where that was not recorded.
    notes
        What the run put right or left out, in sentences.
    """

    learner: Learner
    state: str
    reason: str = ""
    points: float | None = None
    so_far: float | None = None
    raw: float | None = None
    penalty: float = 0.0
    seconds: float | None = None
    notes: tuple[str, ...] = ()


def standings(entries: Entries) -> tuple[Standing, ...]:
    """Return where everybody stands, in the order of their ids."""
    found = []
    for learner in sorted(entries.learners, key=lambda one: one.id):
        seen = entries.found.get(learner.id)
        found.append(replace(_standing(learner, entries), notes=seen.notes if seen else ()))
    return tuple(found)


def _standing(learner: Learner, entries: Entries) -> Standing:
    submission, found = entries.submissions.get(learner.id), entries.found.get(learner.id)
    if submission is None:
        return _without_grades(learner, entries, found)
    if entries.is_gone(learner.id):
        return Standing(learner, str(State.MISSING), found.reason if found else "")
    known = [mark.points for mark in submission.marks.values() if mark.points is not None]
    marks = {item: submission.marks.get(item.key) for item in entries.items}
    unknown = [item for item, mark in marks.items() if mark is None or mark.points is None]
    again = [item for item in unknown if (mark := marks[item]) and mark.manual is not None]
    failure = _failure(entries.items, unknown, submission, found)
    if failure:
        return Standing(learner, str(State.FAILED), failure)
    raw = sum(known) if known else None
    so_far = None if raw is None else max(0.0, raw - submission.penalty)
    return Standing(
        learner,
        str(State.NEEDS_REVIEW if unknown else State.GRADED),
        _why(unknown, again, found),
        None if unknown else so_far,
        so_far,
        raw,
        submission.penalty,
        found.seconds if found else None,
    )


def _without_grades(learner: Learner, entries: Entries, found: Found | None) -> Standing:
    if learner.id not in entries.handed_in:
        return Standing(learner, str(State.MISSING), "Nothing was handed in.")
    if found and found.failure:
        return Standing(learner, str(State.FAILED), found.failure)
    return Standing(
        learner,
        NOT_YET,
        f"Handed in, but not graded yet: run `{in_course(f'grade {entries.assignment}')}`.",
    )


def _failure(
    items: Iterable[Item], unknown: Collection[Item], submission: Submission, found: Found | None
) -> str:
    """Return why no program graded this, or an empty text if one did."""
    if any(mark.base is not None for mark in submission.marks.values()):
        return ""
    if found and found.failure:
        return found.failure
    checks = [item for item in items if item.is_check]
    if checks and all(item in unknown for item in checks):
        return "It was not run to its end, and no reason was recorded: look at the grader's log."
    return ""


def _why(unknown: Collection[Item], again: Collection[Item], found: Found | None) -> str:
    if found and found.reason and any(item.is_check for item in unknown):
        return found.reason
    doubts = {
        item: found.checks[item.key].doubt
        for item in unknown
        if found and item.key in found.checks and found.checks[item.key].doubt
    }
    said = [f"{item.key[1]}: {doubt}." for item, doubt in doubts.items()]
    others = [item for item in unknown if item not in doubts and item not in again]
    if others:
        said.append(f"A person grades {_names(others)}.")
    if again:
        said.append(
            f"Not read yet as it now stands, so its old points are not counted: {_names(again)}."
        )
    return " ".join(said)


def _names(items: Iterable[Item]) -> str:
    return ", ".join(item.key[1] for item in items)
