"""nbgrader's own commands, each in a process of its own that begins with nbgrader loaded.

Loading it takes longer than most of what it is asked for here. A server without threads loads it
once, and forks for each command; so does what nbgrader asks alembic for a new gradebook.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from functools import cache
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FORKS = multiprocessing.get_context("forkserver")


@cache
def _start_server() -> None:
    _FORKS.set_forkserver_preload(["grading.preloaded"])
    with pytest.MonkeyPatch.context() as environment:
        # Python 3.11's server does not look where its parent does.
        environment.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
        ensure_running()


def nbgrader_command(
    arguments: Sequence[str], *, cwd: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run one of nbgrader's commands, and return what it said and how it ended."""
    _start_server()
    # Code that ran here as a notebook's may have left a main module without one.
    vars(sys.modules["__main__"]).setdefault("__spec__", None)
    with TemporaryDirectory(prefix="nbgrader-") as folder:
        said = Path(folder)
        child = _FORKS.Process(
            target=_run, args=(list(arguments), str(cwd), dict(environment), str(said))
        )
        child.start()
        child.join()
        texts = [(said / name).read_text("utf-8", "replace") for name in ("stdout", "stderr")]
    assert child.exitcode is not None
    return subprocess.CompletedProcess(["nbgrader", *arguments], child.exitcode, *texts)


def _run(arguments: list[str], cwd: str, environment: dict[str, str], said: str) -> None:
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        way = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT
        os.dup2(os.open(os.devnull if number == 0 else f"{said}/{name}", way), number)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["nbgrader", *arguments]
    # What `python -m` puts first on the path, for plugins that lie in the course.
    sys.path[0:0] = [cwd]

    from nbgrader.apps.nbgraderapp import main

    main()
