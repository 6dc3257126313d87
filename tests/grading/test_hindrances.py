"""What is wrong with the machine is said in a sentence, and what was saved stays."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from grading.courses import nbgrader
from grading.rows import all_rows
from grading.small import answer, small_course
from processes import born
from weakties.grading.hindrance import Hindered, hindrance
from weakties.grading.nbg.course import NotACourse
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("hindrances")

LEARNERS = [f"learner-{number}" for number in range(6)]
MOUNTING = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-ec"]
"""Runs a script that may mount for itself alone."""


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    course = small_course(tmp_path_factory.mktemp("released"))
    for number, learner in enumerate(LEARNERS):
        answer(course, learner, x=f"print('x' * 900_000)\nx = {3 + number % 2}")
    return course


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


@pytest.fixture(scope="module")
def undisturbed(released, tmp_path_factory):
    """Return the rows of a run that nothing disturbed."""
    course = Path(shutil.copytree(released, tmp_path_factory.mktemp("undisturbed") / "course"))
    assert len(list(grade(course, "ps1"))) == len(LEARNERS)
    return rows(course / "gradebook.db")


def rows(gradebook):
    return all_rows(f"sqlite:///{gradebook}")


def command(course, *words):
    return [sys.executable, "-m", "weakties", "grade", "ps1", "--course", str(course), *words]


def run(words, **environment):
    if words[:2] == [sys.executable, "-m"]:
        return born.ran(words, timeout=300, env={**os.environ, **environment})
    return subprocess.run(
        words,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, **environment},
    )


def run_without_rights(words):
    """Run a command for which modes of files count, even where the tests run as root."""
    return born.ran(words, timeout=300, ordinary=True)


def locked(course):
    """Return a connection that keeps the gradebook for itself."""
    lock = sqlite3.connect(course / "gradebook.db", check_same_thread=False)
    lock.execute("BEGIN EXCLUSIVE")
    return lock


def test_a_gradebook_that_stays_locked_stops_the_run_before_anything_is_graded(course):
    lock = locked(course)
    ran = run(command(course))
    lock.close()
    assert ran.returncode == 1
    assert ran.stderr == (
        "Another program is writing into the gradebook. Close it, or wait until it is done, "
        "and run the same command again: what was graded is saved.\n"
    )
    assert not (course / "autograded").exists()


@pytest.mark.parametrize("executor", ["sandbox", "kernel"])
def test_a_lock_that_is_let_go_of_is_waited_for(course, executor):
    lock = locked(course)
    threading.Timer(2, lock.close).start()
    options = Options(executor=executor, learners=tuple(LEARNERS[:1]))
    assert [result.state for result in grade(course, "ps1", options)] == ["graded"]


def test_a_lock_in_the_middle_of_a_run_fails_no_submission_and_the_next_run_goes_on(
    course, undisturbed
):
    results = grade(course, "ps1", Options(workers=1))
    first = next(results).learner
    lock = locked(course)
    with pytest.raises(Hindered, match="Another program is writing"):
        list(results)
    lock.close()
    assert {key[0] for key in rows(course / "gradebook.db")["grades"]} == {first}
    again = {result.learner: result for result in grade(course, "ps1")}
    assert [name for name, result in again.items() if result.skipped] == [first]
    assert rows(course / "gradebook.db") == undisturbed


def test_a_full_disk_stops_the_run_and_with_room_on_it_the_next_one_goes_on(
    course, undisturbed, tmp_path
):
    disk, kept = tmp_path / "disk", tmp_path / "gradebook.db"
    disk.mkdir()
    script = """
mount -t tmpfs -o size=4m none "$1"
cp -r "$2" "$1/course"
shift 3 3>&1
status=0; "$@" || status=$?
echo "ended with $status, $(ls "$DISK/course/autograded" | wc -l) there" >&2
mount -o remount,size=64m "$DISK"
"$@"
cp "$DISK/course/gradebook.db" "$KEPT"
"""
    ran = run(
        [*MOUNTING, script, "sh", disk, course, "--", *command(disk / "course", "--workers=1")],
        DISK=str(disk),
        KEPT=str(kept),
    )
    assert ran.returncode == 0, ran.stderr
    said, ended = ran.stderr.splitlines()
    assert said == (
        "There is no room left on the disk. Make some, and run the same command again: "
        "what was graded is saved."
    )
    done = int(ended.removeprefix("ended with 1, ").removesuffix(" there"))
    assert 0 < done < len(LEARNERS)
    assert f"{len(LEARNERS) - done} graded" in ran.stdout
    assert f", {done} left as they were" in ran.stdout
    assert rows(kept) == undisturbed


@pytest.mark.parametrize("executor", ["sandbox", "kernel"])
def test_no_room_for_temporary_files_is_said_as_well(course, executor):
    script = """
mount --bind "$1" /mnt
for folder in /tmp /var/tmp /usr/tmp; do
    test ! -d $folder || { mount --bind $folder $folder; mount -o remount,bind,ro $folder; }
