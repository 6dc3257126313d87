"""A notebook's opening, run once for everybody who left it as it was.

The instructor's cells before the first answer are the same in nearly every submission: imports, tables,
helpers. A process runs them once and is forked for each submission, if nothing but memory remembers
that they ran.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING

from weakties.grading.job import CellRun, Opened
from weakties.grading.shell.shell import Ran
from weakties.grading.verdict.signals import ended_if_stuck, interrupted_after

if TYPE_CHECKING:
    from weakties.grading.shell.shell import Shell

_ABOUT_ITS_PLACE = re.compile(
    r"\b(cwd|getcwd|abspath|realpath|resolve|absolute|__file__|listdir|i?glob|iterdir|walk|scandir"
    r"|environ|getenv|getpid|input|HOME|expanduser|home)\b|[!?]"
)
"""What a cell may learn of the folder and the process that it runs in, which are others later."""


@dataclass(frozen=True)
class Opening:
    """The cells of an opening.

    Parameters
    ----------
    sources
        Their code.
    files
        The folder whose files they find a copy of.
    seconds
        How long each may take.
    """

    sources: tuple[str, ...]
    files: str
    seconds: float


def opened(shell: Shell, opening: Opening, folder: Path) -> Opened:
    """Run the cells of an opening.

    Parameters
    ----------
    shell
        Runs them, and remembers their names.
    opening
        What to run.
    folder
        Where their copy of the files is made.
    """
    if any(map(_ABOUT_ITS_PLACE.search, opening.sources)):
        return Opened(obstacle="it may ask where it runs")
    with TemporaryDirectory(prefix="opening-", dir=folder) as place:
        shutil.copytree(opening.files, place, dirs_exist_ok=True, symlinks=True)
        before = _traces(Path(place)), _randomness()
        os.chdir(place)
        sys.path.append("")
        try:
            runs = [_run(shell, source, opening.seconds) for source in opening.sources]
        finally:
            sys.path.remove("")
            after = _traces(Path(place)), _randomness()
            os.chdir("/")
    if any(run.failed for run in runs):
        return Opened(obstacle="it stops with an error")
    if before[0] != after[0]:
        return Opened(obstacle="it leaves a file, a thread or an open file behind")
    return Opened(
        tuple(CellRun(run.outputs, run.count, run.seconds) for run in runs), before[1] != after[1]
    )


def _run(shell: Shell, source: str, seconds: float) -> Ran:
    """Run a cell that an instructor may have left without an end."""
    ran = Ran(failed=True)
    with suppress(KeyboardInterrupt), ended_if_stuck(seconds), interrupted_after(seconds, Event()):
        ran = shell.run(source)
    return ran


def _traces(place: Path) -> tuple[object, ...]:
    """Return what a fork would not have of its own: files, open files, threads."""
    files = sorted(
        (str(path), path.stat().st_mtime_ns, path.stat().st_size)
        for path in place.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    return files, _counted("/proc/self/fd"), _counted("/proc/self/task")


def _counted(folder: str) -> int:
    return len(list(Path(folder).iterdir()))


def _randomness() -> tuple[object, bytes]:
    import numpy as np

    kind, keys, *rest = np.random.get_state(legacy=True)
    return (random.getstate(), kind, *rest), np.asarray(keys).tobytes()
