"""Where each learner stands: graded, for a person to review, failed with a reason, or missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.grading.result import State

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        What the work got, after the penalty; ``None`` unless all of it is graded.
    so_far
        What is known of it, after the penalty; ``None`` where nothing is.
    raw
        The same before the penalty.
    penalty
        What was subtracted because it came late.
    seconds
        How long the last run took over it; ``None`` where that was not recorded.
    """

    learner: Learner
    state: str
    reason: str = ""
    points: float | None = None
    so_far: float | None = None
    raw: float | None = None
    penalty: float = 0.0
    seconds: float | None = None


def standings(entries: Entries) -> tuple[Standing, ...]:
    """Return where everybody stands, in the order of their ids."""
    return tuple(
        _standing(learner, entries) for learner in sorted(entries.learners, key=lambda one: one.id)
    )


def _standing(learner: Learner, entries: Entries) -> Standing:
    submission, found = entries.submissions.get(learner.id), entries.found.get(learner.id)
    if submission is None:
        return _without_grades(learner, entries, found)
    known = [mark.points for mark in submission.marks.values() if mark.points is not None]
    waiting = [
        item
        for item in entries.items
        if item.key not in submission.marks or submission.marks[item.key].points is None
    ]
    failure = _failure(entries.items, waiting, submission, found)
    if failure:
        return Standing(learner, str(State.FAILED), failure)
    raw = sum(known) if known else None
    so_far = None if raw is None else max(0.0, raw - submission.penalty)
    return Standing(
        learner,
        str(State.NEEDS_REVIEW if waiting else State.GRADED),
        _waiting(waiting, found) if waiting else "",
        None if waiting else so_far,
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
        f"Handed in, but not graded yet: run `weakties grade {entries.assignment}`.",
    )


def _failure(
    items: Iterable[Item], waiting: list[Item], submission: Submission, found: Found | None
) -> str:
    """Return why no program graded this, or an empty text if one did."""
    checks = [item for item in items if item.is_check]
    if any(mark.base is not None for mark in submission.marks.values()):
        return ""
    if found and found.failure:
        return found.failure
    if checks and all(item in waiting for item in checks):
        return "It was not run to its end, and no reason was recorded: look at the grader's log."
    return ""


def _waiting(waiting: list[Item], found: Found | None) -> str:
    checks = {item.key[1] for item in waiting if item.is_check}
    if checks and found and found.reason:
        return found.reason
    return f"A person grades {', '.join(item.key[1] for item in waiting)}."
