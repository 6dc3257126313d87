"""Running a notebook twice, once for each witness."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from weakties.grading.witness.judge import REFUSED, judged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from weakties.grading.job import CellRun, Job, Outcome
    from weakties.grading.witness.judge import Check

_SHORT = 0.1
"""The part of its time that a cell gets which used it up before: it would only do so again."""


@dataclass(frozen=True)
class Witnesses:
    """A notebook to be run for both witnesses.

    Parameters
    ----------
    apart
        With the checks apart from the learner's code.
    inside
        With the checks among the learner's cells; ``None`` where they run there already.
    checks
        By the number of their cell.
    before
        What the cells came to that were run once for everybody, by their number.
    """

    apart: Job
    inside: Job | None = None
    checks: Mapping[int, Check] = field(default_factory=dict)
    before: Mapping[int, CellRun] = field(default_factory=dict)


def witnessed(jobs: Witnesses, run: Callable[[Job], Outcome]) -> Outcome:
    """Run a notebook for both witnesses and return what it came to.

    The cells' outputs are those of the first run, in which the learner's code never meets a check.

    Parameters
    ----------
    jobs
        The notebook.
    run
        Runs a job.
    """
    apart = run(jobs.apart)
    if apart.problem or jobs.inside is None:
        return replace(apart, cells={**jobs.before, **apart.cells})
    inside = run(_hurried(jobs.inside, apart))
    refused = any(map(_was_refused, apart.cells.values()))
    cells = {
        number: judged(
            check,
            apart.cells.get(number),
            inside.cells.get(number),
            inside.problem,
            refused=refused,
        )
        for number, check in jobs.checks.items()
    }
    return replace(apart, cells={**jobs.before, **apart.cells, **cells})


def _was_refused(run: CellRun) -> bool:
    """Say whether a learner's cell was told that it may not do something."""
    texts = (str(output.get("evalue", "")) + str(output.get("text", "")) for output in run.outputs)
    return not run.apart and any(words in text for text in texts for words in REFUSED)


def _hurried(job: Job, before: Outcome) -> Job:
    """Return the job with little time for cells whose time was up in another run."""
    late = {number for number, run in before.cells.items() if run.timed_out and not run.apart}
    short = max(1.0, _SHORT * job.limits.cell_seconds)
    steps = (replace(s, seconds=short) if s.cell in late else s for s in job.steps)
    return replace(job, steps=tuple(steps))
