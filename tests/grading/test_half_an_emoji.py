"""Half an emoji is a text in Python and in no file: whoever puts one out or hands one in is graded."""

from __future__ import annotations

import json

import pytest

from grading.courses import cell, copy_ungraded, nbgrader, ordinary_course
from grading.rows import all_rows
from grading.small import answer
from weakties.grading.encodable import encodable, encodable_tree
from weakties.grading.run import grade

pytestmark = pytest.mark.xdist_group("functions")

CELLS = [
    cell("from IPython.display import JSON"),
    cell("### BEGIN SOLUTION\nx = 3\n### END SOLUTION", "x", solution=True),
    cell("print(x)\nassert x == 3", "x-check", points=2),
    cell("### BEGIN SOLUTION\ny = 4\n### END SOLUTION", "y", solution=True),
    cell("assert y in (4, '\\ud83d')", "y-check", points=1),
]
ANSWERS = {
    "printed": "x = 3\nprint('\\ud83d')",
    "displayed": "x = 3\ndisplay(JSON({'\\ud83d': ['\\ud83d']}), metadata={'k': '\\ud83d'})",
    "a-kind-of-its-own": "x = 3\ndisplay({'text/\\ud83d': 'a', 'text/plain': 'b'}, raw=True)",
    "raised": "x = 3\nraise ValueError('\\ud83d')",
    "named-a-file": "x = 3\nopen('\\ud83d', 'w')",
    "answered": "x = '\\ud83d'",
    "answered-within": "x = [3, {'\\ud83d': 4}]",
}
POINTS = {name: 0.0 if name.startswith("answered") else 2.0 for name in ANSWERS}


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Grade the same submissions with both; no kernel can even read one of them."""
    ours = ordinary_course(tmp_path_factory.mktemp("ours"), {"ps1": CELLS})
    for learner, code in ANSWERS.items():
        answer(ours, learner, x=code, y="y = '\\ud83d'")
    theirs = copy_ungraded(ours, tmp_path_factory.mktemp("theirs") / "course")
    answer(ours, "wrote-one", x="x = 3  # \ud83d")
    results = {result.learner: result for result in grade(ours, "ps1")}
    nbgrader(theirs, "autograde", "ps1")
    return results, _rows(ours), _rows(theirs), ours


def _rows(root):
    return all_rows(f"sqlite:///{root / 'gradebook.db'}")["grades"]


def _notebook(root, learner):
    path = root / "autograded" / learner / "ps1" / "ps1.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("learner", ANSWERS)
def test_the_row_is_nbgraders(both, learner):
    _, ours, theirs, _ = both
    own = {key: row for key, row in theirs.items() if key[0] == learner}
    assert len(own) == 2
    assert {key: ours[key] for key in own} == own
    assert ours[learner, "ps1", "ps1", "x-check"][0] == POINTS[learner]
    assert ours[learner, "ps1", "ps1", "y-check"][0] == 1.0


def test_a_cell_that_holds_one_is_graded(both):
    results, _, _, root = both
    assert (results["wrote-one"].state, results["wrote-one"].score) == ("graded", 3.0)
    assert "# \ufffd" in "".join(_notebook(root, "wrote-one")["cells"][1]["source"])


def test_what_was_put_out_is_kept_with_the_replacement_character(both):
    _, _, _, root = both
    printed = _notebook(root, "printed")["cells"][1]["outputs"]
    assert "".join(printed[0]["text"]) == "\ufffd\n"
    displayed = _notebook(root, "displayed")["cells"][1]["outputs"][0]
    assert displayed["data"]["application/json"] == {"\ufffd": ["\ufffd"]}
    assert displayed["metadata"]["k"] == "\ufffd"


def test_what_a_check_itself_prints_is_kept_in_the_same_way(both):
    _, _, _, root = both
    (printed, raised) = _notebook(root, "answered")["cells"][2]["outputs"]
    assert "".join(printed["text"]) == "\ufffd\n"
    assert raised["ename"] == "AssertionError"


def test_a_whole_emoji_is_left_as_it_is():
    assert encodable("\U0001f600") == "\U0001f600"
    tree = {"\U0001f600": ["\U0001f600", 1.5, None, True]}
    assert encodable_tree(tree) == tree
