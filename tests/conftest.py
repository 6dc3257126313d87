"""What holds for every test."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOT = HERE.parent
GRADE = ("cli", "grading", "teaching")
"""Rooms whose tests grade courses."""
LONGEST_FIRST = (
    "browser",
    "peer",
    "catalogue-one",
    "catalogue-two",
    "authors-walk",
    "equal-to-nbgrader",
    "functions",
    "wheel",
    "a-class",
    "tests/test_lint_and_types.py",
    "tests/test_lessons.py",
    "hindrances",
    "answers of capstone",
    "answers of effort",
    "answers of purpose",
    "answers of followup",
    "answers of strangers",
    "answers of quality",
    "answers of message",
    "answers of photo",
    "forgeries",
    "hostile",
    "grading-compare",
    "differences",
    "settings",
    "run",
    "proof of capstone",
    "proof of effort",
    "proof of purpose",
    "proof of followup",
    "proof of strangers",
    "proof of quality",
    "proof of message",
    "proof of photo",
    "proof",
)
"""Groups of tests that stay on one worker: one of these begun last would leave the others idle."""
IN_MEMORY = Path("/dev/shm")  # noqa: S108
ENOUGH_ROOM = 2 * 1024**3
ON_DISK = Path("/var/tmp")  # noqa: S108


def pytest_configure(config: pytest.Config) -> None:
    """Let tests write into memory where there is room, and take the time that they need.

    A gradebook waits for the disk at each step.
    """
    # A shell lets what it begins with & ignore Ctrl+C, and so would every command that a test stops.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if "TMPDIR" not in os.environ and _has_room(IN_MEMORY):
        os.environ["TMPDIR"] = str(IN_MEMORY)
        tempfile.tempdir = None  # where temporary files go is asked for anew
    if "NURSERY_PLACE" not in os.environ:
        # Processes of all workers come out of the same nurseries.
        place = tempfile.TemporaryDirectory(prefix="nurseries-", ignore_cleanup_errors=True)
        os.environ["NURSERY_PLACE"] = place.name
        config.add_cleanup(place.cleanup)
    # How long an example takes says how busy the machine is, and nothing of what is tested.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let a worker ask at once how often a test has failed.

    pytest-rerunfailures writes twice before it reads, once for each test, and the second time waits
    40 ms until the first has been acknowledged.
    """
    asks = getattr(getattr(session.config, "failures_db", None), "sock", None)
    if asks is not None:
        asks.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look for no garbage among modules and tests, of which none ever goes: neither now nor later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups where its own turn comes
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a file on one worker, unless its tests have groups, and let what takes longest begin first.

    What a file has made or graded serves all its tests; and with each test a group of its own, xdist
    would go through thousands of groups whenever one of them ends.
    """
    for item in items:
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.path.relative_to(ROOT).as_posix()))
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    """Return when a test's turn is: long groups, then the others."""
    name = item.get_closest_marker("xdist_group").args[0]
    return LONGEST_FIRST.index(name) if name in LONGEST_FIRST else len(LONGEST_FIRST)


def _room(path: Path) -> str:
    return path.relative_to(HERE).parts[0] if path.is_relative_to(HERE) else ""


def _has_room(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return False
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize > ENOUGH_ROOM and not found.f_flag & os.ST_NOEXEC


@pytest.fixture(scope="session", autouse=True)
def _a_cache_of_its_own(tmp_path_factory: pytest.TempPathFactory):
    """Keep the worlds that tests make out of the cache of whoever runs them.

    All workers of a run have one: growing a world takes longer than most tests.
    """
    own = tmp_path_factory.getbasetemp()
    base = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WEAKTIES_CACHE", str(base / "cache"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _commands_made_once():
    """Let one command serve all the times that a test calls it."""
    from processes.instead import commands_are_made_once

    with pytest.MonkeyPatch.context() as patch:
        commands_are_made_once(patch.setattr)
        yield


@pytest.fixture(scope="module", autouse=True)
def _zygotes_out_of_a_nursery(request: pytest.FixtureRequest):
    """Fork zygotes from one that has loaded its libraries, but where their beginning is the matter."""
    starts_anew = getattr(request.module, "ZYGOTES_START_ANEW", False)
    if _room(request.path) not in GRADE or starts_anew:
        yield
        return
    from processes.instead import zygotes_are_born

    with pytest.MonkeyPatch.context() as patch:
        zygotes_are_born(patch.setattr)
        yield


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def scripts(wheel: Path) -> Iterator[Path]:
    """Return the folder of commands of a new environment that holds the wheel and what it needs.

    It is on the disk where packages lie, of which it then has second names and not copies; and what
    was compiled of these files here is lent to it.
    """
    from uv import find_uv_bin

    from processes.lent import installed_in, lend_compiled

    uv = [find_uv_bin(), "--quiet", "--system-certs"]
    kept = str(ON_DISK) if os.access(ON_DISK, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="elsewhere-", dir=kept) as folder:
        environment = Path(folder) / "environment"
        pip = [*uv, "pip", "install", "--python", environment]
        exact = ["--constraint", ROOT / "requirements.lock"]
        subprocess.run([*uv, "venv", "--python", sys.executable, environment], check=True)
        subprocess.run([*pip, *exact, f"{wheel}[teach]"], check=True)
        lend_compiled(environment, installed_in(environment))
        yield environment / ("Scripts" if os.name == "nt" else "bin")
