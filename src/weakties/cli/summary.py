"""What a run of ``weakties grade`` came to, in the lines that a teacher reads last."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from weakties.cli.ground import again_lines, ground_lines
from weakties.cli.text import listed
from weakties.command import in_course
from weakties.grading.report.words import people, plain
from weakties.grading.result import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.grading.result import Result

_STATES = ("graded", "needs review", "failed", "missing")


def summary(unit: str, results: Sequence[Result], seconds: float) -> Iterator[str]:
    """Yield what waits for a person, what was noted, what failed, and the counts last of all.

    Parameters
    ----------
    unit
        The assignment.
    results
        All results of the run.
    seconds
        How long it took.
    """
    in_order = sorted(results, key=lambda one: one.learner)
    yield from _doubts(in_order)
    yield from _readings(in_order)
    yield from _notes(unit, in_order)
    yield from _failures(in_order)
    yield from again_lines(in_order)
    states = Counter(str(result.state) for result in results if not result.skipped)
    skipped = sum(result.skipped for result in results)
    left = f", {skipped} left as they were" if skipped else ""
    counts = ", ".join(f"{states[state]} {state}" for state in _STATES)
    yield f"{counts}{left}, in {seconds:.1f} s."
    yield from ground_lines(in_order)


def _doubts(results: Sequence[Result]) -> Iterator[str]:
    """Yield whose work has a doubt in it that a person settles."""
    for result in results:
        doubts = [one for one in result.questions if one.doubt]
        if doubts and not result.skipped:
            said = " ".join(f"{one.grade_id}: {one.doubt}." for one in doubts)
            yield f"○ {plain(result.learner)} needs review. {plain(said)}"


def _readings(results: Sequence[Result]) -> Iterator[str]:
    """Yield how many wait for the same questions to be read; who was left alone still waits."""
    waiting: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for result in results:
        if result.state is State.NEEDS_REVIEW:
            asked = tuple(_short(q.grade_id) for q in result.questions if q.waits and not q.doubt)
            waiting[asked].append(result.learner)
    for asked, learners in waiting.items():
        if asked:
            verb = "waits" if len(learners) == 1 else "wait"
            who = plain(learners[0]) if len(learners) == 1 else f"{len(learners):,}"
            count = "one reading" if len(asked) == 1 else f"{len(asked)} readings"
            yield f"○ {who} {verb} for {count}: {', '.join(map(plain, asked))}."


def _notes(unit: str, results: Sequence[Result]) -> Iterator[str]:
    noted = [result for result in results if result.notes]
    count = sum(len(result.notes) for result in noted)
    if count:
        first = noted[0]
        notes = "1 note" if count == 1 else f"{count:,} notes"
        yield (
            f"! {notes} on {people(len(noted))}, such as {plain(first.learner)}: "
            f"{plain(first.notes[0])} `{in_course(f'teach report {unit}')}` lists them."
        )


def _failures(results: Sequence[Result]) -> Iterator[str]:
    """Yield each reason once, the commonest last."""
    failed: defaultdict[str, list[Result]] = defaultdict(list)
    for result in results:
        if result.state is State.FAILED:
            failed[re.sub(r"\d+", "#", result.reason)].append(result)
    for alike in sorted(failed.values(), key=len):
        reason = plain(alike[0].reason)
        if len(alike) == 1:
            yield f"✕ {plain(alike[0].learner)} was not graded. {reason}"
        else:
            names = listed([one.learner for one in alike])
            yield f"✕ {len(alike):,} were not graded: {names}. {reason}"


def _short(grade_id: str) -> str:
    return grade_id.removesuffix("-answer").removesuffix("-check")
