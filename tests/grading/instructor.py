"""An instructor's and three learners' machines in one folder, and nbgrader's own commands."""

from __future__ import annotations

import copy
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from processes.born import ran
from weakties.content import content_root

if TYPE_CHECKING:
    from collections.abc import Mapping

UNIT = "photo"
NOTEBOOK = f"{UNIT}.ipynb"

EVERYWHERE = """
c = get_config()
c.CourseDirectory.course_id = "weakties"
c.Exchange.root = {exchange!r}
"""
"""What an administrator of a shared machine sets for everybody on it."""


@dataclass(frozen=True)
class Machine:
    """A shared machine: everybody has a home, and nbgrader's exchange lies between them."""

    root: Path

    @property
    def course(self) -> Path:
        """Return the instructor's course."""
        return self.root / "course"

    def home(self, who: str) -> Path:
        """Return somebody's home, which is made when it is first asked for."""
        home = self.root / "homes" / who
        home.mkdir(parents=True, exist_ok=True)
        return home

    def environment(self, who: str) -> dict[str, str]:
        """Return an environment in which nothing of this machine's real user is read or written."""
        home = self.home(who)
        config = home / "config"
        config.mkdir(exist_ok=True)
        exchange = self.root / "exchange"
        exchange.mkdir(exist_ok=True)
        (config / "nbgrader_config.py").write_text(
            EVERYWHERE.format(exchange=str(exchange)), encoding="utf-8"
        )
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("JUPYTER", "WEAKTIES"))
        }
        return {
            **kept,
            "HOME": str(home),
            "IPYTHONDIR": str(home / "ipython"),
            "JUPYTER_CONFIG_DIR": str(config),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            # nbgrader calls alembic by name.
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        }

    def nbgrader(self, *arguments: str, who: str = "instructor", cwd: Path | None = None) -> str:
        """Run one of nbgrader's commands and return what it said."""
        done = ran(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=cwd or (self.course if who == "instructor" else self.home(who)),
            env=self.environment(who),
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


def lay_out_course(root: Path) -> Machine:
    """Give the instructor what a clone of the course holds, as far as nbgrader sees it."""
    machine = Machine(root)
    machine.course.mkdir(parents=True)
    shutil.copytree(content_root() / "solutions", machine.course / "solutions")
    shutil.copyfile(content_root() / "nbgrader_config.py", machine.course / "nbgrader_config.py")
    return machine


def read(path: Path) -> dict[str, Any]:
    """Return a notebook as plain values."""
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def sources(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Return the source of each cell by its id."""
    return {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}


def fill_in(path: Path, answers: Mapping[str, str]) -> None:
    """Write answers, by question, into the answer cells of a fetched exercise."""
    notebook = read(path)
    for cell in notebook["cells"]:
        question = cell["id"].removesuffix("-answer")
        if question in answers and cell["id"].endswith("-answer"):
            cell["source"] = answers[question]
    path.write_text(json.dumps(notebook), encoding="utf-8")


def copy_cell(path: Path, cell_id: str, source: str) -> None:
    """Copy a cell to the end of the notebook as JupyterLab does: its metadata come along."""
    notebook = read(path)
    twin = copy.deepcopy(next(cell for cell in notebook["cells"] if cell["id"] == cell_id))
    notebook["cells"].append({**twin, "id": f"copy-of-{cell_id}"[:64], "source": source})
    path.write_text(json.dumps(notebook), encoding="utf-8")


def delete_cell(path: Path, cell_id: str) -> None:
    """Delete a cell."""
    notebook = read(path)
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != cell_id]
    path.write_text(json.dumps(notebook), encoding="utf-8")
