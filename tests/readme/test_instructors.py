"""The Instructors part of README does what it says, line for line, in a clone and from the wheel.

The lines are read from README and typed in their order; a small cohort's work lies where README says.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from contextlib import contextmanager

import pytest

from readme.places import ROOT, clone_at, installed_at
from weakties.workshop import free_port

pytestmark = pytest.mark.xdist_group("wheel")

README = (ROOT / "README.md").read_text(encoding="utf-8")
PART = README.partition("## Instructors")[2].partition("\n## ")[0]
LINES = [
    line.partition("#")[0].strip()
    for line in re.search(r"```\n(.*?)```", PART, re.DOTALL)[1].splitlines()
]
WHERE = re.search(r"`(submitted/<learner>/photo/photo\.ipynb)`", PART)[1]
ROSTER = (
    "id,name,email\nada,Ada Lovelace,ada@example.org\nbo,Bo Who,bo@example.org\n"
    "cy,Cy Young,cy@example.org\ndee,Dee Dee,dee@example.org\n"
)
CONFIG = "c.ServerApp.open_browser = False\nc.ServerApp.allow_root = True\nc.ServerApp.port = {}\n"
REFLECTION = "photo-reflection-answer"


def hand_in(course):
    """Ada hands the solution in; bo the same in a zip under another name; cy no notebook."""
    solution = ROOT / "solutions" / "photo" / "photo.ipynb"
    place = {who: course / WHERE.replace("<learner>", who) for who in ("ada", "bo", "cy")}
    for path in place.values():
        path.parent.mkdir(parents=True)
    shutil.copy(solution, place["ada"])
    with zipfile.ZipFile(place["bo"].with_name("my work.zip"), "w") as packed:
        packed.write(solution, "photo (1).ipynb")
    place["cy"].write_text("{", encoding="utf-8")


def read_in_the_gradebook(course):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        for who in ("ada", "bo"):
            grade = book.find_grade(REFLECTION, "photo", "photo", who)
            assert grade.needs_manual_grade
            grade.manual_score, grade.needs_manual_grade = 3.0, False
        book.db.commit()


def read_in_the_formgrader(place, line):
    """Start JupyterLab as README says, and give points as its Formgrader does."""
    config = place.folder.parent / "config"
    config.mkdir()
    port = free_port()
    (config / "jupyter_server_config.py").write_text(CONFIG.format(port), encoding="utf-8")
    environment = {**place.environment, "JUPYTER_CONFIG_DIR": str(config), "JUPYTER_TOKEN": "desk"}
    with served(line, place.folder, environment, port) as ask:
        submitted = ask("formgrader/api/submitted_notebooks/photo/photo")
        waiting = [one for one in submitted if one["needs_manual_grade"]]
        assert {"ada", "bo"} <= {one["student"] for one in waiting}
        for one in waiting:
            if one["student"] not in ("ada", "bo"):
                continue
            grades = ask(f"formgrader/api/grades?submission_id={one['id']}")
            (reflection,) = [grade for grade in grades if grade["name"] == REFLECTION]
            put = ask(f"formgrader/api/grade/{reflection['id']}", {"manual_score": 3.0})
            assert (put["manual_score"], put["needs_manual_grade"]) == (3.0, False)


@contextmanager
def served(line, folder, environment, port):
    with (folder.parent / "lab.log").open("wb") as log:
        server = subprocess.Popen(
            line.split(), cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
        )

    def ask(path, body=None):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/{path}",
            headers={"Authorization": "token desk"},
            data=json.dumps(body).encode() if body else None,
            method="PUT" if body else "GET",
        )
        for _ in range(600):
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                    return json.load(answer)
            except urllib.error.HTTPError:
                raise
            except OSError:
                assert server.poll() is None, (folder.parent / "lab.log").read_text()
                time.sleep(0.2)
        raise AssertionError((folder.parent / "lab.log").read_text())

    try:
        yield ask
    finally:
        server.terminate()
        server.wait(timeout=60)


def walked(place, *, with_lab):
    """Type README's lines one after the other."""
    for line in LINES:
        if line.startswith("source "):
            if not with_lab:  # who installed the wheel has an environment of their own
                place.activate(line.removeprefix("source "))
            continue
        if line.startswith("cd "):
            place.folder = place.folder / line.removeprefix("cd ")
            hand_in(place.folder)
            continue
        if line == "jupyter lab":
            if with_lab:
                read_in_the_formgrader(place, line)
            else:
                read_in_the_gradebook(place.folder)
            continue
        place.types(line)
    return place


