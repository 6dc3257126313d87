"""Run ``weakties start`` as a learner does, and read where it says that the workshop is."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@contextmanager
def started(
    command: Sequence[str | Path], cwd: Path, home: Path
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield the running process and the address that it names; end it afterwards."""
    process = subprocess.Popen(
        [*command, "--no-browser"],
        cwd=cwd,
        env=learners_environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process, _address(process)
        finally:
            process.terminate()


def learners_environment(home: Path) -> dict[str, str]:
    """Return an environment with another home, in which only what is installed can be imported.

    As on a learner's machine, what was compiled once is kept: an environment that a test has just
    made would else compile pandas with every command.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "PYTHONPATH": ""}


def _address(process: subprocess.Popen[str]) -> str:
    said = ""
    for line in process.stdout:
        said += line
        if found := re.search(r"http://\S+", line):
            return found[0]
    raise AssertionError(f"It ended without naming an address. It said:\n{said}")
