"""One course with a question for each difference, and what learners hand in for it."""

from __future__ import annotations

import json
import os
from string import Template
from typing import TYPE_CHECKING, Any

from grading.courses import cell, hand_in, ordinary_course

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS = 3
"""How long a cell may run; a check, whose functions are called over a line, twice as long apart."""


def _question(name: str, check: str = "", solution: str = "") -> list[Any]:
    solved = f"### BEGIN SOLUTION\n{solution or f'{name} = 3'}\n### END SOLUTION"
    source = check or f"assert {name} == 3"
    return [cell(solved, name, solution=True), cell(source, f"{name}-check", points=1)]


BOX = "class Box:\n    def __init__(self, n):\n        self.n = {}"
CELLS = [
    *_question("plain"),
    *_question("quoted", "### BEGIN HIDDEN TESTS\nassert quoted == 3\n### END HIDDEN TESTS"),
    *_question(
        "binds",
        "shown = 3\nassert binds == 3\n### BEGIN HIDDEN TESTS\nunseen = 3\n### END HIDDEN TESTS",
    ),
    *_question("bound"),
    *_question("overheard"),
    *_question("refused"),
    *_question("outside", "assert outside == [True] * 3", "outside = [True] * 3"),
    *_question("heavy"),
    *_question("shadowed"),
    *_question("shown-alone", "assert Box(2).n == 2, Box(2).n", BOX.format("n")),
    *_question("equal"),
    *_question("slow", "assert slow() + slow() == 6", "def slow():\n    return 3"),
    *_question("denied", "assert denied == 4"),
    *_question("stuck", "assert sum(range(stuck)) == 3"),
    *_question("after"),
]
ODD = "class Odd:\n    def __eq__(self, other): return True\n"
OUTSIDE = """
import os, socket
def reaches(port):
    try:
        return bool(socket.create_connection(("127.0.0.1", port), 1))
    except OSError:
        return False
outside = [os.path.exists($secret), "IN_THE_ENVIRONMENT" in os.environ, reaches($port)]
print(outside)
"""
ANSWERS = {
    "varied": {
        "plain": "import ipywidgets\nplain = 3\ndisplay(ipywidgets.IntSlider())",
        "quoted": "quoted = 2",
        "bound": "bound = shown",
        "overheard": "overheard = unseen",
        "outside": OUTSIDE,
        "heavy": "import mmap\ntaken = mmap.mmap(-1, 3 * 2**30)\nheavy = 3",
        "shadowed": "from networkx import shadowed",
        "shown-alone": BOX.format("'what a learner' + ' wrote'"),
        "equal": f"{ODD}equal = Odd()",
        "slow": "import time\ndef slow():\n    time.sleep(2)\n    return 3",
    },
    "starts": {
        "refused": "import subprocess\nsubprocess.run(['true'], check=True)\nrefused = 3",
        "plain": "plain = 0",
    },
    "stuck": {"stuck": "stuck = 10**12"},
    "dies": {"plain": "import os\nos._exit(0)"},
    "half": {"plain": "plain = 3  # \ud83d"},
    "unpageable": {
        "plain": "plain = 3\n"
        "display({'image/png': 'iVBORw0KGgo='}, raw=True, metadata={'image/png': 'no object'})"
    },
    "edition": {
        "plain": "import os\nfrom weakties.data.editions import current_edition\n"
        "os.environ.pop('WEAKTIES_EDITION', None)\nplain = 3 if current_edition() == 'mine' else 0"
    },
}
"""What learners answer; every other answer of theirs is right."""


def difference_course(root: Path) -> Path:
    """Make the course, released; nobody has handed anything in."""
    config = f'c = get_config()\nc.CourseDirectory.course_id = "weakties"\nc.Execute.timeout = {SECONDS}\n'
    return ordinary_course(root, {"ps1": CELLS}, "ps1", config)


def solve(root: Path, learner: str, answers: dict[str, str]) -> Path:
    """Hand in right answers, but for these, and return the notebook's place."""
    released = root / "release" / "ps1" / "ps1.ipynb"
    source = json.loads((root / "source" / "ps1" / "ps1.ipynb").read_text(encoding="utf-8"))
    solutions = {one["id"]: "".join(one["source"]) for one in source["cells"]}
    notebook = json.loads(released.read_text(encoding="utf-8"))
    for one in notebook["cells"]:
        if one["metadata"]["nbgrader"]["solution"]:
            one["source"] = answers.get(one["id"], solutions[one["id"]])
    return hand_in(root, learner, notebook, "ps1")


def edit(path: Path, change: Callable[[list[Any]], object]) -> None:
    """Change the cells of a notebook that was handed in."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook["cells"])
    path.write_text(json.dumps(notebook), encoding="utf-8")


def named(cells: list[Any], name: str) -> Any:
    """Return a cell by its name."""
    return next(one for one in cells if one["id"] == name)


def _loses(cells: list[Any]) -> None:
    cells.remove(named(cells, "plain-check"))
    named(cells, "quoted-check")["metadata"]["tags"] = ["skip-execution"]


def _strips(cells: list[Any]) -> None:
    for one in cells:
        one["metadata"] = {}


def _cheapens(cells: list[Any]) -> None:
    named(cells, "plain-check")["metadata"]["nbgrader"]["points"] = 100


def _takes_long(cells: list[Any]) -> None:
    cells[:0] = [cell("import time\ntime.sleep(0.3)") for _ in range(36)]


def hand_all_in(root: Path, secret: Path, port: int) -> None:
    """Hand in for everybody whom nbgrader's batch survives."""
    for learner, answers in ANSWERS.items():
        placed = {
            name: Template(text).safe_substitute(secret=repr(str(secret)), port=port)
            for name, text in answers.items()
        }
        solve(root, learner, placed)
    (root / "submitted" / "varied" / "ps1" / "networkx.py").write_text("shadowed = 3\n")
    (root / "submitted" / "edition" / "ps1" / "weakties.toml").write_text('edition = "mine"\n')
    for learner, change in {"loses": _loses, "strips": _strips, "cheapens": _cheapens}.items():
        edit(solve(root, learner, {"quoted": "quoted = 2"}), change)
    (root / "submitted" / "loses" / "ps1" / "link.txt").symlink_to(secret)
    solve(root, "broken", {}).write_text("no notebook", encoding="utf-8")
    path = solve(root, "renamed", {})
    path.rename(path.with_name("mine.ipynb"))
    (root / "submitted" / "empty" / "ps1").mkdir(parents=True)
    edit(solve(root, "long", {}), _takes_long)
    solve(root, "pipe", {})


def doubles(cells: list[Any]) -> None:
    """Let a graded cell stand twice."""
    copied = dict(named(cells, "plain-check"), id="copied", source="assert False")
    cells.insert(cells.index(named(cells, "plain-check")) + 1, copied)


def ages(cells: list[Any]) -> None:
    """Say that the metadata is of a version that nbgrader does not read."""
    named(cells, "plain-check")["metadata"]["nbgrader"]["schema_version"] = 1


def pipe_instead_of_a_time(root: Path, learner: str) -> Path:
    """Put a pipe where the file lies that says when, and return it."""
    pipe = root / "submitted" / learner / "ps1" / "timestamp.txt"
    os.mkfifo(pipe)
    return pipe
