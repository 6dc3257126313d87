"""A notebook's opening is run once for everybody, if nothing but memory remembers that it ran."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from grading.courses import cell, hand_in, ordinary_course
from weakties.grading.run import grade

pytestmark = pytest.mark.xdist_group("opening")

OPENED = """
import json, numpy, pathlib, sys
from weakties.grading.shell.shell import Shell
from weakties.grading.zygote.opening import Opening, opened

folder, cells = pathlib.Path(sys.argv[2]), json.loads(sys.argv[3])
found = opened(Shell(), Opening(tuple(cells), sys.argv[1], float(sys.argv[4])), folder)
print(json.dumps([found.obstacle, found.seeded, [run.outputs for run in found.runs]]))
"""


def opened(tmp_path, *cells, seconds=60):
    files, folder = tmp_path / "files", tmp_path / "folder"
    for place in (files, folder):
        place.mkdir()
    (files / "table.csv").write_text("a\n1\n", encoding="utf-8")
    (files / "helper.py").write_text("two = 2\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", OPENED, str(files), str(folder), json.dumps(cells), str(seconds)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
    )
    assert list(folder.iterdir()) == []
    assert sorted(path.name for path in files.iterdir()) == ["helper.py", "table.csv"]
    return json.loads(ran.stdout)


def test_imports_tables_and_helpers_are_no_obstacle(tmp_path):
    obstacle, seeded, outputs = opened(
        tmp_path, "%matplotlib inline\nimport helper", "print(open('table.csv').read(), helper.two)"
    )
    assert (obstacle, seeded) == ("", False)
    assert outputs[1][0]["text"] == "a\n1\n 2\n"


def test_it_is_noticed_that_random_numbers_were_begun(tmp_path):
    assert opened(tmp_path, "import random\nrandom.seed(1)")[:2] == ["", True]


@pytest.mark.parametrize(
    ("source", "obstacle"),
    [
        ("1 / 0", "error"),
        ("open('new.txt', 'w').close()", "leaves a file"),
        ("kept = open('table.csv')", "leaves a file"),
        (
            "import threading, time\nthreading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
            "thread",
        ),
        ("import os\nhere = os.getcwd()", "where it runs"),
        ("import glob\nfound = glob.glob('*')", "where it runs"),
        ("!ls", "where it runs"),
    ],
)
def test_what_would_not_be_the_same_for_everybody_is_not_shared(tmp_path, source, obstacle):
    assert obstacle in opened(tmp_path, source)[0]


def test_what_has_no_end_is_not_shared(tmp_path):
    assert "error" in opened(tmp_path, "while True:\n    pass", seconds=1)[0]


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Return what a course's learners were given by an opening that looks at the clock."""
    cells = [
        cell("import time\nmoment = time.time_ns()\nrows = [1, 2]\nprint('opened')"),
        cell("### BEGIN SOLUTION\nx = moment\n### END SOLUTION", "x", solution=True),
        cell("assert x > 0 and rows == [1, 2]", "x-check", points=1),
    ]
    root = ordinary_course(tmp_path_factory.mktemp("course"), {"ps1": cells})
    released = json.loads((root / "release" / "ps1" / "ps1.ipynb").read_text("utf-8"))
    for learner in ("ann", "bo", "changes", "adds", "alters"):
        notebook = json.loads(json.dumps(released))
        notebook["cells"][1]["source"] = "x = moment"
        if learner == "changes":
            notebook["cells"][0]["source"] += "\nrows = [1, 2, 3]"
        if learner == "adds":
            notebook["cells"].insert(0, {**notebook["cells"][0], "id": "mine", "source": "y = 1"})
        if learner == "alters":
            notebook["cells"][1]["source"] = "x = moment\nrows.append(3)"
        hand_in(root, learner, notebook, "ps1")
    results = {result.learner: result for result in grade(root, "ps1")}
    return root, results


def value(graded, learner):
    (question,) = graded[1][learner].questions
    return question.values["x"]


def test_who_left_it_as_it_was_starts_from_there(graded):
    assert value(graded, "ann") == value(graded, "bo")
    assert graded[1]["ann"].score == graded[1]["bo"].score == 1


def test_who_changed_it_or_put_something_before_it_starts_afresh(graded):
    assert len({value(graded, learner) for learner in ("ann", "changes", "adds")}) == 3
    assert graded[1]["adds"].score == 1
    # The learner's rows are not the instructor's: nbgrader's check sees these.
    assert graded[1]["changes"].score == 0


def test_nobody_changes_it_for_anybody_else(graded):
    assert graded[1]["alters"].score == 0
    assert graded[1]["ann"].score == 1


def test_its_outputs_stand_in_every_notebook(graded):
    path = graded[0] / "autograded" / "bo" / "ps1" / "ps1.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert cells[0]["outputs"][0]["text"] == ["opened\n"]
    assert [one.get("execution_count") for one in cells][:2] == [1, 2]