done
shift
cd /proc
exec "$@"
"""
    graded = command("/mnt", "--executor", executor)
    ran = run([*MOUNTING, script, "sh", course, *graded], TMPDIR="/tmp")  # noqa: S108 - closed
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1] == (
        "There is no room for temporary files. Make some in TMPDIR or /tmp, and run the same "
        "command again: what was graded is saved."
    )
    assert rows(course / "gradebook.db")["grades"] == {}


def test_a_read_only_disk_is_said_before_anything_is_graded(course):
    script = 'mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"; shift; exec "$@"'
    ran = run([*MOUNTING, script, "sh", course, *command(course)])
    assert ran.returncode == 1
    assert ran.stderr == (
        f"{course}/gradebook.db is not writable for you, so no grade could be saved. "
        "Make it so, and run the same command again.\n"
    )


@pytest.mark.parametrize("name", ["", "gradebook.db", "autograded", ".weakties"])
def test_what_may_not_be_written_is_named_and_once_it_may_be_the_run_goes_on(course, name):
    if name in ("autograded", ".weakties"):
        (course / name).mkdir()
    place = course / name
    mode = place.stat().st_mode
    place.chmod(0o444 if place.is_file() else 0o555)
    ran = run_without_rights(command(course))
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"{place} is not writable for you, so no grade could be saved.")
    assert rows(course / "gradebook.db")["grades"] == {}
    place.chmod(mode)
    assert "1 graded" in run(command(course, "--learner", LEARNERS[0])).stdout


def test_a_folder_that_may_not_be_written_in_the_middle_of_a_run_stops_it(course):
    mine = course / "autograded" / LEARNERS[0]
    mine.mkdir(parents=True)
    mine.chmod(0o555)
    ran = run_without_rights(command(course, "--learner", LEARNERS[0]))
    assert ran.returncode == 1
    assert ran.stderr.endswith(
        "is not writable for you. Make it so, and run the same command again: "
        "what was graded is saved.\n"
    )
    assert str(mine) in ran.stderr


def test_a_learners_file_that_may_not_be_read_hinders_nobody_else(course):
    (course / "submitted" / LEARNERS[0] / "ps1" / "ps1.ipynb").chmod(0)
    both = ["--learner", LEARNERS[0], "--learner", LEARNERS[1], "--workers=1"]
    ran = run_without_rights(command(course, *both))
    assert "1 graded, 0 needs review, 1 failed" in ran.stdout


def test_a_file_that_is_no_database_is_said(course):
    (course / "gradebook.db").write_text("no database " * 100, encoding="utf-8")
    ran = run(command(course))
    assert ran.returncode == 1
    assert ran.stderr.startswith("The gradebook is damaged or no gradebook.")
    assert len(ran.stderr.splitlines()) == 1


def test_a_database_of_something_else_is_left_as_it_is(course):
    (course / "gradebook.db").unlink()
    with sqlite3.connect(course / "gradebook.db") as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = (course / "gradebook.db").read_bytes()
    with pytest.raises(NotACourse, match="other tables than a gradebook's"):
        list(grade(course, "ps1"))
    assert (course / "gradebook.db").read_bytes() == before


def test_an_older_gradebook_is_left_to_nbgraders_upgrade_and_then_graded(course, undisturbed):
    with sqlite3.connect(course / "gradebook.db") as book:
        book.executescript(OLDER)
    book.close()
    before = (course / "gradebook.db").read_bytes()
    ran = run(command(course))
    assert ran.returncode == 1
    assert ran.stderr == (
        f"The gradebook in {course} is of an older nbgrader. Run `nbgrader db upgrade` there, "
        "which keeps a copy of it, and then the same command again.\n"
    )
    assert (course / "gradebook.db").read_bytes() == before
    nbgrader(course, "db", "upgrade")
    assert len(list(course.glob("gradebook.db.*"))) == 1
    assert "6 graded" in run(command(course)).stdout
    assert rows(course / "gradebook.db") == undisturbed


OLDER = """
ALTER TABLE student DROP COLUMN lms_user_id;
UPDATE alembic_version SET version_num = '167914646830';
"""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("missing/results.json", "There is no folder"),
        (".", "is a directory"),
        ("file", "is not writable"),
        ("folder/new", "Nothing can be written into"),
    ],
)
def test_results_that_could_not_be_written_are_refused_before_anything_is_graded(
    course, tmp_path, name, why
):
    (tmp_path / "file").touch(mode=0o444)
    (tmp_path / "folder").mkdir(mode=0o555)
    ran = run_without_rights(command(course, "--json", str(tmp_path / name)))
    assert ran.returncode == 2
    assert why in " ".join(ran.stderr.replace("│", " ").split())
    assert not (course / "autograded").exists()


def test_results_that_found_no_room_can_be_had_again_without_grading(course, tmp_path):
    full = tmp_path / "results.json"
    full.symlink_to("/dev/full")
    words = ["--learner", LEARNERS[0], "--json", str(full)]
    ran = run(command(course, *words))
    assert ran.returncode == 1
    assert ran.stderr == (
        f"{full} was not written: No space left on device. Every grade is saved; the same "
        "command without --force writes it without grading again.\n"
    )
    full.unlink()
    assert run(command(course, *words)).returncode == 0
    (result,) = json.loads(full.read_text(encoding="utf-8"))["results"]
    assert (result["skipped"], result["state"], result["score"]) == (True, "graded", 3.0)


def test_an_error_of_one_submission_is_no_hindrance():
    assert hindrance(ValueError("database is locked")) == ""
    assert hindrance(OSError(errno.ENOENT, "No such file or directory")) == ""
    forbidden = PermissionError(errno.EACCES, "Permission denied", "a.txt")
    assert hindrance(forbidden).startswith("a.txt is not writable for you.")
    assert hindrance(forbidden, with_permissions=False) == ""
