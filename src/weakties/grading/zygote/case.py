"""One submission's two processes, from the first fork to the last word."""

from __future__ import annotations

import os
import random
import resource
import signal
import socket
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.grading.carry import Message, receive, send
from weakties.grading.job import Job, Outcome
from weakties.grading.sandbox import contained_fork
from weakties.grading.sandbox.limits import address_space
from weakties.grading.sandbox.system import die_with_parent
from weakties.grading.verdict.asked import AskedLearner
from weakties.grading.verdict.examiner import examined
from weakties.grading.verdict.learner import LearnersSide

if TYPE_CHECKING:
    from weakties.grading.sandbox import Limits, View
    from weakties.grading.shell import Shell

_CHECKS_MEMORY = 4 * 2**30


def run_case(
    line: socket.socket, limits: Limits, files: object, view: View, root: Path, shell: Shell
) -> None:
    """Fork the learner's process, then hear what the notebook is, run it and answer. Never returns.

    Parameters
    ----------
    line
        To who asked.
    limits, files, view, root
        Of the sandbox.
    shell
        Fresh, as the zygote made it.
    """
    try:
        die_with_parent(signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        learner = _learner(limits, files, view, root, shell)
        try:
            outcome = _examined(Job.from_json(receive(line).tree), learner, shell)
        finally:
            learner.end()
        send(line, Message(outcome.as_json()))
    except BaseException as error:  # noqa: BLE001 - whatever it is, this process must not go on
        traceback.print_exc()
        problem = f"The checks could not be run: {type(error).__name__}: {error}"
        send(line, Message(Outcome(problem=problem[:500]).as_json()))
    finally:
        os._exit(0)


def _examined(job: Job, learner: AskedLearner, shell: Shell) -> Outcome:
    _limit_checks(job.limits)
    if job.check_files:
        os.chdir(job.check_files)
        sys.path.insert(0, job.check_files)
    random.seed()
    return examined(job, learner, shell)


def _learner(limits: Limits, files: object, view: View, root: Path, shell: Shell) -> AskedLearner:
    ours, theirs = socket.socketpair()

    def serve() -> None:
        LearnersSide(theirs, shell).serve()

    process = contained_fork(
        view,
        limits,
        serve,
        keep=[theirs.fileno()],
        folder=root,
        files=Path(str(files)) if files else None,
    )
    theirs.close()
    return AskedLearner(ours, process, limits.cell_seconds, limits.notebook_seconds)


def _limit_checks(limits: Limits) -> None:
    """Keep a value that makes a check endless or huge from holding up everyone else."""
    seconds = int(limits.notebook_seconds + 2 * limits.cell_seconds)
    space = address_space() + _CHECKS_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    watchdog = threading.Timer(seconds, os._exit, [1])
    watchdog.daemon = True
    watchdog.start()
