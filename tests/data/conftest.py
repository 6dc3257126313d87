"""Somebody who opens the course for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from weakties.progress import forget_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def nothing_was_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Work outside any learner's folder, in a session that remembers no attempt."""
    monkeypatch.chdir(tmp_path)
    forget_session()
    yield
    forget_session()
