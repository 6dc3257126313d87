"""The server's command and environment: this machine only, quiet, and in this Python."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys

import pytest

from weakties.workshop import WorkshopError, free_port, refuse_taken_port, running_lab, server
from weakties.workshop.browser import opened_browser
from weakties.workshop.server import Lab, lab_command, lab_environment

FOREIGN_KERNEL = {
    "argv": ["/usr/bin/some-other-python", "-f", "{connection_file}"],
    "display_name": "Foreign",
    "language": "python",
}


@pytest.fixture
def private(folder):
    """Return the folder's private part, made."""
    (folder / ".weakties").mkdir(parents=True)
    return folder / ".weakties"


def test_the_server_runs_in_this_python_and_listens_to_this_machine_only(folder):
    command = lab_command(folder, 4321)
    assert command[0] == sys.executable
    assert "--ServerApp.ip=127.0.0.1" in command
    assert f"--ServerApp.root_dir={folder}" in command


def test_the_token_travels_in_the_environment():
    assert lab_environment({}, "a-token")["JUPYTER_TOKEN"] == "a-token"  # noqa: S105


def test_the_learners_own_settings_stay_behind_ours():
    inherited = {"JUPYTER_CONFIG_PATH": "/mine", "JUPYTER_PATH": "/data", "HOME": "/home/me"}
    environment = lab_environment(inherited, "a-token")
    assert environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)[1:] == ["/mine"]
    assert environment["JUPYTER_PATH"].split(os.pathsep)[1:] == ["/data"]
    assert environment["HOME"] == "/home/me"


def test_the_address_opens_the_welcome_in_a_clean_workspace(folder):
    lab = Lab(None, 4321, "a-token", folder)
    expected = "http://127.0.0.1:4321/lab/tree/course/welcome.ipynb?reset&token=a-token"
    assert lab.address == expected


def test_a_foreign_python3_kernel_of_the_learner_does_not_hide_ours(tmp_path):
    foreign = tmp_path / "kernels" / "python3"
    foreign.mkdir(parents=True)
    (foreign / "kernel.json").write_text(json.dumps(FOREIGN_KERNEL), encoding="utf-8")
    inherited = {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path), "JUPYTER_PREFER_ENV_PATH": "0"}
    script = (
        "from jupyter_client.manager import KernelManager;"
        "print(KernelManager(kernel_name='python3').format_kernel_cmd()[0])"
    )
    started = subprocess.run(
        [sys.executable, "-c", script],
        env=lab_environment(inherited, "a-token"),
        check=True,
        capture_output=True,
        text=True,
    )
    assert started.stdout.strip() == sys.executable


def test_a_free_port_can_be_listened_on():
    refuse_taken_port(free_port())


def test_a_taken_port_is_refused_with_the_next_step():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WorkshopError, match=rf"Port {port} is in use.*--port {port + 1}"):
            refuse_taken_port(port)


def test_a_port_of_the_system_is_refused_with_the_next_step(monkeypatch):
    def refused(*_):
        raise PermissionError

    monkeypatch.setattr(socket.socket, "bind", refused)
    with pytest.raises(WorkshopError, match="Choose one above 1023"):
        refuse_taken_port(80)


def test_a_server_that_does_not_start_is_quoted(folder, monkeypatch):
    script = "print('a lot'); print('No space left on device'); raise SystemExit(1)"
    monkeypatch.setattr(server, "lab_command", lambda *_: [sys.executable, "-c", script])
    with (
        pytest.raises(WorkshopError, match=r"did not start.*No space left on device\n.*whole log"),
        running_lab(folder, free_port()),
    ):
        pass


def test_a_server_that_never_answers_is_ended(folder, monkeypatch):
    monkeypatch.setattr(server, "_STARTS_WITHIN", 0.2)
    monkeypatch.setattr(
        server, "lab_command", lambda *_: [sys.executable, "-c", "import time; time.sleep(60)"]
    )
    with (
        pytest.raises(WorkshopError, match="took too long to start"),
        running_lab(folder, free_port()),
    ):
        pass


def test_the_browser_is_led_on_by_a_private_page_that_is_gone_afterwards(
    folder, private, monkeypatch
):
    asked = []
    monkeypatch.setattr("webbrowser.open", asked.append)
    page = private / "open.html"
    with opened_browser("http://127.0.0.1:1/?reset&token=a-token", folder):
        assert "url=http://127.0.0.1:1/?reset&amp;token=a-token" in page.read_text(encoding="utf-8")
        assert os.name == "nt" or page.stat().st_mode & 0o077 == 0
    assert asked == [page.as_uri()]
    assert not page.exists()
