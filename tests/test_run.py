"""``run.py``: what it says and does when something is missing. Nothing is installed here."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[1]
ENVIRONMENT, DOWNLOAD, SYNC, PIP, ITSELF = "venv", "--no-deps -r", "sync", "hashes -r", "-e"
PINNED = re.compile(r"(?m)^(\S+==\S+).*\n((?: +--hash.*\n)+)")


class Machine:
    """Stands in for every command: notes it, and fails where it is told to."""

    def __init__(self):
        self.commands = []
        self.fails = set()

    def call(self, command, **_):
        line = " ".join(map(str, command))
        self.commands.append(line)
        interrupted = KeyboardInterrupt in self.fails
        if interrupted and "sync" in line:
            raise KeyboardInterrupt
        return int(any(isinstance(part, str) and part in line for part in self.fails))

    def start(self, command, cwd=None):
        status = self.call(command)
        self.cwd = cwd
        return SimpleNamespace(wait=lambda: status, terminate=lambda: None)

    def installs(self):
        return sum("sync" in line for line in self.commands)


@pytest.fixture
def machine(monkeypatch):
    """Return a machine on which every command succeeds."""
    machine = Machine()
    monkeypatch.setattr("subprocess.call", machine.call)
    monkeypatch.setattr("subprocess.Popen", machine.start)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    return machine


@pytest.fixture
def run(tmp_path):
    """Return run.py as a module, copied to a folder of its own with a small lock."""
    shutil.copy(ROOT / "run.py", tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    lock = "# made by hand\nuv==1 \\\n    --hash=sha256:aa\nuvloop==2 \\\n    --hash=sha256:bb\n"
    (tmp_path / "requirements.lock").write_text(lock, encoding="utf-8")
    (tmp_path / "requirements-start.lock").write_text("# less\n", encoding="utf-8")
    spec = importlib.util.spec_from_file_location("run", tmp_path / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """Take back what run.py changes in this process's environment."""
    monkeypatch.setenv("WEAKTIES_COMMAND", "")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")


@pytest.mark.usefixtures("machine")
def test_what_it_starts_knows_how_it_was_called(run, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["../clone of mine/run.py", "mirror"])
    run.main(["mirror"])
    assert os.environ["WEAKTIES_COMMAND"].endswith(" '../clone of mine/run.py'")


def says(run, *arguments):
    with pytest.raises(SystemExit) as stopped:
        run.main(list(arguments))
    assert isinstance(stopped.value.code, str)
    return stopped.value.code


def test_without_a_word_it_names_the_two_commands_and_installs_nothing(run, machine, capsys):
    assert run.main([]) == 0
    said = capsys.readouterr().out
    assert "python3 run.py start" in said
    assert "python3 run.py test" in said
    assert machine.commands == []


def test_an_old_python_is_named_with_the_next_step(run, machine, monkeypatch):
    monkeypatch.setattr(run, "sys", SimpleNamespace(version_info=(3, 10, 4), exit=sys.exit))
    said = says(run, "start")
    assert "needs Python 3.11 or newer, and this is Python 3.10." in said
    assert "python3.12 run.py start" in said
    assert machine.commands == []


def test_a_first_run_sets_up_and_starts_with_every_further_word(run, machine):
    assert run.main(["start", "here", "--port", "4321"]) == 0
    steps = [ENVIRONMENT, DOWNLOAD, SYNC, ITSELF, "compileall", "start here --port 4321"]
    assert all(step in line for step, line in zip(steps, machine.commands, strict=True))


def test_a_second_run_starts_at_once(run, machine):
    run.main(["start"])
    machine.commands.clear()
    run.main(["start"])
    assert len(machine.commands) == 1


def test_uv_alone_is_installed_first_with_its_hashes(run):
    assert run.locked("uv") == "uv==1 \\\n    --hash=sha256:aa\n"


def test_a_venv_of_somebody_else_is_left_alone(run, machine):
    venv = Path(run.VENV)
    venv.mkdir()
    (venv / "precious").touch()
    said = says(run, "start")
    assert "a .venv here that run.py did not make" in said
    assert f"Move or delete it ({venv})" in said
    assert (venv / "precious").exists()
    assert machine.commands == []


@pytest.mark.parametrize("step", [ENVIRONMENT, DOWNLOAD, ITSELF, KeyboardInterrupt])
def test_a_set_up_that_broke_off_is_made_afresh(run, machine, capsys, step):
    machine.fails = {step}
    with pytest.raises((SystemExit, KeyboardInterrupt)):
        run.main(["start"])
    (Path(run.VENV) / "rubbish").touch()
    machine.fails.clear()
    assert run.main(["start"]) == 0
    assert "An earlier set-up was interrupted; starting it afresh." in capsys.readouterr().out
    assert not (Path(run.VENV) / "rubbish").exists()


