"""What differs on other systems, emulated: no fork, no POSIX modules, and a folder with every sign in its name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ONLY_POSIX = ("fcntl", "grp", "pwd", "resource", "termios", "pty", "readline")
WITHOUT = f"""
import os, sys
sys.modules.update(dict.fromkeys({ONLY_POSIX!r}))
del os.fork
for name in ("getuid", "geteuid", "setsid", "killpg"):
    delattr(os, name)
"""
A_LEARNERS_DAY = """
from pathlib import Path
from typer.testing import CliRunner
from weakties.cli import app
from weakties.course import load_course
from weakties.workshop import lay_out, working_folder
course, here = load_course(), Path.cwd()
folder = working_folder(here, course)
assert not lay_out(course, folder).kept
exercise = folder / "exercises" / "photo" / "photo.ipynb"
for words in (
    ["progress", str(folder)],
    ["doctor", str(folder), "--report"],
    ["hand-in", "photo", str(exercise), "--no-run", "--out", str(here)],
    ["again", "photo", str(folder)],
    ["certificate", str(folder)],
):
    ran = CliRunner().invoke(app, words)
    assert not ran.exception or isinstance(ran.exception, SystemExit), (words, ran.exception)
    print(words[0], ran.exit_code)
print(*sorted(path.name for path in here.glob("*.zip")))
"""


def test_a_learners_day_needs_nothing_that_only_posix_has(tmp_path):
    place = tmp_path / "my folder\\é 我 'quoted'"
    place.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT + A_LEARNERS_DAY],
        cwd=place,
        env={**os.environ, "USERNAME": "ada", "PYTHONIOENCODING": "cp1252:replace"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    said = dict(line.split() for line in ran.stdout.splitlines()[:-1])
    assert said["progress"] == said["hand-in"] == said["again"] == "0"
    assert ran.stdout.splitlines()[-1].startswith("photo-hand-in-")
