"""Somebody who opens the course for the first time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from weakties.progress import forget_session

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


# First of all, for the suite's own hook puts groups in their order.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of an edition on one worker: growing its world takes longer than most of them."""
    for item in items:
        edition = getattr(item, "callspec", None) and item.callspec.params.get("edition")
        if edition and HERE in item.path.parents and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(f"edition {edition}"))


@pytest.fixture
def nothing_was_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Work outside any learner's folder, in a session that remembers no attempt."""
    monkeypatch.chdir(tmp_path)
    forget_session()
    yield
    forget_session()
