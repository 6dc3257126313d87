"""A class: one course and one gradebook for who comes by a hub, a wheel, a stick, a platform and the mail.

It is handed out without the key, handed in, collected, graded, read, given back and exported, every mark
as reckoned. The small hub is started for real, and a hostile learner gets nothing there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("a-class")
WALK = Path(__file__).with_name("walk.py")
PATIENCE = 3600


def missing() -> str:
    """Return why a hub can not be started here, or nothing where it can."""
    if getattr(os, "geteuid", lambda: 1)() != 0:
        return "a hub makes accounts, and so needs root"
    lacks = [name for name in ("node", "npm", "useradd", "runuser") if not shutil.which(name)]
    return f"a hub needs {', '.join(lacks)}" if lacks else ""


# Where everything is to be tested, what a hub needs is to be there.
@pytest.mark.skipif(missing() != "" and os.environ.get("CI") != "true", reason=missing())
def test_a_class_on_five_ways_gets_the_marks_that_were_reckoned_and_nobody_has_the_key():
    walked = subprocess.run(
        [sys.executable, WALK, "--without-browsers"],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert "All of it was seen" in walked.stdout
