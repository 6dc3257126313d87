"""A course with secrets, honest learners and attackers, graded once."""

from __future__ import annotations

import hashlib
import json
import shutil
import socket
import threading
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grading.courses import UNIT, hand_in, photo_course
from grading.hostile.attacks import MACHINE, MARKS
from grading.hostile.files import FILES
from grading.hostile.notebooks import NOTEBOOKS
from grading.rows import all_rows
from weakties.grading.run import grade

HONEST = ("0-honest", "m-honest", "zz-honest")
ATTACKS = {**MACHINE, **MARKS}
MARKERS = ("marker-key", "marker-other", "marker-environment", "marker-outside", "marker-home")
SECONDS = 2
"""A dozen attacks run into this limit, twice each, most of them at full speed."""


@dataclass
class Battle:
    """What is left when all have been graded."""

    course: Path
    results: dict[str, Any]
    rows: dict[str, Any]
    without: dict[str, Any]
    before: dict[str, str]
    after: dict[str, str]
    reached: list[Any]


def fingerprints(root: Path, *, but: tuple[str, ...] = ()) -> dict[str, str]:
    """Return a digest of every ordinary file below a folder."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.relative_to(root).parts[0] not in but
    }


@pytest.fixture(scope="session")
def battle(tmp_path_factory):
    """Let everybody hand in, and grade them, once with the attackers and once without."""
    root = tmp_path_factory.mktemp("battle")
    home = root / "home"
    (home / ".jupyter").mkdir(parents=True)
    (home / "secret").write_text("marker-home", encoding="utf-8")
    (root / "outside").write_text("marker-outside", encoding="utf-8")
    course = _course(root / "course")
    solution = _solved(course)
    for learner in HONEST:
        hand_in(course, learner, solution)
    peaceful = Path(shutil.copytree(course, root / "peaceful"))
    listener, reached = _listener(root / "socket")
    blank = json.loads((course / "exercises" / UNIT / f"{UNIT}.ipynb").read_text("utf-8"))
    for name, code in ATTACKS.items():
        hand_in(course, name, _with_answer(blank, _placed(code, course, home, listener, root)))
    for name, make in NOTEBOOKS.items():
        hand_in(course, name, make(json.loads(json.dumps(blank))))
    for name, make in FILES.items():
        folder = course / "submitted" / name / UNIT
        folder.mkdir(parents=True)
        make(folder, blank, root)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SECRET", "marker-environment")
        environment.setenv("HOME", str(home))
        before = fingerprints(root, but=("peaceful",))
        results = {result.learner: result for result in grade(course, UNIT)}
        after = fingerprints(root, but=("peaceful",))
        assert {result.state.value for result in grade(peaceful, UNIT)} == {"graded"}
    rows, without = (
        all_rows(f"sqlite:///{place / 'gradebook.db'}") for place in (course, peaceful)
    )
    return Battle(course, results, rows, without, before, after, reached)


def _course(root: Path) -> Path:
    course = photo_course(root)
    source = course / "solutions" / UNIT / f"{UNIT}.ipynb"
    notebook = json.loads(source.read_text("utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] == "photo-q1-check":
            cell["source"] = "".join(cell["source"]).replace("@q.key", "@q.key  # marker-key", 1)
    source.write_text(json.dumps(notebook), encoding="utf-8")
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"\nc.Execute.timeout = {SECONDS}\n")
    from grading.courses import nbgrader

    nbgrader(course, "generate_assignment", UNIT, "--force")
    return course


def _solved(course: Path) -> dict[str, Any]:
    """Return an honest learner's notebook."""
    solution = json.loads((course / "solutions" / UNIT / f"{UNIT}.ipynb").read_text("utf-8"))
    answers = {c["id"]: c["source"] for c in solution["cells"] if c["id"].endswith("-answer")}
    notebook = json.loads((course / "exercises" / UNIT / f"{UNIT}.ipynb").read_text("utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] in answers and cell["cell_type"] == "code":
            cell["source"] = "# marker-other\n" + "".join(answers[cell["id"]])
    return notebook


def _with_answer(blank: dict[str, Any], code: str) -> dict[str, Any]:
    notebook = json.loads(json.dumps(blank))
    for cell in notebook["cells"]:
        if cell["id"] == "photo-q1-answer":
            cell["source"] = code
    return notebook


def _placed(code: str, course: Path, home: Path, listener: socket.socket, root: Path) -> str:
    words = {
        "COURSE": str(course),
        "HOME": str(home),
        "PORT": str(listener.getsockname()[1]),
        "SOCKET": str(root / "socket"),
    }
    for word, value in words.items():
        code = code.replace(word, value)
    return code


def _listener(path: Path) -> tuple[socket.socket, list[Any]]:
    """Listen on this machine, and note whoever comes."""
    reached: list[Any] = []
    server = socket.create_server(("127.0.0.1", 0))
    local = socket.socket(socket.AF_UNIX)
    with chdir(path.parent):  # the name of such a socket must be short
        local.bind(path.name)
    local.listen()

    def wait(listening: socket.socket) -> None:
        while True:
            reached.append(listening.accept())

    for listening in (server, local):
        threading.Thread(target=wait, args=(listening,), daemon=True).start()
    return server, reached
