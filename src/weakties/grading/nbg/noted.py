"""What was noted, and read before, in the graded notebook: an instructor sees it in the Formgrader."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from traitlets.utils.importstring import import_item

from weakties.grading.changes import side_by_side
from weakties.grading.nbg.release import grade_id_of
from weakties.grading.preprocessors import NOTES, OLDER, DropNotes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.grading.changes import Marked
    from weakties.grading.job import CellRun
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.intake import Taken

_TITLE = "**Noted while this was graded** (learners do not see this)"
_OLDER_TITLE = "**Changed since a person gave points for it** (learners do not see this)"


def notes_on(taken: Taken, name: str, checks: Mapping[str, CellRun]) -> list[str]:
    """Return what an instructor should know of a notebook, in sentences.

    Parameters
    ----------
    taken
        The submission.
    name
        The notebook.
    checks
        What its checks came to, by their names.
    """
    found = [
        f"{grade_id}: {doubt.text}."
        for (notebook, grade_id), doubt in taken.doubts.items()
        if notebook == name
    ]
    asked = [f"{grade_id}: {run.doubt}." for grade_id, run in checks.items() if run.doubt]
    return [*taken.notes, *found, *asked]


def with_notes(notebook: Any, notes: Sequence[str], desk: Desk) -> Any:
    """Return a graded notebook with what was noted in its first cell.

    Nothing is added where the settings would show that cell to learners.
    """
    if notes and _is_dropped(desk):
        listed = "\n".join(f"- {escape(note)}" for note in notes)
        cell = _cell(notebook, f"{_TITLE}\n\n{listed}", True)
        # A notebook of its own: by their numbers, cells are known by what they came to.
        return NotebookNode({**notebook, "cells": [cell, *notebook.cells]})
    return notebook


def with_older(notebook: Any, changed: Mapping[str, tuple[str, str]], desk: Desk) -> Any:
    """Return a graded notebook with what was read before, beside what stands there now.

    It comes right before the answer. Nothing is added where the settings would show it to learners.

    Parameters
    ----------
    notebook, desk
        The notebook, and the run.
    changed
        By the answer's name, the text that a person gave points for, and the one that is there now.
    """
    if not changed or not _is_dropped(desk):
        return notebook
    cells = []
    for cell in notebook.cells:
        if texts := changed.get(grade_id_of(cell)):
            cells.append(_cell(notebook, _beside(*texts), OLDER))
        cells.append(cell)
    return NotebookNode({**notebook, "cells": cells})


def _cell(notebook: Any, text: str, mark: bool | str) -> Any:
    cell = new_markdown_cell(text, metadata={NOTES: mark})
    if "id" not in (notebook.cells[0] if notebook.cells else {}):
        cell.pop("id", None)
    return cell


def _beside(old: str, new: str) -> str:
    before, after = side_by_side(old, new)
    return (
        f"{_OLDER_TITLE}\n\n<table><tr><th>What was read</th><th>What stands there now</th></tr>"
        f"<tr><td>{_marked(before, 'del')}</td><td>{_marked(after, 'ins')}</td></tr></table>"
    )


def _marked(pieces: Marked, tag: str) -> str:
    """Return a text as it was typed, without a blank line, which would end the table."""
    html = "".join(
        f"<{tag}>{escape(text)}</{tag}>" if differs else escape(text) for differs, text in pieces
    )
    for sign, shown in (("\r", ""), ("\n", "<br>"), ("$", "&#36;"), ("\\", "&#92;")):
        html = html.replace(sign, shown)
    return html


def _is_dropped(desk: Desk) -> bool:
    """Say whether feedback leaves the cell out, nbgrader's own command's included."""
    from nbgrader.converters import GenerateFeedback

    made = GenerateFeedback(coursedir=desk.room.directory, config=desk.room.config)
    kinds = [import_item(one) if isinstance(one, str) else one for one in made.preprocessors]
    return DropNotes in kinds
