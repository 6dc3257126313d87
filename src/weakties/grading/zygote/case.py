"""One submission's processes, from the first fork to the last word."""

from __future__ import annotations

import os
import random
import resource
import secrets
import shutil
import signal
import socket
import sys
import tempfile
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from weakties.check.slips import NOBODY_LISTENS
from weakties.grading.carry import Closed, Message, receive, send
from weakties.grading.job import Job, Outcome
from weakties.grading.sandbox import contained_fork
from weakties.grading.sandbox.limits import address_space
from weakties.grading.sandbox.system import die_with_parent
from weakties.grading.sandbox.timer import Timer
from weakties.grading.sandbox.written import keep_written, staged_until
from weakties.grading.verdict.asked import AskedLearner
from weakties.grading.verdict.examiner import examined
from weakties.grading.verdict.learner import LearnersSide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.sandbox import Contained, Limits, Stage
    from weakties.grading.shell.shell import Shell

_CHECKS_MEMORY = 4 * 2**30


@dataclass(frozen=True)
class Forks:
    """What all forks of one process begin with.

    Parameters
    ----------
    stage
        What their sandboxes begin with.
    checks
        The folder for what the checks need on disk.
    shell
        As this process left it: fresh, or with the names of an opening.
    randomness
        Where Python's random numbers go on, if the opening chose where they begin.
    """

    stage: Stage
    checks: Path
    shell: Shell
    randomness: Any = None


@dataclass(frozen=True)
class World:
    """What the learner's processes find.

    Parameters
    ----------
    limits
        Of the sandbox.
    files
        The folder with the learner's files, or an empty text.
    seed
        Where the libraries' random numbers begin.
    shows
        Whether anybody will look at what its cells display.
    twice
        Whether there are two, the second for a run of which nobody looks at what it displays.
    """

    limits: Limits
    files: str
    seed: int
    shows: bool
    twice: bool = False


@dataclass(frozen=True)
class _Learner:
    """A learner's process that has not been asked anything."""

    line: socket.socket
    process: Contained
    limits: Limits

    def asked(self) -> AskedLearner:
        """Return what asks it; its time begins now."""
        limits = self.limits
        return AskedLearner(self.line, self.process, limits.cell_seconds, limits.notebook_seconds)


def run_case(line: socket.socket, forks: Forks, world: World) -> None:
    """Fork the learner's processes, then hear what the notebook is, run it and answer. Never returns.

    Parameters
    ----------
    line
        To who asked.
    forks, world
        What the learner's processes begin with, and what they find.
    """
    made = []
    try:
        die_with_parent(signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        # Both are made now, while nobody here knows the notebook.
        made += [_learner(forks, world, shows=world.shows)]
        made += [_learner(forks, world, shows=False)] if world.twice else []
        first, *again = made
        send(line, Message({"outcome": _run(line, forks, first).as_json()}))
        for learner in again:
            _run_again(line, forks.shell, learner)
    except BaseException as error:  # noqa: BLE001 - whatever it is, this process must not go on
        traceback.print_exc()
        problem = f"The checks could not be run: {type(error).__name__}: {error}"
        send(line, Message({"outcome": Outcome(problem=problem[:500]).as_json()}))
    finally:
        for learner in made:
            learner.process.kill()
        os._exit(0)


def _run(line: socket.socket, forks: Forks, learner: _Learner) -> Outcome:
    since = staged_until(learner.process.home)
    asked = learner.asked()
    try:
        job = Job.from_json(receive(line).tree)
        with _own_copy(job.check_files if job.has_checks_apart else "", forks.checks):
            # A learner who knew the seed could guess what a check draws.
            _begin_randomness(forks, secrets.randbits(32))
            with _checks_limited(job.limits):
                outcome = _examined(job, asked, forks.shell, line)
    finally:
        asked.end()
    if job.keeps and not outcome.problem and not outcome.again:
        note = keep_written(learner.process.home, since, Path(job.keeps))
        outcome = replace(outcome, note=note)
    return outcome


def _run_again(line: socket.socket, shell: Shell, learner: _Learner) -> None:
    """Run a notebook with no checks apart, in the process in which those of another run have run.

    What they have left behind may keep it from its end. Then nothing is answered, and who asked has
    it run elsewhere.
    """
    try:
        job = Job.from_json(receive(line).tree)
        signal.setitimer(signal.ITIMER_REAL, 0)  # a check may have left a clock
        with _checks_limited(job.limits):
            outcome = examined(job, learner.asked(), shell, lambda _cell: None)
        send(line, Message({"outcome": outcome.as_json()}))
    except Closed:
        return  # nobody asked
    except BaseException:  # noqa: BLE001 - whatever it is, this process must not go on
        traceback.print_exc()


def _examined(job: Job, learner: AskedLearner, shell: Shell, line: socket.socket) -> Outcome:
    def begins(cell: int) -> None:
        send(line, Message({"begins": cell}))

    return examined(job, learner, shell, begins)


@contextmanager
def _own_copy(files: str, folder: Path) -> Iterator[None]:
    """Run the checks in a fresh copy of the instructor's files: what one writes, no other finds."""
    if not files:
        yield
        return
    with (
        TemporaryDirectory(prefix="checks-", dir=folder) as place,
        TemporaryDirectory(prefix="temporary-", dir=folder) as temporary,
    ):
        os.environ["TMPDIR"] = tempfile.tempdir = temporary
        shutil.copytree(files, place, dirs_exist_ok=True, symlinks=True)
        os.chdir(place)
        sys.path.insert(0, place)
        yield
        os.chdir("/")


def _begin_randomness(forks: Forks, seed: int) -> None:
    """Begin random numbers with a seed, or go on where an opening left them."""
    import numpy as np

    if forks.randomness is None:
        random.seed(seed)
        np.random.seed(seed)
    else:
        # Python seeds its own generator anew in every fork.
        random.setstate(forks.randomness)


def _learner(forks: Forks, world: World, *, shows: bool) -> _Learner:
    ours, theirs = socket.socketpair()

    def serve() -> None:
        _begin_randomness(forks, world.seed)
        if not shows:
            forks.shell.draw_nothing()
            os.environ[NOBODY_LISTENS] = "off"
        LearnersSide(theirs, forks.shell).serve()

    process = contained_fork(
        forks.stage,
        world.limits,
        serve,
        keep=[theirs.fileno()],
        files=Path(world.files) if world.files else None,
    )
    theirs.close()
    return _Learner(ours, process, world.limits)


@contextmanager
def _checks_limited(limits: Limits) -> Iterator[None]:
    """Keep a value that makes a check endless or huge from holding up everyone else."""
    seconds = int(limits.notebook_seconds + 2 * limits.cell_seconds)
    space = address_space() + _CHECKS_MEMORY
    spent = int(time.process_time())
    for kind, most in {
        resource.RLIMIT_AS: space,
        resource.RLIMIT_CPU: spent + seconds,
        resource.RLIMIT_CORE: 0,
    }.items():
        # The highest stays as it is: a second run has its own limits.
        _, highest = resource.getrlimit(kind)
        resource.setrlimit(kind, (most, highest))
    timer = Timer(seconds, signal.SIGKILL)
    try:
        yield
    finally:
        timer.cancel()
