"""Each odd kind of hand-in gets the state and the points that stand beside it, in one real run."""

from __future__ import annotations

import shutil

import pytest

from grading.courses import nbgrader
from grading.handed_in.course import read, released, roots_course
from grading.handed_in.names import NAMES
from grading.handed_in.places import PLACES
from grading.rows import grade_rows
from weakties.grading.run import grade

pytestmark = pytest.mark.xdist_group("handed_in-handed-in")

KINDS = {**NAMES, **PLACES}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    root = roots_course(tmp_path_factory.mktemp("course"))
    blank = released(root)
    for name, kind in KINDS.items():
        folder = root / "submitted" / name / "ps1"
        folder.mkdir(parents=True)
        kind.make(folder, blank)
    return root, {result.learner: result for result in grade(root, "ps1")}


def said_of(result):
    return " ".join([result.reason, *result.notes])


@pytest.mark.parametrize("name", KINDS)
def test_a_hand_in_gets_the_state_and_the_points_that_are_right(graded, name):
    _, results = graded
    kind, result = KINDS[name], results[name]
    assert result.state == kind.state, said_of(result)
    if kind.state == "failed":
        assert (result.score, result.questions) == (None, ())
    else:
        assert {q.grade_id: q.points for q in result.questions} == kind.points


@pytest.mark.parametrize("name", KINDS)
def test_what_was_done_with_it_is_said_and_nothing_is_said_where_nothing_was_done(graded, name):
    _, results = graded
    found = said_of(results[name])
    for words in KINDS[name].said:
        assert words in found
    if not KINDS[name].said and KINDS[name].state == "graded":
        assert not found


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.shown])
def test_a_reader_finds_the_text_in_the_cell_that_is_read(graded, name):
    root, _ = graded
    cells = read(root / "autograded" / name / "ps1" / "ps1.ipynb")["cells"]
    (essay,) = (c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == "why")
    assert (essay["source"], essay["cell_type"]) == (KINDS[name].shown, "markdown")


BY_NBGRADER = {
    "blank-one-beside-the-work": (0.0, 0.0, 0.0),
    "answer-in-the-check": (0.0, 1.0, 0.0),
    "answer-below-its-check": (0.0, 1.0, 0.0),
    "essay-in-a-new-cell": (2.0, 1.0, 0.0),
    "essay-in-the-first-cell": (2.0, 1.0, 0.0),
}
"""What nbgrader itself makes of some, for the table of differences: x, y, and the essay unread."""


@pytest.fixture(scope="module")
def by_nbgrader(graded, tmp_path_factory):
    root, _ = graded
    course = tmp_path_factory.mktemp("nbgrader") / "course"
    for place in ("nbgrader_config.py", "source", "release"):
        copy(root / place, course / place)
    for name in BY_NBGRADER:
        copy(root / "submitted" / name, course / "submitted" / name)
    nbgrader(course, "generate_assignment", "ps1", "--force")
    nbgrader(course, "autograde", "ps1")
    return grade_rows(f"sqlite:///{course / 'gradebook.db'}")


def copy(source, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    (shutil.copytree if source.is_dir() else shutil.copy)(source, target)


@pytest.mark.parametrize("name", BY_NBGRADER)
def test_nbgrader_looks_at_the_right_place_alone(by_nbgrader, name):
    found = [by_nbgrader[name, "ps1", "ps1", cell] for cell in ("x-check", "y-check", "why")]
    assert tuple(row[0] for row in found) == BY_NBGRADER[name]
    assert not any(row[3] for row in found), "nobody is asked to look"


def test_nothing_of_a_zip_lands_outside_its_folder_and_nothing_is_left_behind(graded):
    root, _ = graded
    assert not list(root.rglob("escaped*"))
    assert not (root / ".weakties" / "run").exists()
