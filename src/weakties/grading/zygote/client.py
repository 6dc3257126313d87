"""Starting a zygote and handing it one notebook after the other, from any number of threads."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from uuid import uuid4

from weakties.course import CourseError
from weakties.data.cache import cache_folder
from weakties.grading.carry import Closed, Message, receive, send
from weakties.grading.job import Opened, Outcome
from weakties.grading.processors import processors
from weakties.grading.zygote.home import Home, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from weakties.grading.job import Job
    from weakties.grading.zygote.settings import Settings

_MOST = 512 * 2**20
_MOST_STUCK = 3
"""Checks of one notebook that are left out because they can't be stopped."""


class NoSandbox(CourseError):
    """Nobody can make a sandbox on this system; the text says what is missing and what to do."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"No sandbox can be made here: {missing}.\n"
            "It takes Linux 5.12 or newer on x86-64, with user namespaces allowed. Elsewhere, "
            "`--executor kernel` grades with the same results inside a container or a virtual "
            "machine of your own: it does not contain what learners' code does."
        )


@dataclass
class _Case:
    """Processes that run one notebook, and the line to them; none where they could not be made."""

    line: socket.socket | None

    def run(self, job: Job) -> tuple[Outcome | None, int | None]:
        """Return what a notebook came to or, if its checks ended, in which cell."""
        begun: int | None = None
        if self.line is None:
            return None, begun
        try:
            send(self.line, Message(job.as_json()))
            while True:
                told = receive(self.line, _MOST).tree
                if "outcome" in told:
                    return Outcome.from_json(told["outcome"]), None
                begun = told["begins"]
        except (Closed, OSError):
            return None, begun


class CourseExposed(CourseError):
    """Submissions would see the course; the text says by what, and what to do."""


class Zygote:
    """A running zygote; `end` ends it and all its forks.

    Starting costs nothing here: the process loads its libraries while this one goes on.

    Parameters
    ----------
    environment
        The environment of the submissions, beside what they always have.
    """

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        remove_abandoned()
        self._home = Home()
        self._control, theirs = socket.socketpair()
        self._one_at_a_time = threading.Lock()
        self._place = Path(self._home.name)
        self._log = self._place / "log"
        with self._log.open("wb") as log:
            self._process = self._started(theirs, log, environment or {})
        theirs.close()

    def _started(
        self, line: socket.socket, log: IO[bytes], environment: dict[str, str]
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "weakties.grading.zygote", str(line.fileno())],
            env={**_clean_environment(self._home.name), **environment, **self._cache()},
            cwd="/",
            pass_fds=[line.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            start_new_session=True,
        )

    apart = True
    """Whether checks run apart from a learner's code."""

    def begin(self, settings: Settings, _config: object = None) -> dict[str, Opened]:
        """Tell the zygote what it needs to know, wait until it is ready, and return what it opened.

        Raises
        ------
        NoSandbox
            If no sandbox can be made here.
        CourseExposed
            If submissions would see the course.
        """
        try:
            send(self._control, Message(self._under_aliases(settings).as_json()))
            told = receive(self._control).tree
        except Closed:
            raise NoSandbox(f"its process ended at once:\n{self._last_words()}") from None
        if "exposed" in told:
            raise CourseExposed(told["exposed"])
        if told["problem"]:
            raise NoSandbox(told["problem"])
        return {name: Opened.from_json(values) for name, values in told["opened"].items()}

    def run(self, job: Job) -> Outcome:
        """Run a notebook and wait for what it came to.

        A check that can't be stopped ends the process that runs it; then the notebook is run again
        without that check.
        """
        with self._case(job, twice=False) as case:
            return self._run_to_its_end(case, job)

    @contextmanager
    def twice(self) -> Iterator[Callable[[Job], Outcome]]:
        """Lend what runs a notebook as `run` does, and then once more with no checks apart.

        Its processes are all made at the first run: one that runs the checks, and two sandboxes.
        """
        with ExitStack() as stack:
            cases: list[_Case] = []

            def run(job: Job) -> Outcome:
                if not cases:
                    cases.append(stack.enter_context(self._case(job, twice=True)))
                    return self._run_to_its_end(cases[0], job)
                outcome, _ = cases[0].run(job)
                return outcome or self.run(job)

            yield run

    def _run_to_its_end(self, case: _Case, job: Job) -> Outcome:
        outcome, stuck_at = case.run(job)
        if asked_ahead := [step.cell for step in job.steps if step.ahead]:
            again = asked_ahead if outcome is None else outcome.again
            if again:
                return self.run(job.without_ahead(again))
        for _ in range(_MOST_STUCK):
            if outcome is not None or stuck_at is None:
                break
            job = job.without(stuck_at)
            with self._case(job, twice=False) as another:
                outcome, stuck_at = another.run(job)
        problem = "The checks ended before they were done: out of time or memory."
        return outcome or Outcome(problem=problem)

    @contextmanager
    def _case(self, job: Job, *, twice: bool) -> Iterator[_Case]:
        """Have the processes made that run a notebook; they end with the block."""
        case: dict[str, Any] = {
            "limits": asdict(job.limits),
            "seed": job.seed,
            "opening": job.opening,
            "shows": job.shows,
            "twice": twice,
        }
        line: socket.socket | None = None
        try:
            with suppress(Closed, OSError):  # whoever runs it meets it again
                case["files"] = self._alias(f"files-{uuid4().hex}", job.files)
                line, theirs = socket.socketpair()
                with self._one_at_a_time, theirs:
                    socket.send_fds(self._control, [b"c"], [theirs.fileno()])
                    send(self._control, Message(case))
            yield _Case(line)
        finally:
            if line:
                line.close()
            if case.get("files"):
                Path(case["files"]).unlink(missing_ok=True)

    def _cache(self) -> dict[str, str]:
        with suppress(OSError):
            cache_folder().mkdir(parents=True, exist_ok=True)
        return {"WEAKTIES_CACHE": self._alias("cache", str(cache_folder()))}

    def _under_aliases(self, settings: Settings) -> Settings:
        """Return the settings with paths that say nothing of where the course lies."""
        folder = self._place / "run"
        folder.mkdir()
        return replace(
            settings, folder=str(folder), files=self._alias("instructor", settings.files)
        )

    def _alias(self, name: str, path: str) -> str:
        if not path:
            return ""
        alias = self._place / name
        alias.symlink_to(path)
        return str(alias)

    @property
    def workers(self) -> int:
        """Return how many notebooks it runs at once: one more than there are processors.

        While one waits for its grades to be saved, or for its next turn to be heard, another runs.
        """
        return processors() + 1

    def end(self) -> None:
        """End the zygote and all its forks."""
        self._control.close()
        try:
            self._process.wait(timeout=1)
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
    # Whoever named the weakties that runs on Python's path gets no other one in the sandbox.
    own = str(Path(__file__).parents[3])
    if own in os.environ.get("PYTHONPATH", "").split(os.pathsep):
        kept["PYTHONPATH"] = own
    return {
        **kept,
        "PATH": "/usr/bin:/bin",
        "HOME": home,
        "TMPDIR": home,
        "IPYTHONDIR": home,
        "MPLCONFIGDIR": home,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "NBGRADER_EXECUTION": "autograde",
        # The key of this course is in the checks themselves, not beside them.
        "WEAKTIES_SOLUTIONS": "off",
        # More threads than one in each of many forks only stand in each other's way.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
