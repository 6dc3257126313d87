"""The wheel alone, installed elsewhere, gives the same course."""

from __future__ import annotations

import json
import signal
import subprocess
import urllib.request
import zipfile
from pathlib import Path

import pytest

from weakties.course import load_course
from weakties.workshop import free_port
from workshop.started import learners_environment, started

ROOT = Path(__file__).parents[1]
FOLDERS = {
    "src/weakties": "weakties",
    **{name: f"weakties/content/{name}" for name in ("course", "exercises", "solutions", "data")},
}
CACHES = {"__pycache__", ".ipynb_checkpoints"}

pytestmark = pytest.mark.xdist_group("wheel")


def test_the_wheel_carries_library_and_course_and_no_caches(wheel):
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == {
        f"{inside}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, inside in FOLDERS.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not CACHES & set(path.parts)
    }


def test_the_wheel_carries_every_notebook_of_the_course(wheel):
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    ready = load_course().ready
    notebooks = [path for unit in ready for path in (unit.lesson, unit.exercise, unit.solution)]
    for path in ["course/course.toml", "course/welcome.ipynb", "data/datapackage.json", *notebooks]:
        assert f"weakties/content/{path}" in packed


def test_the_workshop_starts_from_the_wheel_alone(scripts, tmp_path):
    where = subprocess.run(
        [scripts / "python", "-c", "import weakties; print(weakties.__file__)"],
        cwd=tmp_path,
        env=learners_environment(tmp_path),
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert Path(where.strip()).is_relative_to(scripts.parent)

    port = free_port()
    command = [scripts / "weakties", "start", "work", "--port", str(port)]
    with started(command, tmp_path, tmp_path / "home") as (process, address):
        assert address.startswith(f"http://127.0.0.1:{port}/lab/tree/course/welcome.ipynb?reset&")
        welcome = asked(port, address, "contents/course/welcome.ipynb")
        assert welcome["type"] == "notebook"
        assert len(welcome["content"]["cells"]) > 0
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode == 0


def typed(scripts, tmp_path, *words):
    return subprocess.run(
        [scripts / "weakties", *words],
        cwd=tmp_path,
        env=learners_environment(tmp_path / "home"),
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_workshop_is_prepared_from_the_wheel_alone(scripts, tmp_path):
    for words in (
        ("guide", "strangers"),
        ("print", "strangers"),
        ("plan", "--minutes", "90", "--html", "agenda.html"),
    ):
        ran = typed(scripts, tmp_path, "teach", *words)
        assert ran.returncode == 0, ran.stderr
    guide = (tmp_path / "guide-strangers.html").read_text(encoding="utf-8")
    assert "What goes wrong" in guide
    assert "<td>" in guide
    assert {"agenda.html", "print-strangers.html"} <= {path.name for path in tmp_path.iterdir()}


def test_a_course_is_started_and_graded_from_the_wheel_alone(scripts, tmp_path):
    def run(*words):
        return typed(scripts, tmp_path, *words)

    made = run("teach", "new", "course", "--units", "photo")
    assert made.returncode == 0, made.stderr
    place = tmp_path / "course" / "submitted" / "ada" / "photo" / "photo.ipynb"
    place.parent.mkdir(parents=True)
    place.write_bytes((ROOT / "solutions" / "photo" / "photo.ipynb").read_bytes())
    graded = run("grade", "photo", "--course", "course")
    assert graded.returncode == 0, graded.stderr
    assert "0 graded, 1 needs review, 0 failed, 0 missing" in graded.stdout


def asked(port, address, path):
    token = address.partition("token=")[2]
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/{path}", headers={"Authorization": f"token {token}"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 — our own server
        return json.load(answer)
