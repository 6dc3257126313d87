"""The environment of the builders: apart from the course's own, which their extensions would enter."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from weakties.course import CourseError

if TYPE_CHECKING:
    from pathlib import Path


def environment(folder: Path, lock: Path) -> Path:
    """Return the Python of an environment that holds what a lock file names; make it if need be.

    Parameters
    ----------
    folder
        Where the environment is, or will be.
    lock
        The file with exact versions and hashes.

    Raises
    ------
    CourseError
        If it cannot be made.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "made-of"
    state = hashlib.sha256(sys.version.encode() + lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == state:
        return python
    from uv import find_uv_bin

    uv = [find_uv_bin(), "--quiet", "--system-certs"]
    sync = ["pip", "sync", "--require-hashes", "--compile-bytecode", "--python", str(python)]
    made = [
        [*uv, "venv", "--clear", "--python", sys.executable, str(folder)],
        [*uv, *sync, str(lock)],
    ]
    if any(subprocess.call(command) for command in made):
        raise CourseError(
            "What builds the site could not be installed; the lines above say why. "
            "The first time it needs a network."
        )
    stamp.write_text(state, "utf-8")
    return python
