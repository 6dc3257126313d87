"""What a person has read stays read when it is graded again, unless it is another text now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.reading import Unreadable, notebook_at
from weakties.grading.nbg.release import grade_id_of
from weakties.grading.preprocessors import NOTES, OLDER
from weakties.grading.stamps.digest import digest_of
from weakties.grading.stamps.reading import Mark, Read, read_before, stays_read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.facts import CellFacts


def note_what_was_read(desk: Desk, learner: str) -> None:
    """Note in the ledger what a person has read of a submission, before it is graded again."""
    from nbgrader.api import MissingEntry

    try:
        submission = desk.book.find_submission(desk.room.assignment, learner)
    except MissingEntry:
        return
    place = desk.room.folder("autograded", learner)
    for notebook in submission.notebooks:
        graded = [grade for grade in notebook.grades if grade.manual_score is not None]
        if not graded:
            continue
        seen = _seen(desk, place / f"{notebook.name}.ipynb", notebook.name, graded)
        stamp = desk.ledger.stamps.get((learner, notebook.name))
        kept = stamp.read if stamp else {}
        found = {
            grade.name: read_before(
                Mark(grade.manual_score, bool(grade.needs_manual_grade)),
                seen.get(grade.name),
                kept.get(grade.name),
            )
            for grade in graded
        }
        desk.ledger.read[learner, notebook.name] = {
            name: read for name, read in found.items() if read
        }


def settle_what_stays_read(desk: Desk, learner: str, folder: Path) -> None:
    """Let what was read and is unchanged wait no longer; what changed waits, with the older text.

    Parameters
    ----------
    desk, learner
        The run, and whose work.
    folder
        Where the notebooks lie that were graded now.
    """
    for notebook in desk.book.find_submission(desk.room.assignment, learner).notebooks:
        by_hand = [grade for grade in notebook.grades if grade.manual_score is not None]
        path = folder / f"{notebook.name}.ipynb"
        if not by_hand or notebook.name not in desk.chosen or not path.is_file():
            continue
        read = desk.ledger.read.get((learner, notebook.name), {})
        now = _seen(desk, path, notebook.name, by_hand)
        for grade in by_hand:
            before, there = read.get(grade.name), now.get(grade.name)
            if there is not None and stays_read(before, there):
                grade.needs_manual_grade = False
            elif there is not None and before is not None and before.text != there.text:
                desk.ledger.changed[learner, notebook.name, grade.name] = (before.text, there.text)


def _seen(desk: Desk, path: Path, name: str, grades: list[Any]) -> dict[str, Read]:
    """Return what a graded notebook shows a person, by graded cell."""
    try:
        notebook = notebook_at(path)
    except Unreadable:
        return {}
    facts = desk.facts[name].cells
    # What was read before may stand beside what there is now; it has no part in that.
    whole = digest_of(cell.source for cell in notebook.cells if not _is_older(cell))
    cells = {grade_id_of(cell): cell for cell in notebook.cells}
    return {
        grade.name: _read(facts[grade.name], cells[grade.name], whole, grade.auto_score)
        for grade in grades
        if grade.name in cells and grade.name in facts
    }


def _is_older(cell: Any) -> bool:
    return bool(cell.cell_type == "markdown" and cell.metadata.get(NOTES) == OLDER)


def _read(facts: CellFacts, cell: Any, whole: str, auto: float | None) -> Read:
    metadata: Mapping[str, Any] = cell.metadata["nbgrader"]
    most = float(metadata.get("points") or 0.0)
    if facts.solution and facts.cell_type == "markdown":
        return Read(digest_of([cell.source]), most, auto, cell.source)
    return Read(whole, most, auto)
