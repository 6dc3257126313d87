"""What is copied to be graded, and where the copy's settings lead."""

from __future__ import annotations

import os

import pytest

from weakties.grading.compare.scratch import copied, scratch
from weakties.grading.nbg.course import NotACourse


@pytest.fixture
def course(tmp_path):
    """Make a course of files that nobody reads here."""
    root = tmp_path / "course"
    for path in (
        "nbgrader_config.py",
        "gradebook.db",
        "data/table.csv",
        ".git/config",
        "venv/pyvenv.cfg",
        "source/ps1/ps1.ipynb",
        "source/ps2/ps2.ipynb",
        "release/ps1/ps1.ipynb",
        "submitted/ann/ps1/ps1.ipynb",
        "submitted/bo/ps1/ps1.ipynb",
        "submitted/bo/ps2/ps2.ipynb",
        "autograded/ann/ps1/ps1.ipynb",
        ".weakties/findings/ps1/ann.json",
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("", encoding="utf-8")
    return root


def files(place):
    return {str(path.relative_to(place)) for path in place.rglob("*") if not path.is_dir()}


COPIED = {
    "nbgrader_config.py",
    "gradebook.db",
    "data/table.csv",
    "source/ps1/ps1.ipynb",
    "release/ps1/ps1.ipynb",
    "submitted/ann/ps1/ps1.ipynb",
    "submitted/bo/ps1/ps1.ipynb",
}


def seen(place):
    return {file for file in files(place) if "__pycache__" not in file}


def test_what_the_assignment_needs_is_copied_and_nothing_else(course):
    with scratch() as folder:
        copy = copied(course, "ps1", folder / "copy")
        assert seen(folder / "copy") == COPIED
        assert copy.room.learners == ("ann", "bo")
        assert copy.notes == ()
    assert not folder.exists()


def test_only_those_who_are_asked_for_are_copied(course):
    with scratch() as folder:
        assert copied(course, "ps1", folder / "copy", ["bo"]).room.learners == ("bo",)
        assert seen(folder / "copy") == COPIED - {"submitted/ann/ps1/ps1.ipynb"}


def test_a_learners_link_stays_a_link_and_a_pipe_is_not_waited_for(course, tmp_path):
    (tmp_path / "secret").write_text("7", encoding="utf-8")
    (course / "submitted/ann/ps1/link").symlink_to(tmp_path / "secret")
    os.mkfifo(course / "submitted/ann/ps1/timestamp.txt")
    (course / "source/ps1/helper.py").symlink_to(tmp_path / "secret")
    with scratch() as folder:
        copied(course, "ps1", folder / "copy")
        place = folder / "copy"
        assert (place / "submitted/ann/ps1/link").is_symlink()
        assert not (place / "submitted/ann/ps1/timestamp.txt").exists()
        assert (place / "source/ps1/helper.py").read_text(encoding="utf-8") == "7"
        assert not (place / "source/ps1/helper.py").is_symlink()


def test_folders_of_other_names_and_outside_the_course_are_found(course, tmp_path):
    (course / "source").rename(tmp_path / "keys")
    (course / "submitted").rename(course / "incoming")
    (course / "gradebook.db").rename(tmp_path / "book.db")
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        f"c.CourseDirectory.source_directory = {str(tmp_path / 'keys')!r}\n"
        "c.CourseDirectory.submitted_directory = 'incoming'\n"
        f"c.CourseDirectory.db_url = 'sqlite:///{tmp_path}/book.db'\n",
        encoding="utf-8",
    )
    with scratch() as folder:
        copy = copied(course, "ps1", folder / "copy")
        expected = {path.replace("submitted", "incoming") for path in COPIED}
        assert seen(folder / "copy") == expected
        assert copy.room.source == folder / "copy" / "source" / "ps1"
        assert copy.room.directory.db_url == f"sqlite:///{folder / 'copy' / 'gradebook.db'}"


def test_a_setting_for_this_run_holds_in_the_copy_unless_it_leads_out_of_it(course):
    given = ["CourseDirectory.student_id=b*", f"CourseDirectory.root={course}"]
    with scratch() as folder:
        copy = copied(course, "ps1", folder / "copy", settings=given)
        assert copy.room.root == folder / "copy"
        assert copy.room.learners == ("bo",)
        assert f"CourseDirectory.root={course}" not in copy.settings


def test_a_course_without_a_gradebook_is_named_as_itself_not_as_its_copy(course):
    (course / "gradebook.db").unlink()
    with scratch() as folder, pytest.raises(NotACourse) as refused:
        copied(course, "ps1", folder / "copy")
    assert str(course) in str(refused.value)
    assert str(folder) not in str(refused.value)
