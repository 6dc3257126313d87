"""Starting a zygote and handing it one notebook after the other, from any number of threads."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

from weakties.course import CourseError
from weakties.data.world.cache import cache_folder
from weakties.grading.carry import Closed, Message, receive, send
from weakties.grading.job import Outcome
from weakties.grading.processors import processors

if TYPE_CHECKING:
    from weakties.grading.job import Job
    from weakties.grading.zygote.settings import Settings

_MOST = 512 * 2**20


class NoSandbox(CourseError):
    """Nobody can make a sandbox on this system; the text says what is missing and what to do."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"No sandbox can be made here: {missing}.\n"
            "It takes Linux 5.12 or newer on x86-64, with user namespaces allowed. Elsewhere, "
            "`--executor kernel` grades with the same results inside a container or a virtual "
            "machine of your own: it does not contain what learners' code does."
        )


class Zygote:
    """A running zygote; `end` ends it and all its forks.

    Starting costs nothing here: the process loads its libraries while this one goes on.

    Parameters
    ----------
    environment
        The environment of the submissions, beside what they always have.
    """

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        self._home = TemporaryDirectory(prefix="weakties-zygote-", ignore_cleanup_errors=True)
        self._control, theirs = socket.socketpair()
        self._one_at_a_time = threading.Lock()
        self._log = Path(self._home.name) / "log"
        with self._log.open("wb") as log:
            self._process = self._started(theirs, log, environment or {})
        theirs.close()

    def _started(
        self, line: socket.socket, log: IO[bytes], environment: dict[str, str]
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "weakties.grading.zygote", str(line.fileno())],
            env={**_clean_environment(self._home.name), **environment},
            cwd="/",
            pass_fds=[line.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            start_new_session=True,
        )

    apart = True
    """Whether checks run apart from a learner's code."""

    def begin(self, settings: Settings, _config: object = None) -> None:
        """Tell the zygote what it needs to know and wait until it is ready.

        Raises
        ------
        NoSandbox
            If no sandbox can be made here.
        """
        try:
            send(self._control, Message(settings.as_json()))
            problem = receive(self._control).tree["problem"]
        except Closed:
            raise NoSandbox(f"its process ended at once:\n{self._last_words()}") from None
        if problem:
            raise NoSandbox(problem)

    def run(self, job: Job) -> Outcome:
        """Run a notebook and wait for what it came to."""
        ours, theirs = socket.socketpair()
        case = {"limits": job.as_json()["limits"], "files": job.files}
        try:
            with self._one_at_a_time, theirs:
                socket.send_fds(self._control, [b"c"], [theirs.fileno()])
                send(self._control, Message(case))
            with ours:
                send(ours, Message(job.as_json()))
                return Outcome.from_json(receive(ours, _MOST).tree)
        except (Closed, OSError):
            return Outcome(problem="The checks ended before they were done: out of time or memory.")

    @property
    def workers(self) -> int:
        """Return how many notebooks it can run at once: one for each processor."""
        return processors()

    def end(self) -> None:
        """End the zygote and all its forks."""
        self._control.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._home.cleanup()

    def _last_words(self) -> str:
        words = self._log.read_text(encoding="utf-8", errors="replace")
        return "\n".join(words.strip().splitlines()[-5:])


def _clean_environment(home: str) -> dict[str, str]:
    """Return an environment that says nothing about who grades."""
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TZ") if name in os.environ}
    return {
        **kept,
        "PATH": "/usr/bin:/bin",
        "HOME": home,
        "TMPDIR": home,
        "IPYTHONDIR": home,
        "MPLCONFIGDIR": home,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "WEAKTIES_CACHE": str(cache_folder()),
        "NBGRADER_EXECUTION": "autograde",
        # The key of this course is in the checks themselves, not beside them.
        "WEAKTIES_SOLUTIONS": "off",
        # More threads than one in each of many forks only stand in each other's way.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
