"""What of an instructor's environment a zygote is started with."""

from __future__ import annotations

import os
from pathlib import Path

import weakties
from weakties.grading.zygote.client import _clean_environment


def test_of_pythons_path_only_the_weakties_that_runs_is_kept(monkeypatch):
    own = str(Path(weakties.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["/elsewhere", own]))
    assert _clean_environment("/home")["PYTHONPATH"] == own
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert "PYTHONPATH" not in _clean_environment("/home")
