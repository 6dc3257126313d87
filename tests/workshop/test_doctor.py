"""The doctor finds each thing that a test has broken, and nothing where all is well."""

from __future__ import annotations

import getpass
import json
import os
import re
import socket
import webbrowser
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from typer.testing import CliRunner

from weakties.cli import app
from weakties.progress import Store
from weakties.workshop import lay_out, working_folder
from weakties.workshop.doctor import (
    line,
    wrong_with_folder,
    wrong_with_installation,
    wrong_with_machine,
)
from workshop.tiny import notebook

EXERCISE = "exercises/photo/photo.ipynb"
FRONT_ENDS = ("@jupyter-widgets/jupyterlab-manager", "anywidget")


@pytest.fixture
def laid(course, folder):
    """Return a folder in which the course was laid out once."""
    lay_out(course, working_folder(folder, course))
    return folder.resolve()


@pytest.fixture
def prefix(tmp_path):
    """Return an environment with the front ends of the widgets."""
    for name in FRONT_ENDS:
        package = tmp_path / "env/share/jupyter/labextensions" / name / "package.json"
        package.parent.mkdir(parents=True)
        package.write_text("{}", encoding="utf-8")
    return tmp_path / "env"


def said(findings):
    return "\n".join(map(str, findings))


def test_where_nothing_is_broken_nothing_is_found(course, laid, prefix, monkeypatch):
    monkeypatch.setattr(webbrowser, "get", lambda: None)
    assert said(wrong_with_folder(course, laid)) == ""
    assert said(wrong_with_installation(course, prefix)) == ""
    assert said(wrong_with_machine()) == ""


def test_an_environment_of_this_very_test_shows_widgets(course):
    assert "Widgets" not in said(wrong_with_installation(course))


def test_a_kernel_that_is_not_ours(course, laid):
    content = json.loads((laid / EXERCISE).read_text(encoding="utf-8"))
    content["metadata"]["kernelspec"] = {"name": "conda-base", "display_name": "base"}
    (laid / EXERCISE).write_text(json.dumps(content), encoding="utf-8")
    found = said(wrong_with_folder(course, laid))
    assert f"{EXERCISE} runs in the kernel “conda-base”" in found
    assert "Change Kernel" in found


def test_a_notebook_outside_of_the_folder(course, tmp_path):
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    assert "No workshop is laid out" in said(wrong_with_folder(course, downloads))
    (downloads / "photo.ipynb").write_text(notebook("x"), encoding="utf-8")
    assert "photo.ipynb lies outside" in said(wrong_with_folder(course, downloads))


def test_an_old_copy_of_an_exercise(course, laid):
    (laid / EXERCISE).write_text(notebook("my answers"), encoding="utf-8")
    assert said(wrong_with_folder(course, laid)) == ""
    (course.root / EXERCISE).write_text(notebook("second version"), encoding="utf-8")
    lay_out(course, laid)
    assert "photo (updated).ipynb" in said(wrong_with_folder(course, laid))


def test_a_notebook_that_is_broken(course, laid):
    (laid / EXERCISE).write_text("{", encoding="utf-8")
    assert f"{EXERCISE} is no readable notebook" in said(wrong_with_folder(course, laid))


def test_solutions_that_are_missing(course, prefix):
    (course.root / "solutions/photo/photo.ipynb").unlink()
    assert "solutions of photo are not installed" in said(wrong_with_installation(course, prefix))


def test_a_notebook_that_is_missing_from_the_installation(course, prefix):
    (course.root / "course/welcome.ipynb").unlink()
    assert "lacks course/welcome.ipynb" in said(wrong_with_installation(course, prefix))


@pytest.mark.parametrize("name", FRONT_ENDS)
@pytest.mark.parametrize("how", [dict.fromkeys, list])
def test_widgets_that_are_not_shown_and_why(course, prefix, name, how):
    page = prefix / "etc/jupyter/labconfig/page_config.json"
    page.parent.mkdir(parents=True)
    off = how([name]) if how is list else {name: True}
    page.write_text(json.dumps({"disabledExtensions": off}), encoding="utf-8")
    assert f"jupyter labextension enable {name}" in said(wrong_with_installation(course, prefix))
    (prefix / "share/jupyter/labextensions" / name / "package.json").unlink()
    assert "is missing" in said(wrong_with_installation(course, prefix))


def test_a_package_that_is_missing(course, prefix, monkeypatch):
    monkeypatch.setattr(
        "weakties.workshop.doctor.installation.find_spec",
        lambda name: None if name == "anywidget" else name,
    )
    assert "lacks anywidget" in said(wrong_with_installation(course, prefix))


def test_a_port_that_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Port {port} is in use" in said(wrong_with_machine(port))


def test_a_machine_on_which_nothing_may_listen(monkeypatch):
    def refused():
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr("weakties.workshop.doctor.machine.free_port", refused)
    assert "Nothing can listen" in said(wrong_with_machine())


def test_a_machine_without_a_browser(monkeypatch):
    def none():
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert "No browser was found" in said(wrong_with_machine())


def test_files_that_may_not_be_written(course, laid, monkeypatch):
    def refused(**_options):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    monkeypatch.setattr(os, "access", lambda path, _mode: path.name != "photo.ipynb")
    found = said(wrong_with_folder(course, laid))
    assert "your progress is not kept" in found
    assert f"can't save {EXERCISE}" in found


def test_a_record_with_lines_that_do_not_count(course, laid):
    with Store(laid).path.open("a") as file:
        file.write('\n{broken\n{"v": 2, "at": "x", "what": "y"}')
    found = said(wrong_with_folder(course, laid))
    assert "1 line of" in found
    assert "Update weakties" in found


def test_a_pack_without_a_key_lacks_nothing(course, prefix):
    for path in (course.root / "solutions").rglob("*.ipynb"):
        path.unlink()
    assert "The solutions of" in said(wrong_with_installation(course, prefix))
    (course.root / "pack.toml").write_text('title = "Ours"\nedition = "open"\n', encoding="utf-8")
    assert said(wrong_with_installation(course, prefix)) == ""


def test_a_report_is_one_line_that_names_nobody(laid, monkeypatch):
    monkeypatch.setattr(webbrowser, "get", lambda: None)
    ran = CliRunner().invoke(app, ["doctor", str(laid), "--report"])
    last = ran.stdout.splitlines()[-1]
    assert re.match(r"weakties: (ready|\d+ found); \w+ .+; Python 3\.\d+\.\d+; weakties \d", last)
    for word in (str(laid), str(Path.home()), getpass.getuser() + "@", socket.gethostname()):
        assert word not in last


def test_a_package_that_is_missing_is_said(monkeypatch):
    def absent(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(line, "version", absent)
    assert "jupyterlab missing" in line.line_of(2)
    assert line.line_of(2).startswith("weakties: 2 found; ")
