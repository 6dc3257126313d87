"""A command that learners' installations lack a package for: a sentence, and what to type."""

from __future__ import annotations

import pytest

from weakties import cli
from weakties.cli import extra


def test_in_a_clone_run_py_installs_the_rest():
    said = extra.how_to_get("nbgrader.api")
    assert "nbgrader is not installed" in said
    assert said.endswith("run.py teach --help")


def test_elsewhere_pip_installs_the_rest(monkeypatch, tmp_path):
    monkeypatch.setattr(extra, "content_root", lambda: tmp_path)
    assert 'pip install "weakties[teach]"' in extra.how_to_get("segno")


@pytest.mark.parametrize(
    ("missing", "ends_with"), [("nbgrader", SystemExit), ("pandas", ImportError)]
)
def test_only_what_teaching_needs_is_told_so(monkeypatch, capsys, missing, ends_with):
    def lacks(**_):
        raise ModuleNotFoundError(name=missing)

    monkeypatch.setattr(cli, "app", lacks)
    monkeypatch.setattr(cli.atexit, "register", lambda *_: None)
    with pytest.raises(ends_with):
        cli.main()
    assert ("only instructors and authors" in capsys.readouterr().err) == (ends_with is SystemExit)
