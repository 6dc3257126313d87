"""What was noted of a submission, in the graded notebook: there an instructor reads it in the Formgrader."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from traitlets.utils.importstring import import_item

from weakties.grading.preprocessors import NOTES, DropNotes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.grading.job import CellRun
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.intake import Taken

_TITLE = "**Noted while this was graded** (learners do not see this)"


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
        cell = new_markdown_cell(f"{_TITLE}\n\n{listed}", metadata={NOTES: True})
        if "id" not in (notebook.cells[0] if notebook.cells else {}):
            cell.pop("id", None)
        # A notebook of its own: by their numbers, cells are known by what they came to.
        return NotebookNode({**notebook, "cells": [cell, *notebook.cells]})
    return notebook


def _is_dropped(desk: Desk) -> bool:
    """Say whether feedback leaves the cell out, nbgrader's own command's included."""
    from nbgrader.converters import GenerateFeedback

    made = GenerateFeedback(coursedir=desk.room.directory, config=desk.room.config)
    kinds = [import_item(one) if isinstance(one, str) else one for one in made.preprocessors]
    return DropNotes in kinds
