"""Work in the wrong place: put where it belongs if that is certain, else shown to a person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nbformat.v4 import new_code_cell, new_markdown_cell

from weakties.grading.handin.released import Released, added_lines, released
from weakties.grading.nbg.release import grade_id_of
from weakties.grading.nbg.restore import graded_metadata
from weakties.grading.source import is_python
from weakties.grading.verdict.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.grading.nbg.facts import CellFacts, NotebookFacts
    from weakties.grading.nbg.release import Original

_FEW_WORDS = 5
_MANY_WORDS = 15
_LONGEST = 300
_MAGIC = re.compile(r"[%!?]|\w+ *= *[%!]")
"""How a line begins that is IPython's and no Python."""


@dataclass(frozen=True)
class Doubt:
    """Why a person has to look at a graded cell.

    Parameters
    ----------
    text
        The reason, as the end of a sentence.
    unless_full
        Whether nobody has to where the cell got all its points.
    """

    text: str
    unless_full: bool = False


@dataclass
class PutRight:
    """What was put right, in sentences, and what a person has to look at, by graded cell."""

    notes: list[str] = field(default_factory=list)
    doubts: dict[str, Doubt] = field(default_factory=dict)


def put_right(notebook: Any, facts: NotebookFacts, original: Original) -> PutRight:
    """Put work that stands in the wrong place where it belongs.

    Parameters
    ----------
    notebook
        The submission, with its grading metadata restored; it is changed in place.
    facts, original
        What the gradebook knows of the notebook, and the instructor's version.
    """
    given = released(facts, original)
    found = PutRight()
    answers: list[str] = []
    fresh: list[str] = []
    for name in given.order:
        known = facts.cells[name]
        if known.is_check:
            answers, fresh = fresh or answers, []
            _put_check_after(notebook, name, answers, found)
            if name in original.visible and not _is_given(_named(notebook, name), given):
                _look_into_check(notebook, facts, name, original.visible[name], answers, found)
        elif known.solution and not known.grade:
            fresh.append(name)
        elif known.solution and known.cell_type == "markdown":
            _look_for_text(notebook, given, known, found)
    return found


def _put_check_after(notebook: Any, check: str, answers: Sequence[str], found: PutRight) -> None:
    places = {grade_id_of(cell): number for number, cell in enumerate(notebook.cells)}
    below = [name for name in answers if places.get(name, -1) > places.get(check, -1)]
    if below and check in places:
        last = notebook.cells[max(places[name] for name in below)]
        cell = notebook.cells.pop(places[check])
        notebook.cells.insert(_number_of(notebook, last) + 1, cell)
        found.notes.append(f"{' and '.join(below)} stood below {check}, which was moved down.")


def _look_into_check(
    notebook: Any,
    facts: NotebookFacts,
    check: str,
    visible: str,
    answers: Sequence[str],
    found: PutRight,
) -> None:
    cell = _named(notebook, check)
    if cell is None or cell.source.strip() in (visible.strip(), facts.cells[check].source.strip()):
        return
    text, is_whole = added_lines(visible, cell.source)
    asked = names_in(visible).reads - names_in(visible).binds
    if not asked & names_in(text).binds:
        return
    there = [one for name in answers if (one := _named(notebook, name)) is not None]
    blank = all(one.source.strip() == facts.cells[grade_id_of(one)].source.strip() for one in there)
    if not (is_whole and blank and is_python(text)):
        said = f"its own cell held an answer too, which was not run: {_quoted(text)}"
        found.doubts[check] = Doubt(said, unless_full=True)
        return
    if there:
        last = there[-1]
        keeps = last.source.strip() and "raise" not in last.source
        last.source = f"{last.source.rstrip()}\n\n{text}" if keeps else text
    else:
        notebook.cells.insert(_number_of(notebook, cell), new_code_cell(text))
    found.notes.append(f"The answer to {check} stood in its own cell and was put before it.")


def _look_for_text(notebook: Any, given: Released, essay: CellFacts, found: PutRight) -> None:
    cell = _named(notebook, essay.name)
    if cell is not None and cell.source.strip() != essay.source.strip():
        return
    start, end = _region(notebook, given, essay.name)
    beside: list[tuple[int, str]] = []
    elsewhere: list[tuple[int, str]] = []
    for number, text in _texts(notebook, given):
        (beside if start < number < end else elsewhere).append((number, text))
    if beside:
        text = "\n\n".join(text for _, text in beside)
        if cell is None:
            cell = new_markdown_cell()
            cell.metadata["nbgrader"] = graded_metadata(None, essay)
            notebook.cells.insert(beside[-1][0] + 1, cell)
        cell.source = text
        found.notes.append(f"The text for {essay.name} stood in another cell and was put there.")
        return
    long = [text for _, text in elsewhere if len(text.split()) >= _MANY_WORDS]
    if long:
        said = f"it is blank, and this stands elsewhere: {_quoted(' … '.join(long))}"
        found.doubts[essay.name] = Doubt(said)


def _region(notebook: Any, given: Released, name: str) -> tuple[int, int]:
    """Return the numbers of the graded cells between which a cell belongs."""
    places = {grade_id_of(cell): number for number, cell in enumerate(notebook.cells)}
    at = given.order.index(name)
    before = [places[one] for one in given.order[:at] if one in places]
    after = [places[one] for one in given.order[at + 1 :] if one in places]
    start = max(before, default=-1)
    return start, min((one for one in after if one > start), default=len(notebook.cells))


def _texts(notebook: Any, given: Released) -> Iterator[tuple[int, str]]:
    """Yield what was written for a reader into cells that nobody grades, with their numbers."""
    for number, cell in enumerate(notebook.cells):
        text = "" if grade_id_of(cell) else given.added_to(cell)
        if text and (cell.cell_type != "code" or _is_prose(text)):
            yield number, text


def _is_prose(source: str) -> bool:
    """Say whether a code cell holds sentences; IPython would take a line that ends in ? for help."""
    lines = source.splitlines()
    if source.startswith("%%") or len(source.split()) < _FEW_WORDS:
        return False
    return not is_python("\n".join(line for line in lines if not _MAGIC.match(line)))


def _is_given(cell: Any, given: Released) -> bool:
    """Say whether a cell holds what stands in some cell of the release, and so no work."""
    return cell is not None and cell.source.strip() in given.texts


def _named(notebook: Any, name: str) -> Any:
    return next((cell for cell in notebook.cells if grade_id_of(cell) == name), None)


def _number_of(notebook: Any, cell: Any) -> int:
    return next(number for number, one in enumerate(notebook.cells) if one is cell)


def _quoted(text: str) -> str:
    short = " ".join(text.split())
    return f"“{short[:_LONGEST]}{' …' if len(short) > _LONGEST else ''}”"
