"""Python for the browser is what was meant, or is not taken."""

from __future__ import annotations

import pytest

from weakties.authoring.site import pyodide
from weakties.authoring.site.pyodide import CORE, core
from weakties.course import CourseError


def test_a_copy_in_a_folder_is_taken(tmp_path):
    for name in CORE:
        (tmp_path / name).write_text(name, "utf-8")
    assert core(tmp_path / "cache", str(tmp_path)) == {name: name.encode() for name in CORE}


def test_a_folder_that_holds_no_copy_is_named(tmp_path):
    with pytest.raises(CourseError, match=r"no copy of Pyodide: there is no pyodide\.js"):
        core(tmp_path / "cache", str(tmp_path))


def test_a_package_with_another_digest_is_refused_and_not_kept(tmp_path):
    (tmp_path / "pyodide.tgz").write_bytes(b"something else")
    with pytest.raises(CourseError, match="something else"):
        core(tmp_path)
    assert not (tmp_path / "pyodide.tgz").exists()


def test_without_npm_one_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(pyodide.shutil, "which", lambda _name: None)
    with pytest.raises(CourseError, match="--pyodide DIR, or build a site to read with --no-play"):
        core(tmp_path)
