"""Wall-clock seconds and peak memory of a command that is run in a course, from a cold start."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import sysconfig
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


class Peak(threading.Thread):
    """Watches the memory of a process and all that it starts, shared pages counted once.

    `private` is the most that any one of those it starts has for itself alone.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.done = threading.Event()
        self.megabytes = self.private = 0.0
        self.start()

    def run(self) -> None:
        """Look ten times a second."""
        while not self.done.wait(0.1):
            parts = {process: _memory(process) for process in _family(self.process)}
            self.megabytes = max(self.megabytes, sum(share for share, _ in parts.values()))
            own = [private for process, (_, private) in parts.items() if process != self.process]
            self.private = max([self.private, *own])


def _family(process: int) -> list[int]:
    found = [process]
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
        if parent == process:
            found += _family(int(folder.name))
    return found


def _memory(process: int) -> tuple[float, float]:
    """Return a process's part of all pages, and those that it alone has, in megabytes."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    kilobytes = {line.partition(":")[0]: int(line.split()[1]) for line in lines if "kB" in line}
    own = kilobytes.get("Private_Clean", 0) + kilobytes.get("Private_Dirty", 0)
    return kilobytes.get("Pss", 0) / 1024, own / 1024


def timed(command: list[str], course: Path) -> float:
    """Run a command in a course and return its seconds."""
    started = time.perf_counter()
    _ended_well(_begun(command, course))
    return round(time.perf_counter() - started, 2)


def weighed(command: list[str], course: Path) -> dict[str, float]:
    """Run a command in a course and return its peak memory; watching it takes time from it."""
    process = _begun(command, course)
    peak = Peak(process.pid)
    _ended_well(process)
    peak.done.set()
    return {"peak_mb": round(peak.megabytes), "private_mb": round(peak.private)}


def _begun(command: list[str], course: Path) -> subprocess.Popen[bytes]:
    scripts = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")]),
        "WEAKTIES_SOLUTIONS": "off",
        "WEAKTIES_EDITION": "open",
    }
    return subprocess.Popen(
        command, cwd=course, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _ended_well(process: subprocess.Popen[bytes]) -> None:
    code = process.wait()
    assert code == 0, f"{process.args} ended with {code}"


def compile_everything() -> None:
    """Compile every module beforehand, so that no run pays for it."""
    for folder in (
        str(ROOT / "src"),
        *(sysconfig.get_path(kind) for kind in ("stdlib", "purelib")),
    ):
        compileall.compile_dir(folder, quiet=2)
