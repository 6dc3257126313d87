"""The checks' side: walks through a notebook, asks the learner's side, and runs the checks itself."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from weakties.check.reckoned import taken_down
from weakties.grading.carry import Opaque
from weakties.grading.job import CellRun, Outcome, Place
from weakties.grading.shell.shell import Ran, Shell
from weakties.grading.verdict.ahead import Ahead, Noted
from weakties.grading.verdict.ahead import as_text as calls_as_text
from weakties.grading.verdict.ahead import from_text as calls_from_text
from weakties.grading.verdict.asked import LearnerGone
from weakties.grading.verdict.findings import said_by, shown
from weakties.grading.verdict.keys import reads_of_key
from weakties.grading.verdict.reckoned import as_text, key_of
from weakties.grading.verdict.remote import numbers_of
from weakties.grading.verdict.signals import ended_if_stuck, interrupted_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from weakties.check.reckoned import Notes
    from weakties.grading.job import Job, Step
    from weakties.grading.verdict.asked import AskedLearner

TIMED_OUT = {
    "output_type": "error",
    "ename": "CellTimeoutError",
    "evalue": "",
    "traceback": ["\x1b[0;31mCellTimeoutError\x1b[0m: No reply from kernel before timeout"],
}
"""What nbgrader itself puts below a cell whose time was up."""
_LONGER = 2
STUCK = {
    **TIMED_OUT,
    "traceback": ["CellTimeoutError: the check did not stop when its time was up"],
}
"""What stands below a check that had to be ended together with the process that ran it."""


def examined(
    job: Job, learner: AskedLearner, shell: Shell, begins: Callable[[int], object]
) -> Outcome:
    """Run a notebook, the learner's cells there and the checks here.

    Parameters
    ----------
    job
        The notebook.
    learner
        The learner's side.
    shell
        Runs the checks.
    begins
        Is told of each check before it begins, by the number of its cell.
    """
    cells: dict[int, CellRun] = {}
    carried: dict[str, Any] = {}
    spoiled: list[int] = []
    try:
        for step in job.steps:
            if step.place is Place.LEARNER:
                cells[step.cell] = _learners(step, learner, job.limits.cell_seconds)
            elif step.place is Place.SHADOW:
                learner.run(step.source, job.limits.cell_seconds)
            elif step.place is Place.STUCK:
                cells[step.cell] = CellRun([STUCK], failed=True, timed_out=True, apart=True)
            else:
                begins(step.cell)
                # Calling a function over a line takes longer than calling it.
                seconds = _LONGER * job.limits.cell_seconds
                ran = _apart(step, learner, shell, seconds, carried)
                if learner.ahead and learner.ahead.is_spoiled:
                    # It goes on to find out where else that happens.
                    spoiled.append(step.cell)
                if step.place is Place.APART:
                    cells[step.cell] = ran
    except LearnerGone as reason:
        return Outcome(cells, f"The submission was stopped: {reason}.", again=tuple(spoiled))
    return Outcome(cells, again=tuple(spoiled))


def _learners(step: Step, learner: AskedLearner, seconds: float) -> CellRun:
    ran = learner.run(step.source, step.seconds or seconds, step.compiled)
    outputs = [*ran.outputs, *([TIMED_OUT] if ran.timed_out else [])]
    return CellRun(
        outputs, ran.count, ran.seconds, failed=ran.failed or ran.timed_out, timed_out=ran.timed_out
    )


def _apart(
    step: Step, learner: AskedLearner, shell: Shell, seconds: float, carried: dict[str, Any]
) -> CellRun:
    wanted = _wanted(step, shell, carried)
    # Making a value of what was sent takes as long as the sender likes.
    with ended_if_stuck(seconds):
        values = learner.values(wanted) if wanted else {}
    shell.names.update(values)
    carried.update(values)
    learner.ahead = _ahead(step, values)
    with _key_of(step) as notes:
        ran, timed_out = _run_in_time(shell, step, seconds)
    outputs = [*ran.outputs, *([TIMED_OUT] if timed_out else [])]
    run = CellRun(
        outputs,
        ran.count,
        ran.seconds,
        failed=ran.failed or timed_out,
        timed_out=timed_out,
        apart=True,
    )
    uncarried = tuple(name for name, value in values.items() if _is_uncarried(value))
    return replace(
        run,
        verdict=said_by(ran.result),
        values={name: shown(value) for name, value in values.items()},
        uncarried=uncarried,
        reckoned=as_text(notes.taken) if notes else "",
        asked=calls_as_text(learner.ahead.asked) if isinstance(learner.ahead, Noted) else "",
    )


@contextmanager
def _key_of(step: Step) -> Iterator[Notes | None]:
    """Take down what the key of a check comes to, or have it repeat what is known of it."""
    reads = reads_of_key(step.source) if step.reckons else None
    if reads is not None:
        with taken_down(reads) as notes:
            yield notes
    else:
        with key_of(step.reckoned):
            yield None


def _ahead(step: Step, values: dict[str, Any]) -> Ahead | Noted | None:
    """Return what asks a check's calls ahead, or takes them down; nothing where each is by itself."""
    if step.ahead:
        return Ahead(calls_from_text(step.ahead), numbers_of(values))
    return Noted(numbers_of(values)) if step.reckons else None


def _wanted(step: Step, shell: Shell, carried: dict[str, Any]) -> list[str]:
    """Forget what was carried over before, and return the names that are the learner's now.

    What a cell of the instructor's has bound since then is the instructor's.
    """
    for name in step.wants:
        is_theirs = name in carried and shell.names.get(name) is carried[name]
        if is_theirs or name not in step.unsure:
            shell.names.pop(name, None)
    return [name for name in step.wants if name not in shell.names]


def _is_uncarried(value: Any) -> bool:
    if isinstance(value, Opaque):
        return True
    parts = value.values() if type(value) is dict else value
    return type(value) in (list, tuple, set, dict) and any(isinstance(p, Opaque) for p in parts)


def _run_in_time(shell: Shell, step: Step, seconds: float) -> tuple[Ran, bool]:
    """Run a check; interrupt it when its time is up, and say whether that happened."""
    ran = Ran(failed=True)
    late = threading.Event()
    # IPython does not expect to be interrupted between a cell's last line and here.
    with suppress(KeyboardInterrupt), ended_if_stuck(seconds), interrupted_after(seconds, late):
        ran = shell.run(step.source, step.compiled)
    return ran, late.is_set()
