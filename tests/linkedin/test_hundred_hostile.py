"""A hundred hostile files, opened by one process that may take neither much memory nor much time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from linkedin.hostile import opened, refused
from weakties.cli.printed import harmless

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is limited as Linux does it"
)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    expected = {}
    for what, files in (("refused", refused()), ("read", opened())):
        for name, content in files.items():
            (folder / name).write_bytes(content)
            expected[name] = what
    run = subprocess.run(
        [sys.executable, "-m", "linkedin.hostile", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path]),
            "OPENBLAS_NUM_THREADS": "1",
        },
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0, (lines[-1:], run.stderr[-2000:])
    return expected, {name: (what, said) for name, what, said in lines}


def test_there_are_a_hundred_and_each_is_refused_or_read_as_it_should_be(found):
    expected, opened_as = found

    assert len(expected) >= 100
    assert {
        name: opened_as[name] for name, what in expected.items() if opened_as[name][0] != what
    } == {}


def test_what_is_said_of_each_steers_no_terminal(found):
    _, opened_as = found

    assert [name for name, (_, said) in opened_as.items() if harmless(said) != said] == []


def test_the_process_was_limited(found):
    _, opened_as = found

    assert opened_as["the limit"] == ("holds", "")
