"""A run that is ended from outside: nothing is left behind, nothing is lost, and the next one goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from grading.rows import all_rows
from grading.small import answer, small_course
from weakties.cli.graded import ENDED, ENDED_FORCED
from weakties.grading.crew import Crew
from weakties.grading.ending import Ended, ended_by_signals
from weakties.grading.run import Options, grade
from weakties.grading.zygote.home import Home, remove_abandoned

pytestmark = pytest.mark.xdist_group("ending")

LEARNERS = [f"learner-{number}" for number in range(6)]
QUICK = 2
"""So many are done at once; all the others take their time."""


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    course = small_course(tmp_path_factory.mktemp("released"), config="c.Execute.timeout = 60\n")
    for number, learner in enumerate(LEARNERS):
        wait = "" if number < QUICK else f"import time; time.sleep({WAIT})\n"
        answer(course, learner, x=f"{wait}x = {3 + number % 2}")
    return course


WAIT = "50 if __import__('os').path.exists('slow') else 0"
"""Only where this file lies beside the notebook."""


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


@pytest.fixture
def temporary(tmp_path):
    folder = tmp_path / "tmp"
    folder.mkdir()
    return folder


def make_slow(course, *, slow=True):
    for learner in LEARNERS[QUICK:]:
        file = course / "submitted" / learner / "ps1" / "slow"
        if slow:
            file.touch()
        else:
            file.unlink()


def started(course, temporary, *words):
    """Start the command in a session of its own, with a folder of its own for temporary files."""
    command = [sys.executable, "-m", "weakties", "grade", "ps1", "--course", str(course)]
    return subprocess.Popen(
        [*command, "--workers=2", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
        start_new_session=True,
    )


def wait_for_graded(course, number):
    deadline = time.monotonic() + 60
    while len(graded_in(course)) < number:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    time.sleep(0.5)  # now the slow ones run


def graded_in(course):
    return {path.parent.parent.name for path in course.glob("autograded/*/ps1/ps1.ipynb")}


def processes_of(temporary):
    """Return the command lines of all processes whose environment names the folder."""
    found = []
    for place in Path("/proc").iterdir():
        try:
            if str(temporary).encode() in (place / "environ").read_bytes():
                found.append((place / "cmdline").read_bytes())
        except (OSError, ValueError):
            continue
    return found


def rows(course):
    return all_rows(f"sqlite:///{course / 'gradebook.db'}")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl-C"])
def test_a_signal_ends_a_run_at_once_and_leaves_nothing_but_what_is_saved(
    course, temporary, tmp_path, number
):
    undisturbed = Path(shutil.copytree(course, tmp_path / "undisturbed"))
    make_slow(course)
    run = started(course, temporary)
    wait_for_graded(course, QUICK)
    assert processes_of(temporary)
    assert list(temporary.glob("weakties-zygote-*"))
    run.send_signal(number)
    asked = time.monotonic()
    out, err = run.communicate(timeout=30)
    assert time.monotonic() - asked < 15, "it waited for a slow submission"
    assert run.returncode == 128 + number
    assert (out, err) == ("", f"{ENDED}\n")
    assert list(temporary.iterdir()) == []
    assert processes_of(temporary) == []
    assert not (course / ".weakties" / "run").exists()
    assert graded_in(course) == set(LEARNERS[:QUICK])
    assert {key[0] for key in rows(course)["grades"]} == set(LEARNERS[:QUICK])
    make_slow(course, slow=False)
    results = {result.learner: result for result in grade(course, "ps1")}
    assert {name for name, r in results.items() if r.skipped} == set(LEARNERS[:QUICK])
    assert len(list(grade(undisturbed, "ps1"))) == len(LEARNERS)
    assert rows(course) == rows(undisturbed)


def test_a_forced_run_says_that_it_does_not_go_on(course, temporary):
    make_slow(course)
    run = started(course, temporary, "--force")
    wait_for_graded(course, QUICK)
    run.terminate()
    assert run.communicate(timeout=30)[1] == f"{ENDED_FORCED}\n"


def test_plain_kernels_end_with_the_run_as_well(course, temporary):
    make_slow(course)
    run = started(course, temporary, "--executor", "kernel")
    wait_for_graded(course, QUICK)
    run.terminate()
    _, err = run.communicate(timeout=30)
    assert run.returncode == 128 + signal.SIGTERM
    assert err.endswith(f"{ENDED}\n")
    deadline = time.monotonic() + 10
    while processes_of(temporary) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_of(temporary) == []
    assert not (course / ".weakties" / "run").exists()


def test_what_a_killed_run_left_is_removed_by_the_next_one(course, temporary, monkeypatch):
    make_slow(course)
    run = started(course, temporary)
    wait_for_graded(course, QUICK)
    run.kill()
    run.communicate(timeout=30)
    (left,) = temporary.glob("weakties-zygote-*")
    assert (course / ".weakties" / "run").exists()
    make_slow(course, slow=False)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    results = list(grade(course, "ps1", Options(workers=1)))
    assert len(results) == len(LEARNERS)
    assert not left.exists()
    assert list(temporary.iterdir()) == []
    assert not (course / ".weakties" / "run").exists()


def test_the_folder_of_a_run_that_lives_is_left_alone(temporary, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    living = Home()
    just_made = temporary / "weakties-zygote-new"
    just_made.mkdir()
    dead = temporary / "weakties-zygote-dead"
    dead.mkdir()
    (dead / "lock").touch()
    remove_abandoned()
    assert set(temporary.iterdir()) == {Path(living.name), just_made}
    living.cleanup()
    assert list(temporary.iterdir()) == [just_made]


def test_signals_after_the_first_do_not_disturb_the_tidying():
    before = signal.getsignal(signal.SIGTERM)
    tidied = []

    def run():
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(5)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            tidied.append("all of it")

    with pytest.raises(Ended) as ended, ended_by_signals():
        run()
    assert tidied == ["all of it"]
    assert ended.value.exit_code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_that_was_ignored_before_is_still_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ended_by_signals():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_crew_does_everything_and_tells_what_went_wrong():
    crew = Crew(3, lambda number: 12 // number)
    for number in (1, 2, 3):
        crew.give(number)
    assert sorted(crew.take() for _ in range(3)) == [(1, 12), (2, 6), (3, 4)]
    crew.give(0)
    with pytest.raises(ZeroDivisionError):
        crew.take()
    crew.end()


def test_a_crew_that_ends_leaves_undone_what_nobody_has_begun():
    begun, go_on = [], threading.Event()

    def work(number):
        begun.append(number)
        go_on.wait(5)

    crew = Crew(1, work)
    for number in range(5):
        crew.give(number)
    while not begun:
        time.sleep(0.01)
    threading.Timer(0.2, go_on.set).start()
    crew.end()
    assert begun == [0]
