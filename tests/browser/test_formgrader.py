"""The Formgrader's Autograde button, clicked: it grades, and a learner's code gets nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import expect

from browser.server import PRIVATE
from grading.small import answer, small_course
from weakties.workshop import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

OUR_SETTINGS = """
from weakties.grading.settings import nbgrader_settings
c.merge(nbgrader_settings())
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "release"
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_course(tmp_path_factory.mktemp("formgrader") / "course", config=OUR_SETTINGS)
    writes = f"x = 3\nopen({str(root / 'owned')!r}, 'w').write('owned')"
    answer(root, "ann", x=writes)
    answer(root, "bo").write_text("{", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def formgrader(course: Path) -> Iterator[str]:
    """Start the instructor's server on the course; yield the address of its submissions."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    private = {name: str(course.parent / name) for name in PRIVATE}
    scripts = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    options = [f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--allow-root"]
    with (course.parent / "lab.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyter", "lab", "--no-browser", *options],
            cwd=course,
            env={**os.environ, **private, "PATH": scripts, "JUPYTER_TOKEN": "desk"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(f"{url}/api", server)
        yield f"{url}/formgrader/manage_submissions/ps1"
    finally:
        server.terminate()
        server.wait(timeout=120)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None
        try:
            with urllib.request.urlopen(url, timeout=10):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not start")


def clicked(page: Page, address: str, learner: str) -> str:
    """Click a learner's Autograde button and return what the Formgrader says then."""
    page.set_extra_http_headers({"Authorization": "token desk"})
    page.goto(address)
    row = page.get_by_role("row").filter(has_text=learner)
    row.locator(".autograde a").click()
    dialog = page.locator(".modal-dialog")
    expect(dialog).to_be_visible(timeout=60_000)
    return dialog.inner_text()


def test_the_button_grades_and_a_learners_code_writes_nothing(
    course: Path, formgrader: str, page: Page
):
    said = clicked(page, formgrader, "ann")
    assert "Success" in said
    assert "1 graded" in said
    assert not (course / "owned").exists()
    assert (course / ".weakties" / "findings" / "ps1" / "ann.json").is_file()
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        assert book.find_submission("ps1", "ann").score == 3


def test_the_button_says_why_a_submission_was_not_graded(formgrader: str, page: Page):
    said = clicked(page, formgrader, "bo")
    assert "There was an error" in said
    assert "bo was not graded. ps1.ipynb is no JSON" in said
