"""A tiny course with one question, its key and its hints, for checks to find."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from weakties.check import hints, key
from weakties.progress import forget_session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HINTS = 'demo-q1 = ["Look at the rows.", "Divide.", "Divide by all of them."]\n'


@pytest.fixture(autouse=True)
def no_help_given_yet() -> Iterator[None]:
    """Forget who asked for hints and who attempted what."""
    _forget()
    yield
    _forget()


@pytest.fixture
def with_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that puts the hidden part of demo-q1's check into ``solutions/``."""
    monkeypatch.setattr(key, "content_root", lambda: tmp_path)
    monkeypatch.setattr(hints, "content_root", lambda: tmp_path)
    hints_file = tmp_path / "course" / "demo" / "hints.toml"
    hints_file.parent.mkdir(parents=True)
    hints_file.write_text(HINTS, encoding="utf-8")

    def write(*lines: str) -> None:
        answer = "x = ...\n### BEGIN SOLUTION\nx = 1 / 4\n### END SOLUTION"
        hidden = [
            f"    {line}" for line in ("### BEGIN HIDDEN TESTS", *lines, "### END HIDDEN TESTS")
        ]
        check = "\n".join(['with question("demo-q1", points=2) as q:', *hidden, "q.verdict"])
        cells = [
            {"id": "demo-q1-answer", "source": answer.splitlines(keepends=True)},
            {"id": "demo-q1-check", "source": check},
        ]
        path = tmp_path / "solutions" / "demo" / "demo.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"cells": cells}), encoding="utf-8")

    return write


def _forget() -> None:
    forget_session()
    hints.hints_of.cache_clear()
