"""``weakties start`` in a fresh folder, as a learner meets it."""

from __future__ import annotations

import re
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.notebook import Notebook
from browser.server import expose_app
from workshop.started import started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from subprocess import Popen

START = [sys.executable, "-m", "weakties", "start", "work"]
OPEN_PATH = "window.jupyterapp.shell.currentWidget.context.path"
NBGRADER = "window.jupyterapp.commands.listCommands().filter(name => /nbgrader/i.test(name))"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a new home, in which the learner's own settings let a test look inside."""
    expose_app(tmp_path / "home" / ".jupyter")
    return tmp_path / "home"


@pytest.fixture
def workshop(tmp_path: Path, home: Path) -> Iterator[tuple[Popen[str], str]]:
    """Start the workshop; yield its process and the address that it names."""
    with started(START, tmp_path, home) as process_and_address:
        yield process_and_address


def test_it_opens_the_welcome_without_news_and_without_what_is_for_instructors(workshop, page):
    _, address = workshop
    page.goto(address)
    Notebook(page).wait()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(OPEN_PATH) == "course/welcome.ipynb"
    assert page.evaluate(NBGRADER) == []
    expect(page.get_by_role("menuitem", name=re.compile("nbgrader", re.IGNORECASE))).to_have_count(
        0
    )
    expect(page.locator(".Toastify__toast")).to_have_count(0)
    expect(page.get_by_role("tab", name="welcome.ipynb")).to_have_count(1)


def test_ctrl_c_ends_server_and_kernel(workshop, page, tmp_path, home):
    process, address = workshop
    page.goto(address)
    Notebook(page).wait()
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert f"Your work is safe in {tmp_path / 'work'}" in said
    assert list(home.rglob("kernel-*.json")) == []
