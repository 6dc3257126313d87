"""Submissions handed to a dask.distributed scheduler, also when one of its workers is killed."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from grading.rows import all_rows
from grading.small import answer, small_course
from weakties.grading.cluster import NoCluster
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    course = small_course(tmp_path_factory.mktemp("released"))
    for number in range(8):
        answer(course, f"learner-{number}", x=f"import time\ntime.sleep(0.3)\nx = {number}")
    return course


@pytest.fixture
def cluster(tmp_path):
    """Start a scheduler and two workers; yield its address and the workers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    worker = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--nthreads=1",
        "--no-nanny",
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    options = ["--host=127.0.0.1", f"--port={port}", "--no-dashboard"]
    scheduler = subprocess.Popen([*dask, *options], **quiet)
    workers = [
        subprocess.Popen([*worker, "--no-dashboard", f"--local-directory={tmp_path}/{n}"], **quiet)
        for n in range(2)
    ]
    yield address, workers
    for process in [*workers, scheduler]:
        process.kill()
        process.wait()


def rows(course):
    return all_rows(f"sqlite:///{course / 'gradebook.db'}")


def test_a_cluster_grades_as_this_machine_does_and_a_killed_worker_loses_nothing(
    cluster, released, tmp_path
):
    address, workers = cluster
    alone = Path(shutil.copytree(released, tmp_path / "alone"))
    together = Path(shutil.copytree(released, tmp_path / "together"))
    seen = []
    for result in grade(together, "ps1", Options(cluster=address, workers=2)):
        seen.append(result)
        if len(seen) == 2:
            os.kill(workers[0].pid, signal.SIGKILL)
    assert sorted(r.learner for r in seen) == [f"learner-{n}" for n in range(8)]
    assert {r.state.value for r in seen} == {"graded"}
    list(grade(alone, "ps1"))
    assert rows(together) == rows(alone)


def test_a_scheduler_that_does_not_answer_is_named(released, monkeypatch):
    import weakties.grading.cluster.executor as executor

    monkeypatch.setattr(executor, "_SECONDS", 0.2)
    with pytest.raises(NoCluster, match="No scheduler answers"):
        list(grade(released, "ps1", Options(cluster="tcp://127.0.0.1:9")))
