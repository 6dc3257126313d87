"""A command that a test stops with Ctrl+C hears of it, however the tests were begun."""

from __future__ import annotations

import signal
import subprocess
import sys

HEARS = "import signal; print(signal.getsignal(signal.SIGINT) is not signal.SIG_IGN)"


def said() -> str:
    """Return whether a command that is started now hears of Ctrl+C."""
    return subprocess.run(
        [sys.executable, "-c", HEARS], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_a_command_hears_of_it():
    assert said() == "True"


def test_what_ignores_it_would_be_seen():
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert said() == "False"
    finally:
        signal.signal(signal.SIGINT, handler)
