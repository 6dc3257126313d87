"""A message that names a next command is true: the command is run in the state in which it is shown."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import sys

import nbformat
import pytest

from grading.courses import PLAIN_CONFIG, nbgrader, notebook_of
from grading.rows import grade_rows
from grading.small import CELLS
from weakties.cli import main
from weakties.course import load_course

pytestmark = pytest.mark.xdist_group("cli-next-commands")


def untouched_course(root):
    """Make a course that nobody ever ran a command in."""
    for name in ("ps1", "ps2"):
        source = root / "source" / name / f"{name}.ipynb"
        source.parent.mkdir(parents=True)
        nbformat.write(notebook_of(CELLS), source)
    (root / "nbgrader_config.py").write_text(PLAIN_CONFIG, encoding="utf-8")
    return root


def typed(line):
    """Return the exit code of a command, and all that it said, in one line."""
    said = io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        patch.setattr(sys, "argv", shlex.split(line))
        with pytest.raises(SystemExit) as ended:
            main()
    return ended.value.code or 0, " ".join(said.getvalue().split())


def named_in(said):
    (command,) = set(re.findall(r"`(weakties [^`]+)`", said))
    return command


def hand_in(course, learner, name):
    place = course / "submitted" / learner / name / f"{name}.ipynb"
    place.parent.mkdir(parents=True)
    shutil.copy(course / "source" / name / f"{name}.ipynb", place)


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    """Walk from an untouched course on, always by the command that the report names."""
    course = untouched_course(tmp_path_factory.mktemp("walk") / "course")
    steps = {}

    def follow(name, assignment="ps1"):
        shown = typed(f"weakties teach report {assignment}")
        steps[name] = (shown, typed(named_in(shown[1])))

    with contextlib.chdir(course):
        follow("no gradebook")
        follow("nothing handed in")
        hand_in(course, "ann", "ps1")
        follow("handed in")
        steps["rows"] = grade_rows(f"sqlite:///{course / 'gradebook.db'}")
        hand_in(course, "bo", "ps1")
        follow("somebody came later")
        nbgrader(course, "generate_assignment", "ps1", "--force")
        nbgrader(course, "autograde", "ps1", "--force")
        steps["rows by nbgrader"] = grade_rows(f"sqlite:///{course / 'gradebook.db'}")
        shutil.rmtree(course / ".weakties")
        follow("graded by nbgrader")
        hand_in(course, "ann", "ps2")
        follow("another assignment", "ps2")
        steps["at last"] = typed("weakties teach report ps2")
    hand_in(course, "bo", "ps2")
    with contextlib.chdir(course.parent):
        shown = typed("weakties teach report ps2 --course course")
        steps["from elsewhere"] = shown, typed(named_in(shown[1]))
    return steps


@pytest.mark.parametrize(
    ("state", "shown", "code", "then"),
    [
        ("no gradebook", "There is no gradebook in", 1, "The gradebook was started, from"),
        ("nothing handed in", "put each learner's work under submitted/", 1, "Nothing was graded"),
        ("handed in", "1 learner handed it in", 0, "1 graded, 0 needs review"),
        ("somebody came later", "not graded yet", 0, "1 graded, 0 needs review"),
        ("graded by nbgrader", "Nothing is noted of what the answers held", 0, "2 graded"),
        ("another assignment", "It knows: ps1", 0, "ps2 was added to the gradebook"),
        ("from elsewhere", "grade ps2 --course /", 0, "1 graded, 0 needs review"),
    ],
)
def test_the_command_that_is_named_does_what_is_said(walk, state, shown, code, then):
    (_, said), (ended, came) = walk[state]
    assert shown in said
    assert (ended, then in came) == (code, True), came


def test_at_the_end_no_command_is_named_but_the_way_out(walk):
    code, said = walk["at last"]
    assert (code, "`weakties" in said) == (0, False)


def test_nbgraders_own_commands_go_on_in_a_gradebook_that_was_started_here(walk):
    ours, theirs = walk["rows"], walk["rows by nbgrader"]
    assert {key: row for key, row in theirs.items() if key[0] == "ann"} == ours
    assert len(ours) == 2


def test_a_source_that_cannot_be_released_is_said_and_no_gradebook_is_left(tmp_path, monkeypatch):
    course = untouched_course(tmp_path / "course")
    source = course / "source" / "ps1" / "ps1.ipynb"
    broken = nbformat.read(source, 4)
    broken.cells[1].source = "### BEGIN SOLUTION"
    nbformat.write(broken, source)
    monkeypatch.chdir(course)
    code, said = typed("weakties grade ps1")
    assert (code, "cell x: nbgrader can't release it" in said) == (1, True)
    assert not (course / "gradebook.db").exists()


def test_where_there_is_no_course_the_command_that_is_named_makes_one(tmp_path, monkeypatch):
    first = load_course().ready[0].slug
    monkeypatch.chdir(tmp_path)
    code, said = typed("weakties grade photo")
    assert (code, list(tmp_path.iterdir())) == (1, [])
    code, said = typed(named_in(said))
    assert code == 0
    code, said = typed(named_in(said))
    assert (code, f"Nothing was graded: no work for {first} was found." in said) == (1, True)
