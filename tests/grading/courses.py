"""Course folders of an instructor, with what learners handed in, for nbgrader's and our own grading."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grading.commands import nbgrader_command
from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.authoring.prove.submissions import (
    notebook_at,
    submissions,
    variants_of_unit,
    write_notebook,
)
from weakties.content import content_root
from weakties.course import load_course

if TYPE_CHECKING:
    import subprocess

UNIT = "photo"


def nbgrader(root: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run one of nbgrader's own commands in a course."""
    scripts = str(Path(sys.executable).parent)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")},
        "PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")]),
        "WEAKTIES_SOLUTIONS": "off",
        "WEAKTIES_EDITION": "open",
        "JUPYTER_CONFIG_DIR": str(root / ".jupyter"),
        "IPYTHONDIR": str(root / ".ipython"),
    }
    ran = nbgrader_command(arguments, cwd=root, environment=environment)
    assert not check or ran.returncode == 0, ran.stderr[-3000:]
    return ran


def unit_course(root: Path, slug: str) -> Path:
    """Make a course with one unit, released."""
    content = content_root()
    (root / "solutions" / slug).mkdir(parents=True)
    shutil.copy(content / "solutions" / slug / f"{slug}.ipynb", root / "solutions" / slug)
    shutil.copy(content / "nbgrader_config.py", root)
    nbgrader(root, "generate_assignment", slug)
    return root


def photo_course(root: Path) -> Path:
    """Make a course with the unit on photos, released."""
    return unit_course(root, UNIT)


def catalogued(root: Path, slug: str = UNIT) -> dict[str, dict[str, Any]]:
    """Return a submission for each catalogued answer, the blank exercise and the solution."""
    unit = load_course().unit(slug)
    source = notebook_at(root / unit.solution)
    catalogue = read_catalogue(catalogue_path(content_root(), slug))
    variants = variants_of_unit(unit, catalogue, source)
    return dict(submissions(notebook_at(root / unit.exercise), source, variants))


def hand_in(root: Path, learner: str, notebook: dict[str, Any], unit: str = UNIT) -> Path:
    """Put a notebook where nbgrader collects it."""
    path = root / "submitted" / learner / unit / f"{unit}.ipynb"
    write_notebook(path, notebook)
    return path


def copy_ungraded(root: Path, target: Path) -> Path:
    """Copy a course as it was before anything was graded."""
    return Path(
        shutil.copytree(
            root,
            target,
            symlinks=True,
            ignore=shutil.ignore_patterns("autograded", ".weakties"),
        )
    )


def cell(
    source: str,
    grade_id: str = "",
    *,
    points: float | None = None,
    solution: bool = False,
    locked: bool = False,
    markdown: bool = False,
    task: bool = False,
) -> Any:
    """Return a cell of an ordinary nbgrader exercise."""
    made = (new_markdown_cell if markdown else new_code_cell)(source)
    if grade_id:
        made.id = grade_id
        made.metadata["nbgrader"] = {
            "grade": points is not None and not task,
            "grade_id": grade_id,
            "locked": locked or (points is not None and not solution),
            "schema_version": 3,
            "solution": solution,
            "task": task,
            **({} if points is None else {"points": points}),
        }
    return made


PLAIN_CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "weakties"\n'


def ordinary_course(
    root: Path,
    notebooks: dict[str, list[Any]],
    assignment: str = "ps1",
    config: str = PLAIN_CONFIG,
) -> Path:
    """Make a course that never heard of weakties, with one assignment, released."""
    for name, cells in notebooks.items():
        path = root / "source" / assignment / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook_of(cells), path)
    (root / "nbgrader_config.py").write_text(config, encoding="utf-8")
    nbgrader(root, "generate_assignment", assignment)
    return root


def notebook_of(cells: list[Any]) -> Any:
    """Return a Python notebook with these cells."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})
