"""The run's own folder in the course: where submissions lie while they are graded, and what was found."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from weakties.grading.nbg.course import NotACourse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from weakties.grading.nbg.trial import Remark
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
    """Keep what was found of a submission, as one JSON file that appears whole or not at all.

    What the runs before came to stays, a line for each.
    """
    _keep(findings_path(root, result.assignment, result.learner), result.as_json())
    _keep_history(root, result)


def history_path(root: Path, assignment: str, learner: str) -> Path:
    """Return where it is kept what earlier runs came to, one line of JSON for each."""
    named = findings_path(root, assignment, learner)
    return root / FOLDER / "history" / assignment / f"{named.stem}.jsonl"


def history_of(root: Path, assignment: str, learner: str) -> list[dict[str, Any]]:
    """Return what the runs came to that graded somebody's work, the last one last.

    A line that can't be read is left out.
    """
    found = []
    with suppress(OSError):
        for line in history_path(root, assignment, learner).read_text("utf-8").splitlines():
            with suppress(ValueError):
                found.append(json.loads(line))
    return [one for one in found if isinstance(one, dict)]


def _keep_history(root: Path, result: Result) -> None:
    """Add a line on a run, unless it came to the same as the one before."""
    came_to: dict[str, Any] = {
        "state": str(result.state),
        "reason": result.reason,
        "points": result.score,
        "questions": {f"{one.notebook}/{one.grade_id}": one.points for one in result.questions},
    }
    before = history_of(root, result.assignment, result.learner)
    if before and {key: before[-1].get(key) for key in came_to} == came_to:
        return
    when = datetime.now(UTC).isoformat(timespec="seconds")
    path = history_path(root, result.assignment, result.learner)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"when": when, **came_to}) + "\n")


def remarks_path(root: Path, assignment: str) -> Path:
    """Return where it is kept what the last trial of an assignment said of its checks."""
    return root / FOLDER / "remarks" / f"{assignment}.json"


def keep_remarks(root: Path, assignment: str, remarks: Iterable[Remark]) -> None:
    """Keep what the trial of an assignment said of its checks."""
    _keep(remarks_path(root, assignment), [remark.as_json() for remark in remarks])


def _keep(path: Path, values: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(values), encoding="utf-8")
    os.replace(part, path)  # noqa: PTH105 - the one call that replaces in one step
