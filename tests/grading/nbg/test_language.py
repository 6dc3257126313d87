"""Only Python is graded; an assignment for another language is left to nbgrader, and that is said."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grading.courses import cell, notebook_of
from grading.rows import all_rows
from grading.small import CELLS
from weakties.grading.nbg.language import OtherLanguage, language_of
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("nbg-language")

R = {"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}}
R_BY_NAME = {"kernelspec": {"name": "ir", "display_name": "R"}}
R_BY_INFO = {"language_info": {"name": "R"}}
R_CELLS = [
    cell("### BEGIN SOLUTION\nx <- 3\n### END SOLUTION", "x", solution=True),
    cell("stopifnot(x == 3)", "x-check", points=1),
]


PYTHON = {"kernelspec": {"name": "conda-env-py311", "display_name": "x", "language": "python"}}
ASSIGNMENTS = {
    "language": {"p": (R_CELLS, R)},
    "name": {"p": (R_CELLS, R_BY_NAME)},
    "info": {"p": (R_CELLS, R_BY_INFO)},
    "mixed": {"p": (R_CELLS, R), "q": (CELLS, PYTHON)},
    "python": {"q": (CELLS, PYTHON)},
}
RELEASE = """
import sys
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
api = NbGraderAPI(CourseDirectory(root="."))
assert all(api.generate_assignment(name)["success"] for name in sys.argv[1:])
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """Make a course with all the assignments, each handed in as it was released."""
    root = tmp_path_factory.mktemp("released")
    for assignment, notebooks in ASSIGNMENTS.items():
        for name, (cells, metadata) in notebooks.items():
            path = root / "source" / assignment / f"{name}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            made = {**notebook_of(cells), "metadata": metadata}
            path.write_text(json.dumps(made), encoding="utf-8")
    (root / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    scripts = str(Path(sys.executable).parent)  # nbgrader calls alembic by name
    subprocess.run(
        [sys.executable, "-c", RELEASE, *ASSIGNMENTS],
        cwd=root,
        check=True,
        env={**os.environ, "PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")])},
    )
    for assignment in ASSIGNMENTS:
        shutil.copytree(root / "release" / assignment, root / "submitted" / "ann" / assignment)
    return root


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


def files_and_rows(root):
    found = {path for path in root.rglob("*") if ".weakties" not in path.parts}
    return found, all_rows(f"sqlite:///{root / 'gradebook.db'}")


@pytest.mark.parametrize("assignment", ["language", "name", "info"])
def test_an_assignment_for_another_language_is_refused_and_nothing_is_changed(course, assignment):
    before = files_and_rows(course)
    with pytest.raises(OtherLanguage) as refused:
        list(grade(course, assignment))
    assert str(refused.value) == (
        "p.ipynb is for R, and only Python is graded here: "
        f"`nbgrader autograde {assignment}` grades it."
    )
    assert files_and_rows(course) == before


def test_plain_kernels_are_refused_it_as_well(course):
    with pytest.raises(OtherLanguage, match="is for R"):
        list(grade(course, "language", Options(executor="kernel")))


def test_one_such_notebook_among_others_is_named_and_none_is_graded(course):
    before = files_and_rows(course)
    with pytest.raises(OtherLanguage, match=r"^p\.ipynb is for R, and only"):
        list(grade(course, "mixed"))
    assert files_and_rows(course) == before


def test_without_the_instructors_notebook_the_gradebook_knows_the_language(course):
    shutil.rmtree(course / "source")
    with pytest.raises(OtherLanguage, match="is for R"):
        list(grade(course, "language"))


@pytest.mark.parametrize("theirs", [R, {}], ids=["R", "none"])
def test_what_a_learner_wrote_into_the_metadata_does_not_matter(course, theirs):
    path = course / "submitted" / "ann" / "python" / "q.ipynb"
    handed_in = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**handed_in, "metadata": theirs}), encoding="utf-8")
    (result,) = grade(course, "python")
    assert (result.state, result.max_score) == ("graded", 3.0)


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"kernelspec": {}},
        {"kernelspec": None, "language_info": "R"},
        {"kernelspec": {"name": "conda-env-py311"}},
        {"kernelspec": {"name": "conda-env-r_course-py", "language": ""}},
        {"kernelspec": {"name": "xeus-python"}},
        {"kernelspec": {"name": "xpython", "language": "python"}},
        {"kernelspec": {"name": "ir", "language": "Python"}},
        {"kernelspec": {"name": "spring-2027"}},
        {"kernelspec": {"name": "python3"}, "language_info": {"name": "ipython"}},
    ],
    ids=str,
)
def test_a_python_kernel_of_any_name_is_python(metadata):
    assert language_of(metadata) == "Python"


@pytest.mark.parametrize(
    ("metadata", "language"),
    [
        ({"kernelspec": {"name": "julia-1.11"}}, "Julia"),
        ({"kernelspec": {"name": "conda-env-stats-r"}}, "R"),
        ({"kernelspec": {"name": "python3", "language": "scala"}}, "scala"),
        ({"kernelspec": {"name": "x"}, "language_info": {"name": "sas"}}, "sas"),
        ({"kernelspec": {"name": ".net-csharp"}}, "C#"),
    ],
    ids=str,
)
def test_any_other_is_known_by_its_language_or_else_by_its_kernels_name(metadata, language):
    assert language_of(metadata) == language
