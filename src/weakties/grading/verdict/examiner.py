"""The checks' side: walks through a notebook, asks the learner's side, and runs the checks itself."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from weakties.grading.carry import Opaque
from weakties.grading.job import CellRun, Outcome, Place
from weakties.grading.shell import Ran, Shell
from weakties.grading.verdict.asked import LearnerGone
from weakties.grading.verdict.findings import said_by, shown

if TYPE_CHECKING:
    from weakties.grading.job import Job, Step
    from weakties.grading.verdict.asked import AskedLearner

TIMED_OUT = {
    "output_type": "error",
    "ename": "CellTimeoutError",
    "evalue": "",
    "traceback": ["\x1b[0;31mCellTimeoutError\x1b[0m: No reply from kernel before timeout"],
}
"""What nbgrader itself puts below a cell whose time was up."""


def examined(job: Job, learner: AskedLearner, shell: Shell) -> Outcome:
    """Run a notebook, the learner's cells there and the checks here.

    Parameters
    ----------
    job
        The notebook.
    learner
        The learner's side.
    shell
        Runs the checks.
    """
    cells: dict[int, CellRun] = {}
    try:
        for step in job.steps:
            if step.place is Place.LEARNER:
                cells[step.cell] = _learners(step, learner)
            elif step.place is Place.SHADOW:
                learner.run(step.source)
            else:
                ran = _apart(step, learner, shell, job.limits.cell_seconds)
                if step.place is Place.APART:
                    cells[step.cell] = ran
    except LearnerGone as reason:
        return Outcome(cells, f"The submission was stopped: {reason}.")
    return Outcome(cells)


def _learners(step: Step, learner: AskedLearner) -> CellRun:
    ran = learner.run(step.source)
    outputs = [*ran.outputs, *([TIMED_OUT] if ran.timed_out else [])]
    return CellRun(outputs, ran.count, ran.seconds)


def _apart(step: Step, learner: AskedLearner, shell: Shell, seconds: float) -> CellRun:
    values = learner.values(step.wants) if step.wants else {}
    for name in step.wants:
        shell.names.pop(name, None)
    shell.names.update(values)
    ran, timed_out = _run_in_time(shell, step.source, seconds)
    outputs = [*ran.outputs, *([TIMED_OUT] if timed_out else [])]
    run = CellRun(outputs, ran.count, ran.seconds, apart=True)
    uncarried = tuple(name for name, value in values.items() if _is_uncarried(value))
    return replace(
        run,
        verdict=said_by(ran.result),
        values={name: shown(value) for name, value in values.items()},
        uncarried=uncarried,
    )


def _is_uncarried(value: Any) -> bool:
    if isinstance(value, Opaque):
        return True
    parts = value.values() if type(value) is dict else value
    return type(value) in (list, tuple, set, dict) and any(isinstance(p, Opaque) for p in parts)


def _run_in_time(shell: Shell, source: str, seconds: float) -> tuple[Ran, bool]:
    """Run a check; interrupt it when its time is up, and say whether that happened."""
    late = threading.Event()

    def interrupt() -> None:
        late.set()
        os.kill(os.getpid(), signal.SIGINT)

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    ran = Ran(failed=True)
    try:
        try:
            ran = shell.run(source)
        finally:
            timer.cancel()
            timer.join()
    except KeyboardInterrupt:
        # The time was up between the check's last line and here.
        pass
    return ran, late.is_set()
