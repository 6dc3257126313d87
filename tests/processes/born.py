"""Processes that come out of a nursery, in place of those that would be started."""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile, gettempdir, mkdtemp
from typing import TYPE_CHECKING, Any

from processes.nursery import Wish
from weakties.grading.zygote.client import _clean_environment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Kept = tuple[str, frozenset[tuple[str, str]]]
"""A kind of process, and what Python and its libraries read only when they start."""
NURSERIES: dict[Kept, str] = {}
"""The addresses of all nurseries that there are."""

_TESTS = str(Path(__file__).parents[1])
PLACE = "NURSERY_PLACE"
"""The variable that names the folder of all nurseries of a test run, which its processes share."""
_TEMPORARY = gettempdir()
"""Where this process has a folder for nurseries of its own; a test may say otherwise for itself."""
_START = (
    "import os, sys; sys.path[0] = os.environ['NURSERY'];"
    "from processes.nursery import main; main({!r}, {}, {})"
)
_STARTS_NO_KERNEL = {
    "generate_assignment",
    "generate_feedback",
    "release_assignment",
    "export",
    "db",
}
"""Commands of nbgrader."""
_READ_AT_THE_START = ("PYTHON", "LC_", "LANG", "OMP_", "OPENBLAS_")


def nursery(kind: str, environment: Mapping[str, str]) -> Kept:
    """Have a nursery for processes with this environment; it ends with the last that has it."""
    early = {k: v for k, v in environment.items() if k.startswith(_READ_AT_THE_START)}
    kept = kind, frozenset(early.items())
    if kept not in NURSERIES:
        NURSERIES[kept] = _held(kind, early)
    return kept


def _held(kind: str, early: dict[str, str]) -> str:
    """Return the address of a nursery, which is begun unless another process of this run has it."""
    place = _place()
    name = hashlib.sha256(repr((kind, sorted(early.items()))).encode()).hexdigest()[:16]
    folder = place / name
    with (place / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            # Nobody reads from it once the nursery has ended. It is held until this process ends.
            os.open(folder / "lifeline", os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            _begin(kind, early, folder)
    return str(folder / kind)


@cache
def _place() -> Path:
    if PLACE in os.environ:
        return Path(os.environ[PLACE])
    own = mkdtemp(prefix="nurseries-", dir=_TEMPORARY)
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    return Path(own)


def _begin(kind: str, early: dict[str, str], folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / "lifeline")
    lifeline = os.open(folder / "lifeline", os.O_RDONLY | os.O_NONBLOCK)
    os.open(folder / "lifeline", os.O_WRONLY)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / kind))
        door.listen(64)
        files = [door.fileno(), lifeline]
        process = subprocess.Popen(
            [sys.executable, "-c", _START.format(kind, *files)],
            env={**_begins_with(kind, str(folder)), **early, "NURSERY": _TESTS},
            pass_fds=files,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
    os.close(lifeline)
    # Whoever began it may end before the others that have it, and waits for no end of it.
    process.returncode = 0


def _begins_with(kind: str, home: str) -> dict[str, str]:
    """Return an environment in which nothing of this machine's user is read or written."""
    if kind == "zygote":
        return _clean_environment(home)
    return {"PATH": os.environ.get("PATH", ""), "HOME": home, "IPYTHONDIR": home}


class Born:
    """A process out of a nursery, with as much of `subprocess.Popen` as is asked of it."""

    stdin = stdout = stderr = None

    def __init__(
        self,
        kept: Kept,
        arguments: Sequence[str],
        *,
        cwd: str,
        environment: Mapping[str, str],
        streams: Sequence[int | None] = (None, None, None),
        lines: Sequence[int] = (),
        ordinary: bool = False,
    ) -> None:
        self.returncode: int | None = None
        wish = pickle.dumps(
            Wish(list(arguments), cwd, dict(environment), NURSERIES, ordinary=ordinary)
        )
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(NURSERIES[kept])
        with open(os.devnull, "r+b") as null:  # noqa: PTH123 - a number is all that is needed of it
            files = [null.fileno() if stream is None else stream for stream in streams]
            socket.send_fds(self._line, [b"%d " % len(wish)], [*files, *lines])
            self._line.sendall(wish)
            with self._line.makefile("rb", buffering=0) as told:
                # Not a byte beyond it: how it ended comes next.
                self.pid = int(told.readline())

    def poll(self) -> int | None:
        """Return how it ended, or nothing if it did not."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, and return how it ended."""
        code = self._ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("born", timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def _ended(self, seconds: float | None) -> int | None:
        if self.returncode is None:
            self._line.settimeout(seconds)
            try:
                said = self._line.recv(16)
            except (BlockingIOError, TimeoutError):
                return None
            self._line.close()
            self.returncode = int(said) if said else -signal.SIGKILL
        return self.returncode


def nursery_of_what_it_starts(
    kind: str, words: Sequence[str], environment: Mapping[str, str]
) -> None:
    """Have what a command takes its kernels or zygotes from: it ends too early for nurseries of its own."""
    if kind == "weakties":
        nursery("zygote", _clean_environment(""))
    elif kind == "nbgrader" and not _STARTS_NO_KERNEL.intersection(words):
        nursery("kernel", environment)


def ran(
    command: Sequence[Any],
    *,
    cwd: Any = None,
    env: Mapping[str, str] | None = None,
    timeout: float | None = None,
    ordinary: bool = False,
    input: str = "",  # noqa: A002 - the name that it has there
    **_more: Any,
) -> subprocess.CompletedProcess[str]:
    """Do for ``python -m weakties``, ``python -m nbgrader`` and ``python -c`` what `subprocess.run` would.

    What they say is taken down, as text. One who is ordinary has no right of root's.
    """
    python, flag, *words = map(str, command)
    assert (python, flag) in ((sys.executable, "-m"), (sys.executable, "-c"))
    kind, words = (words[0], words[1:]) if flag == "-m" else ("code", [flag, *words])
    environment = dict(os.environ if env is None else env)
    nursery_of_what_it_starts(kind, words, environment)
    with TemporaryFile() as read, TemporaryFile() as out, TemporaryFile() as err:
        read.write(input.encode())
        read.seek(0)
        child = Born(
            nursery(kind, environment),
            words,
            cwd=str(cwd or Path.cwd()),
            environment=environment,
            streams=(read.fileno(), out.fileno(), err.fileno()),
            ordinary=ordinary,
        )
        try:
            code = child.wait(timeout)
        finally:
            child.kill()
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
    return subprocess.CompletedProcess(command, code, *texts)
