"""The JupyterLab that shows a working folder: started quietly, watched, ended cleanly."""

from __future__ import annotations

import http.client
import os
import secrets
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.own_folder import PRIVATE
from weakties.workshop.errors import WorkshopError
from weakties.workshop.packaged import WELCOME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

_JUPYTER = Path(__file__).parent / "jupyter"
_HOST = "127.0.0.1"
_STARTS_WITHIN = 120.0
_ENDS_WITHIN = 15.0


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab."""

    process: subprocess.Popen[bytes]
    port: int
    token: str
    log: Path

    @property
    def url(self) -> str:
        """Return where it listens."""
        return f"http://{_HOST}:{self.port}"

    @property
    def address(self) -> str:
        """Return the address that opens the welcome in a clean workspace."""
        return self.address_of(WELCOME)

    def address_of(self, path: str, fragment: str = "") -> str:
        """Return the address that opens a notebook in a clean workspace, perhaps at a cell."""
        return f"{self.url}/lab/tree/{path}?reset&token={self.token}{fragment}"

    def wait(self) -> None:
        """Return when it is shut down from within.

        Raises
        ------
        WorkshopError
            If it ended by mishap.
        """
        if self.process.wait():
            raise WorkshopError(_ended("JupyterLab ended unexpectedly", self.log))


@contextmanager
def running_lab(folder: Path, port: int) -> Iterator[Lab]:
    """Run JupyterLab on `folder`; inside the block it answers, after the block it has ended.

    A request to end this process (SIGTERM) counts as Ctrl-C, so that no server outlives it.

    Raises
    ------
    WorkshopError
        If it does not start; the message quotes the end of its log.
    """
    token = secrets.token_hex(24)
    log = folder / PRIVATE / "jupyterlab.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        with log.open("wb") as lines:
            process = subprocess.Popen(
                lab_command(folder, port),
                env=lab_environment(os.environ, token),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=lines,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait_until_ready(process, port, log)
            yield Lab(process, port, token, log)
        finally:
            _end(process)
    finally:
        signal.signal(signal.SIGTERM, before)


def lab_command(folder: Path, port: int) -> list[str]:
    """Return the command that serves `folder` to this machine only, and asks for nothing else.

    What is given here outranks every configuration file of the learner.
    """
    return [
        # A learner's random.py must not stand in for the standard library's.
        *(sys.executable, "-P", "-m", "jupyterlab"),
        "--no-browser",
        "--ServerApp.allow_root=True",
        "--ServerApp.answer_yes=True",
        "--ServerApp.base_url=/",
        "--ServerApp.certfile=",
        f"--ServerApp.ip={_HOST}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={folder}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        "--LabApp.news_url=None",
        f"--LabApp.workspaces_dir={folder / PRIVATE / 'workspaces'}",
    ]


def lab_environment(inherited: Mapping[str, str], token: str) -> dict[str, str]:
    """Return the environment for `lab_command`.

    Our own settings come before the learner's, whose files stay as they are: no news, nothing of
    nbgrader's for instructors, and ``python3`` is the Python that runs weakties. The token goes
    this way because other users of the machine could read it from a command line.
    """

    def first(place: str, name: str) -> str:
        return os.pathsep.join([str(_JUPYTER / place), *filter(None, [inherited.get(name)])])

    return {
        **inherited,
        "JUPYTER_CONFIG_PATH": first("config", "JUPYTER_CONFIG_PATH"),
        "JUPYTER_PATH": first("share", "JUPYTER_PATH"),
        "JUPYTER_TOKEN": token,
    }


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise WorkshopError(_ended("JupyterLab did not start", log))
        if _answers(port):
            return
        time.sleep(0.05)
    raise WorkshopError(_ended("JupyterLab took too long to start", log))


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(_HOST, port, timeout=5)
    try:
        connection.request("GET", "/api")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _ended(what: str, log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "nothing")
    return f"{what}. The last that it said was: {last}\nThe whole log is in {log}"


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.terminate()
        process.wait(_ENDS_WITHIN)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
        process.wait()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
