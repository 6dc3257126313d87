"""``weakties start``: what it says and how it ends. The server itself is tested in a browser."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from weakties import workshop
from weakties.cli import app
from weakties.course import Question, load_course
from weakties.progress import Line, Store
from workshop.tiny import notebook, tiny_course

ADDRESS = "http://127.0.0.1:4321/lab/tree/course/welcome.ipynb?reset&token=abc"


class FakeLab:
    """A server that is shut down at once, or ends as it is told to."""

    address = ADDRESS
    ends_with: BaseException | None = None

    def address_of(self, path, fragment=""):
        return ADDRESS.replace("course/welcome.ipynb", path) + fragment

    def wait(self):
        if self.ends_with:
            raise self.ends_with


@pytest.fixture
def lab(monkeypatch, tmp_path):
    """Replace course, server and browser; return the server."""
    fake = FakeLab()
    fake.opened = []

    @contextmanager
    def running_lab(folder, port):
        fake.folder, fake.port = folder, port
        yield fake

    @contextmanager
    def opened_browser(address, _folder):
        fake.opened.append(address)
        yield fake.has_browser

    fake.has_browser = True
    fake.course = tiny_course(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("weakties.course.load_course", lambda: fake.course)
    monkeypatch.setattr(workshop, "running_lab", running_lab)
    monkeypatch.setattr(workshop, "opened_browser", opened_browser)
    return fake


def start(*arguments):
    return CliRunner().invoke(app, ["start", *arguments])


def test_it_says_where_the_work_lies_and_where_the_workshop_is(lab, tmp_path):
    result = start()
    assert result.exit_code == 0
    assert f"Your work lies in {tmp_path / 'weakties-workshop'}" in result.stdout
    assert f"The workshop is at {ADDRESS}" in result.stdout
    assert (tmp_path / "weakties-workshop/course/welcome.ipynb").is_file()
    assert lab.opened == [ADDRESS]


def test_it_says_which_edition_it_is_and_opens_nothing_where_that_cannot_be_read(
    lab, tmp_path, monkeypatch
):
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    assert "The data are edition open." in start().stdout
    settings = tmp_path / "weakties-workshop" / "weakties.toml"
    settings.write_text('edition = "spring-2027"\n', encoding="utf-8")
    assert "The data are edition spring-2027." in start().stdout
    lab.opened.clear()
    settings.write_text("# ours\nedition = spring-2027\n", encoding="utf-8")
    refused = start()
    assert (refused.exit_code, lab.opened) == (1, [])
    assert "at line 2" in refused.output


def test_no_browser_opens_none(lab):
    assert start("--no-browser").exit_code == 0
    assert lab.opened == []


def test_without_any_browser_it_asks_to_open_the_address(lab):
    lab.has_browser = False
    assert "open that address in one yourself" in start().stdout


def test_a_named_folder_and_port_are_used(lab, tmp_path):
    port = workshop.free_port()
    assert start("elsewhere", "--port", str(port)).exit_code == 0
    assert (lab.folder, lab.port) == (tmp_path / "elsewhere", port)


def test_ctrl_c_is_a_good_ending(lab):
    lab.ends_with = KeyboardInterrupt()
    result = start()
    assert result.exit_code == 0
    assert "Your work is safe in" in result.stdout


@pytest.mark.usefixtures("lab")
def test_a_changed_file_with_a_new_version_is_named(tmp_path):
    path = "exercises/photo/photo.ipynb"
    start()
    (tmp_path / "weakties-workshop" / path).write_text("my answers", encoding="utf-8")
    (tmp_path / "content" / path).write_text(notebook("second version"), encoding="utf-8")
    assert f"You have changed {path}" in (said := start().stdout)
    assert "exercises/photo/photo (updated).ipynb" in said
    assert "You have changed" not in start().stdout


def test_it_opens_where_one_stopped_and_says_where_that_is(lab, tmp_path):
    start()
    lab.opened.clear()
    folder = tmp_path / "weakties-workshop"
    Store(folder).append(Line.now("looked back", unit="photo"))
    said = start().stdout
    assert "You go on at the exercise Photo, question 1: One." in said
    assert "Run All Above Selected Cell" in said
    assert lab.opened == [
        ADDRESS.replace("course/welcome.ipynb", "exercises/photo/photo.ipynb") + "#cell-id=photo-q1"
    ]


def test_an_update_is_named_on_one_line_and_only_once(lab, tmp_path):
    assert "Since your last start" not in start().stdout
    assert "Since your last start" not in start().stdout
    lesson = tmp_path / "content/course/photo/lesson.ipynb"
    lesson.write_text(notebook("second version"), encoding="utf-8")
    photo, later = lab.course.units
    later = replace(later, ready=True, questions=(Question("later-q1", "One", 1),))
    lab.course = replace(lab.course, units=(photo, later))
    (tmp_path / "content/exercises/later").mkdir()
    (tmp_path / "content/exercises/later/later.ipynb").write_text(notebook("new"))
    line = "Since your last start, new: the unit Later; updated: the lesson of Photo.\n"
    assert line in start().stdout
    assert "Since your last start" not in start().stdout


def fails_with_a_sentence(result, *phrases):
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert all(phrase in result.stderr for phrase in phrases)
    return "Traceback" not in result.output


@pytest.mark.usefixtures("lab")
def test_a_port_in_use_is_a_sentence(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert fails_with_a_sentence(start("--port", str(port)), f"Port {port} is in use")
    assert not (tmp_path / "weakties-workshop").exists()


@pytest.mark.usefixtures("lab")
def test_a_file_in_place_of_the_folder_is_a_sentence(tmp_path):
    (tmp_path / "notes.txt").touch()
    assert fails_with_a_sentence(start("notes.txt"), "notes.txt is a file", "Name a folder")


def test_a_server_that_dies_is_a_sentence(lab):
    lab.ends_with = workshop.WorkshopError("JupyterLab ended unexpectedly. The log is in x.")
    assert fails_with_a_sentence(start(), "JupyterLab ended unexpectedly")


def test_an_installation_without_the_course_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("weakties.content._PACKAGE", tmp_path / "a" / "b")
    load_course.cache_clear()
    assert fails_with_a_sentence(start(), "Install it again")


def test_asking_for_help_imports_nothing_heavy():
    heavy = "{'IPython', 'jupyterlab', 'matplotlib', 'nbformat', 'nbgrader', 'numpy', 'pandas'}"
    script = f"import sys, weakties.cli; sys.exit(', '.join({heavy} & set(sys.modules)) or 0)"
    subprocess.run([sys.executable, "-c", script], check=True)
