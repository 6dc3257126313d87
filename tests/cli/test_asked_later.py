"""Four weeks after a decision ``weakties start`` asks in a terminal, once, what came of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest

from weakties.course import load_course
from weakties.progress import Store

pty = pytest.importorskip("pty", reason="a terminal of one's own needs a Unix")

LESSON = load_course().unit("photo").lesson
# The whole of `weakties start`, but for the server, which would outlive the question.
START = """
from contextlib import contextmanager
from weakties import workshop
from weakties.cli import main

class Lab:
    address = "http://127.0.0.1/"
    address_of = lambda self, path, fragment="": self.address
    wait = lambda self: None

@contextmanager
def running_lab(folder, port):
    yield Lab()

workshop.running_lab = running_lab
main()
"""


class Terminal:
    """A terminal in which somebody types what they are asked for."""

    def __init__(self, folder, *options):
        self.ours, theirs = pty.openpty()
        self.said = ""
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, "start", folder, "--no-browser", *options],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)

    def reads(self, until=None):
        """Read up to some words, or to the end; return all that was said."""
        while until is None or until not in self.said:
            try:
                more = os.read(self.ours, 4096)
            except OSError:  # how Linux says that nobody is there any more
                break
            if not more:
                break
            self.said += more.decode(errors="replace")
        return self.said

    def types(self, words):
        os.write(self.ours, f"{words}\n".encode())

    def ends(self):
        said = self.reads()
        os.close(self.ours)
        assert self.process.wait() == 0, said
        return said


@pytest.fixture
def folder(tmp_path):
    """A learner's folder in which a decision was typed five weeks ago."""
    folder = tmp_path / "work"
    Terminal(folder).ends()
    lesson = folder / LESSON
    lesson.write_text(
        lesson.read_text("utf-8").replace('on_monday = \\"...', 'on_monday = \\"I pick two.')
    )
    then = time.time() - 35 * 86400
    os.utime(lesson, (then, then))
    return folder


def test_it_is_asked_once_and_what_came_of_it_is_kept(folder):
    terminal = Terminal(folder)
    said = terminal.reads(until="What came of it? (Enter to pass)")
    assert "you decided, at Which photo?: I pick two." in said
    terminal.types("The bank smiled.")
    assert "The workshop is at" in terminal.ends()
    assert Store(folder).read().came_of_it == {"photo": "The bank smiled."}
    assert "What came of it" not in Terminal(folder).ends()


def test_who_wants_no_questions_is_never_asked(folder):
    assert "What came of it" not in Terminal(folder, "--no-questions").ends()
    assert "What came of it" not in Terminal(folder).ends()
    kept = (folder / ".weakties" / "progress.jsonl").read_text("utf-8").split("\n")
    assert [json.loads(line)["what"] for line in kept if line] == ["no questions"]
