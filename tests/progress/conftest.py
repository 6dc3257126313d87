"""A learner's own folder, and a session that remembers nothing of other tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from weakties.progress import forget_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a working folder; this process works in its exercises."""
    here = tmp_path / "exercises" / "photo"
    here.mkdir(parents=True)
    (tmp_path / ".weakties").mkdir()
    (tmp_path / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(here)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    forget_session()
    yield tmp_path
    forget_session()