@pytest.fixture(scope="module", params=["clone", "wheel"])
def walk(request, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    folder = tmp_path_factory.mktemp(request.param) / "desk"
    folder.mkdir()
    if request.param == "clone":
        place = clone_at(folder, home)
    else:
        place = installed_at(folder, request.getfixturevalue("scripts"), home)
    (folder / "class.csv").write_text(ROSTER, encoding="utf-8")
    return walked(place, with_lab=request.param == "wheel")


def said(walk, words):
    (line,) = [line for line in walk.said if line.startswith(f"weakties {words}")]
    return walk.said[line]


def test_readme_names_the_whole_way():
    assert [" ".join(line.split()[:3]) for line in LINES] == [
        "source .venv/bin/activate",
        "weakties teach new",
        "cd my-course",
        "weakties grade photo",
        "jupyter lab",
        "weakties teach report",
        "weakties teach show",
        "weakties teach return",
        "weakties teach export",
    ]


def test_every_line_works_and_grading_says_by_its_exit_code_that_somebody_failed(walk):
    codes = {line: ran.returncode for line, ran in walk.said.items()}
    assert codes == {line: int(line == "weakties grade photo") for line in codes}, [
        ran.stderr for ran in walk.said.values() if ran.returncode
    ]
    assert len(codes) == 6


def test_the_folder_holds_dates_exercise_and_settings(walk):
    for name in (
        "cohort.toml",
        "exercises/photo/photo.ipynb",
        "nbgrader_config.py",
        "gradebook.db",
    ):
        assert (walk.folder / name).is_file()
    assert "BEGIN SOLUTION" not in (walk.folder / "exercises/photo/photo.ipynb").read_text("utf-8")


def test_grading_ends_with_what_waits_what_failed_and_who_is_missing(walk):
    ran = said(walk, "grade")
    assert "0 graded, 2 needs review, 1 failed, 1 missing" in ran.stdout
    assert "2 wait for one reading: photo-reflection." in ran.stdout
    assert "photo (1).ipynb in my work.zip was taken" in " ".join(ran.stdout.split())


def test_the_report_shows_everybody_and_asks_no_host(walk):
    page = (walk.folder / "report.html").read_text(encoding="utf-8")
    assert all(f">{who}<" in page for who in ("ada", "bo", "cy", "dee"))
    assert not re.search(r"(src|href)=.https?:", page)


def test_an_appeal_shows_points_values_and_the_keys(walk):
    words = said(walk, "teach show").stdout
    assert "photo-q1" in words
    assert "formal_effect" in words


def test_feedback_goes_back_to_everybody_with_the_reading_in_it(walk):
    with zipfile.ZipFile(walk.folder / "back.zip") as back:
        pages = {name.partition("/")[0]: back.read(name).decode() for name in back.namelist()}
    assert sorted(pages) == ["ada", "bo", "cy"]
    assert "18 of 18 points." in pages["ada"]
    assert "could not be graded" in pages["cy"]
    assert not any("<script" in page for page in pages.values())


def test_points_leave_for_the_platform_and_what_is_not_graded_is_blank(walk):
    with (walk.folder / "points.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["SIS Login ID"]: row["photo"] for row in csv.DictReader(file)}
    rows.pop("")
    assert rows == {"ada": "18", "bo": "18", "cy": "", "dee": ""}
    assert "Assumed: a learner's id here is the SIS Login ID" in said(walk, "teach export").stderr


@pytest.mark.parametrize("item", [line for line in PART.splitlines() if re.match(r"\d\. ", line)])
def test_every_option_that_an_item_names_is_one_of_its_command(item):
    from typer.main import get_command

    from weakties.cli import app

    steps = {"1": "new", "2": "pack", "5": "report", "6": "show", "7": "return", "8": "export"}
    commands = get_command(app).commands
    number = item[0]
    command = commands["teach"].commands[steps[number]] if number in steps else commands["grade"]
    options = {name for param in command.params for name in param.opts}
    assert set(re.findall(r"`(?:[^`]*\s)?(--[a-z-]+)", item)) <= options
