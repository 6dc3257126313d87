"""What was handed in and lies in the wrong place is named, with the place where it belongs."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from weakties.grading.nbg.course import Classroom
from weakties.grading.nbg.shape import remarks_on_shape

PLAIN = "{nbgrader_step}/{student_id}/{assignment_id}"


def said(root, structure=PLAIN):
    directory = SimpleNamespace(submitted_directory="submitted", directory_structure=structure)
    room = Classroom(root, "photo", directory, None)
    return " ".join(remark.text for remark in remarks_on_shape(room))


def put(root, path):
    file = root / "submitted" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("photo/ada/photo.ipynb", "submitted/photo/ada/: the unit stands before the learner."),
        ("photo/ada.ipynb", "submitted/photo/ada.ipynb: the unit stands before the learner."),
        ("ada.ipynb", "submitted/ada.ipynb: no folder says whose this is."),
        ("photo.zip", "submitted/photo.zip: no folder says whose this is."),
        ("ada/photo.ipynb", "submitted/ada/photo.ipynb: no folder says which unit this is."),
        ("ada/Photo (1).ipynb", "submitted/ada/Photo (1).ipynb: no folder says which unit"),
        ("ada/Photo/photo.ipynb", "submitted/ada/Photo/: the folder of the unit is called photo."),
    ],
)
def test_the_wrong_place_is_recognized(tmp_path, path, words):
    put(tmp_path, path)
    assert said(tmp_path).startswith(words)


@pytest.mark.parametrize(
    "path",
    ["ada/photo/photo.ipynb", "photo/photo/photo.ipynb", "ada/quality/photo.ipynb", "notes.txt"],
)
def test_of_the_right_place_and_of_other_things_nothing_is_said(tmp_path, path):
    put(tmp_path, path)
    assert said(tmp_path) == ""


def test_that_there_is_no_folder_at_all_is_said_with_what_belongs_there(tmp_path):
    assert "There is no folder submitted/ in" in said(tmp_path)
    assert "submitted/<learner>/photo/photo.ipynb" in said(tmp_path)


def test_many_are_counted_and_the_first_are_named(tmp_path):
    for number in range(5):
        put(tmp_path, f"learner-{number}.ipynb")
    assert "submitted/learner-2.ipynb and 2 more: no folder" in said(tmp_path)


def test_a_course_with_folders_of_its_own_order_is_let_alone(tmp_path):
    put(tmp_path, "photo/ada/photo.ipynb")
    assert said(tmp_path, "{nbgrader_step}/{assignment_id}/{student_id}") == ""
