"""Warming up: what a check puts off until its first use is done before any submission."""

from __future__ import annotations

import subprocess
import sys

WARMED = """
from weakties.course import load_course
from weakties.grading.shell.shell import Shell
from weakties.grading.zygote.warm import warm_up

shell = Shell()
before = load_course.cache_info().currsize
warm_up(shell)
left = {"question", "q", "rows", "pd", "np"} & set(shell.names)
print(before, load_course.cache_info().currsize, sorted(left))
"""


def test_the_table_of_contents_is_read_before_any_check_and_no_name_is_left():
    ran = subprocess.run(
        [sys.executable, "-c", WARMED], capture_output=True, text=True, check=True, timeout=120
    )
    assert ran.stdout == "0 1 []\n"
