"""A new gradebook gets the version that nbgrader itself would write into it."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from weakties.grading.nbg.schema import newest_schema_version, schema_version_known


def test_the_version_is_the_one_that_alembics_command_tells_nbgrader(monkeypatch):
    from nbgrader.api import get_alembic_version

    scripts = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", os.pathsep.join([scripts, os.environ["PATH"]]))
    assert newest_schema_version() == get_alembic_version() != ""


def test_a_gradebook_is_made_without_any_command_on_the_path(tmp_path, monkeypatch):
    from nbgrader import api
    from nbgrader.api import Gradebook

    def started_alembic():
        raise AssertionError

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(api, "get_alembic_version", started_alembic)
    with schema_version_known():
        Gradebook(f"sqlite:///{tmp_path}/new.db").close()
    with sqlite3.connect(tmp_path / "new.db") as database:
        kept = database.execute("SELECT version_num FROM alembic_version").fetchone()
    database.close()
    assert kept == (newest_schema_version(),)
    with pytest.raises(AssertionError):
        Gradebook(f"sqlite:///{tmp_path}/other.db")
