"""What holds for every test."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent
ROOT = HERE.parent
GRADE = ("cli", "grading", "teaching")
"""Rooms whose tests grade courses."""
IN_MEMORY = Path("/dev/shm")  # noqa: S108
ENOUGH_ROOM = 2 * 1024**3


def pytest_configure() -> None:
    """Let tests write into memory where there is room, and take the time that they need.

    A gradebook waits for the disk at each step.
    """
    if "TMPDIR" not in os.environ and _has_room(IN_MEMORY):
        os.environ["TMPDIR"] = str(IN_MEMORY)
        tempfile.tempdir = None  # where temporary files go is asked for anew
    # How long an example takes says how busy the machine is, and nothing of what is tested.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a file that grades something on one worker: what it has graded serves all its tests."""
    for item in items:
        room = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
        if room in GRADE and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(str(item.path.relative_to(HERE))))


def _has_room(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return False
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize > ENOUGH_ROOM and not found.f_flag & os.ST_NOEXEC


@pytest.fixture(scope="session", autouse=True)
def _a_cache_of_its_own(tmp_path_factory: pytest.TempPathFactory):
    """Keep the worlds that tests make out of the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WEAKTIES_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of a new environment that holds the wheel and what it needs."""
    environment = tmp_path_factory.mktemp("elsewhere") / "environment"
    from uv import find_uv_bin

    uv = [find_uv_bin(), "--quiet", "--system-certs"]
    pip = [
        *uv,
        "pip",
        "install",
        "--python",
        environment,
        "--constraint",
        ROOT / "requirements.lock",
    ]
    subprocess.run([*uv, "venv", "--python", sys.executable, environment], check=True)
    subprocess.run([*pip, wheel], check=True)
    return environment / ("Scripts" if os.name == "nt" else "bin")