def test_a_python_without_venv_is_a_sentence(run, machine):
    machine.fails = {ENVIRONMENT}
    assert "sudo apt install python3-venv" in says(run, "start")


@pytest.mark.parametrize("steps", [{DOWNLOAD}, {SYNC, PIP}])
def test_without_a_network_it_says_what_to_check(run, machine, steps):
    machine.fails = steps
    said = says(run, "start")
    assert "could not be" in said
    assert "Check that this machine is online" in said


def test_where_uv_fails_pip_installs_the_same_lock(run, machine):
    machine.fails = {SYNC}
    assert run.main(["start"]) == 0
    assert any("-m pip" in line and line.endswith(run.START_LOCK) for line in machine.commands)


def synced(run, machine):
    """Return which locks were installed, in turn."""
    syncs = [line for line in machine.commands if "sync" in line]
    return ["all" if line.endswith(run.LOCK) else "start" for line in syncs]


@pytest.mark.parametrize("word", ["start", "hand-in", "mirror", "--version"])
def test_a_learners_word_installs_what_learners_need(run, machine, word):
    run.main([word])
    assert synced(run, machine) == ["start"]


@pytest.mark.parametrize("word", ["test", "author", "grade", "site", "teach"])
def test_a_word_that_needs_the_rest_installs_it_once_and_start_lets_it_be(run, machine, word):
    for each in ("start", word, "start", word):
        run.main([each])
    assert synced(run, machine) == ["start", "all"]
    assert sum(ENVIRONMENT in line.split() for line in machine.commands) == 1


def test_what_start_installs_is_a_part_of_all_with_the_same_hashes():
    small, whole = (
        set(PINNED.findall((ROOT / name).read_text(encoding="utf-8")))
        for name in ("requirements-start.lock", "requirements.lock")
    )
    assert len(small) > 50
    assert small < whole
    assert {"nbgrader", "pytest", "uv"}.isdisjoint(pin.partition("==")[0] for pin, _ in small)


def test_another_lock_updates_the_environment_that_is_there(run, machine):
    run.main(["start"])
    (Path(run.VENV) / "kept").touch()
    Path(run.START_LOCK).write_text("uv==2 --hash=sha256:cc\n", encoding="utf-8")
    run.main(["start"])
    assert machine.installs() == 2
    assert (Path(run.VENV) / "kept").exists()


def test_another_python_makes_a_new_environment(run, machine, monkeypatch):
    run.main(["start"])
    (Path(run.VENV) / "of the old Python").touch()
    newer = SimpleNamespace(
        version_info=(3, 13), version="3.13", executable="python", argv=["run.py"], exit=sys.exit
    )
    monkeypatch.setattr(run, "sys", newer)
    run.main(["start"])
    assert machine.installs() == 2
    assert not (Path(run.VENV) / "of the old Python").exists()


def test_the_tests_begin_with_a_browser_and_run_in_the_project(run, machine):
    run.main(["test", "-k", "wheel"])
    browser, pytest_ = machine.commands[-2:]
    assert browser.endswith("install.py")
    spread = "-n 3 --dist loadgroup --no-loadscope-reorder --max-worker-restart 0"
    assert pytest_.endswith(f"-m pytest {spread} --reruns 1 -rfER -k wheel")
    assert machine.cwd == run.ROOT


def test_a_test_that_hangs_ends_the_run_and_says_where(run, machine, tmp_path, monkeypatch):
    run.main(["test"])
    _, options = machine.commands[-1].split(" -m pytest ")
    monkeypatch.undo()
    hangs = "import time\n\ndef test_it_waits():\n    time.sleep(100)\n\ndef test_it_ends():\n    pass\n"
    (tmp_path / "test_two.py").write_text(hangs, encoding="utf-8")
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ends = ours["tool"]["pytest"]["ini_options"]["faulthandler_exit_on_timeout"]
    soon = ["-o", "faulthandler_timeout=1", "-o", f"faulthandler_exit_on_timeout={ends}"]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *options.replace("-n 3", "-n 1").split(), *soon],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert ended.returncode == 1, ended.stdout
    assert "crashed while running 'test_two.py::test_it_waits'" in ended.stdout
    assert "in test_it_waits" in ended.stderr


@pytest.mark.usefixtures("machine")
def test_the_tests_keep_what_they_compile_and_no_other_command_is_told_to(run):
    run.main(["start"])
    assert os.environ["PYTHONDONTWRITEBYTECODE"] == "1"
    run.main(["test"])
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


def test_without_a_browser_the_tests_do_not_run(run, machine):
    machine.fails = {"install.py"}
    assert run.main(["test"]) == 1
    assert "-m pytest" not in machine.commands[-1]


def test_a_failing_command_gives_its_exit_code(run, machine):
    machine.fails = {"weakties start"}
    assert run.main(["start"]) == 1
