"""The run's own folder in the course: where submissions lie while they are graded, and what was found."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from weakties.grading.nbg.course import NotACourse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.grading.result import Result

FOLDER = ".weakties"
_LONGEST_NAME = 240


@contextmanager
def run_folder(root: Path) -> Iterator[Path]:
    """Lend a folder in the course to one run, and to no other at the same time.

    What an interrupted run left in it is removed: nothing there was saved yet.

    Raises
    ------
    NotACourse
        If another run is grading this course.
    """
    place = root / FOLDER
    place.mkdir(mode=0o700, exist_ok=True)
    lock = FileLock(place / "lock", blocking=False)
    with ExitStack() as held:
        try:
            held.enter_context(lock)
        except Timeout:
            raise NotACourse(f"Another run is grading in {root}. Wait until it ends.") from None
        run = place / "run"
        shutil.rmtree(run, ignore_errors=True)
        run.mkdir()
        try:
            yield run
        finally:
            shutil.rmtree(run, ignore_errors=True)


def findings_path(root: Path, assignment: str, learner: str) -> Path:
    """Return where the findings of a submission are kept."""
    raw = os.fsencode(learner)
    name = learner if len(raw) < _LONGEST_NAME else hashlib.sha256(raw).hexdigest()
    return root / FOLDER / "findings" / assignment / f"{name}.json"


def keep_findings(root: Path, result: Result) -> None:
    """Keep what was found of a submission, as one JSON file that appears whole or not at all."""
    path = findings_path(root, result.assignment, result.learner)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(result.as_json(), indent=1), encoding="utf-8")
    os.replace(part, path)  # noqa: PTH105 - the one call that replaces in one step
