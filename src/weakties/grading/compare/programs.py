"""Running a command in a folder: it is timed, its lines are heard, and it ends when we do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

_PAUSE = 0.2
_PATIENCE = 15.0
"""So many seconds a command has to end by itself when it is interrupted: it has kernels to stop."""


@dataclass(frozen=True)
class Ran:
    """What a command came to.

    Parameters
    ----------
    code
        Its exit code.
    said
        All that it wrote.
    seconds
        How long it took.
    """

    code: int
    said: str
    seconds: float


def ran(words: Sequence[str], place: Path, heard: Callable[[str], object]) -> Ran:
    """Run Python, cold, and return what it came to.

    Parameters
    ----------
    words
        What to run, such as ``-m weakties``, and its arguments.
    place
        The folder to run in; what the command writes is kept in a file beside it.
    heard
        Is told each line that the command writes.
    """
    scripts = str(Path(sys.executable).parent)
    # nbgrader calls alembic by name.
    path = os.pathsep.join([scripts, os.environ.get("PATH", "")])
    # Not a pipe: what a learner's code leaves running could hold it open for ever.
    with (place.parent / f"{place.name}.log").open("w+", encoding="utf-8", errors="replace") as log:
        started = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-P", *words],
            cwd=place,
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            stdout=log.fileno(),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        said: list[str] = []
        with Path(log.name).open(encoding="utf-8", errors="replace") as lines, _ended(process):
            while _runs(process):
                said += _heard(lines, heard)
            seconds = time.monotonic() - started
            said += _heard(lines, heard)
    return Ran(process.returncode, "".join(said), seconds)


def _runs(process: subprocess.Popen[bytes]) -> bool:
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PAUSE)
    return process.returncode is None


def _heard(lines: TextIO, heard: Callable[[str], object]) -> Iterator[str]:
    for line in lines:
        heard(line)
        yield line


@contextmanager
def ended_as_by_hand() -> Iterator[None]:
    """Let what ends this process from outside end it as Ctrl-C does, so that it can tidy up."""
    signals = (signal.SIGTERM, signal.SIGHUP)
    before = {one: signal.signal(one, _end) for one in signals}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a command that still runs, with all that it started beside."""
    try:
        yield
    finally:
        try:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_PATIENCE)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
