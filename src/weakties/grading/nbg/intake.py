"""Taking a submission in: from a learner's folder to notebooks that can be run."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from nbformat import from_dict

from weakties.grading.handin.known import known_as
from weakties.grading.handin.locate import Located, Wanted, located
from weakties.grading.handin.misplaced import Doubt, put_right
from weakties.grading.hindrance import hindrance
from weakties.grading.job import Job
from weakties.grading.nbg.folders import copy_extras, remove
from weakties.grading.nbg.language import PYTHON, language_of
from weakties.grading.nbg.reading import Unreadable, encoding_at, notebook_at, with_ids
from weakties.grading.nbg.release import code_cells
from weakties.grading.nbg.restore import restore
from weakties.grading.sandbox.limits import Limits
from weakties.grading.verdict.plan import Plan, opening_of, steps, steps_inside
from weakties.grading.witness import Check, Witnesses

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weakties.grading.job import CellRun, Step
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.facts import NotebookFacts
    from weakties.grading.verdict.plan import Cell

_MANY_TIMES = 10
_MOST_NOTES = 20
_LONGEST_REASON = 500
_FIRST_WITH_IDS = 5


class NotGradable(ValueError):
    """A submission that can't be graded; the text says why, in a sentence."""


@dataclass(frozen=True)
class Taken:
    """A submission that is ready to be run.

    Parameters
    ----------
    learner
        Whose.
    folder
        Where its files lie now, the instructor's among them.
    written
        Where the files go that its notebooks write.
    notebooks
        Its notebooks by name, cleaned.
    jobs
        What is to be run of each; nothing where the settings say to run none.
    notes
        What was found on the way, in sentences.
    doubts
        Why a person has to look at a cell, by notebook and name.
    """

    learner: str
    folder: Path
    written: Path
    notebooks: dict[str, Any]
    jobs: dict[str, Witnesses]
    notes: tuple[str, ...] = ()
    doubts: dict[tuple[str, str], Doubt] = field(default_factory=dict)


def take(desk: Desk, learner: str) -> Taken:
    """Take a learner's submission in.

    Raises
    ------
    NotGradable
        If there is nothing in it that could be graded.
    """
    unpacked = desk.staging / uuid4().hex
    try:
        return _taken(desk, learner, unpacked)
    finally:
        remove(unpacked)


def _taken(desk: Desk, learner: str, unpacked: Path) -> Taken:
    source = desk.room.folder("submitted", learner)
    if source.is_symlink() or source.parent.is_symlink() or not source.is_dir():
        raise NotGradable("What was handed in is no folder.")
    if not desk.admits(learner):
        raise NotGradable(
            "The gradebook does not know this learner, and Autograde.create_student is off."
        )
    there = _located(desk, source, unpacked)
    present = there.notebooks
    notes = [*desk.steps.hooked_before(map(str, present.values())), *there.notes]
    folder, written = (desk.staging / uuid4().hex for _ in range(2))
    folder.mkdir()
    ignored = desk.room.directory.ignore
    for beside in (source, *there.beside):
        notes += copy_extras(beside, folder, ignored)
    if desk.room.source.is_dir():
        copy_extras(desk.room.source, folder, ignored, desk.steps.excluded, limited=False)
    if desk.room.has_odd_timestamp(source):
        notes.append("timestamp.txt holds no time: whether it came late is not known.")
    notebooks, jobs = {}, {}
    doubts: dict[tuple[str, str], Doubt] = {}
    for name, path in present.items():
        notebook, found_out, doubted = _cleaned(desk, learner, name, path)
        notebooks[name] = notebook
        notes += found_out
        facts = desk.facts[name]
        if name in there.doubts:
            doubted[_looked_at(facts)] = Doubt(there.doubts[name])
        doubts.update({(name, cell): doubt for cell, doubt in doubted.items()})
        if desk.steps.executes:
            made = jobs_for(desk, notebook, facts, desk.plans[name], files=str(folder))
            jobs[name] = replace(made, apart=replace(made.apart, keeps=str(written)))
    said = tuple(dict.fromkeys([*notes, *desk.log.taken()]))
    return Taken(learner, folder, written, notebooks, jobs, said[:_MOST_NOTES], doubts)


def _located(desk: Desk, source: Path, unpacked: Path) -> Located:
    """Return which files are graded, those of the right name or others that hold the same cells."""
    wanted = {name: Wanted(desk.facts[name], desk.originals[name]) for name in desk.chosen}
    found = located(source, wanted, unpacked, desk.room.directory.ignore)
    if not found.notebooks:
        named = " or ".join(f"{name}.ipynb" for name in desk.chosen)
        said = " ".join([f"There is no {named} in what was handed in.", *found.unread])
        raise NotGradable(said[:_LONGEST_REASON])
    return found


def _looked_at(facts: NotebookFacts) -> str:
    """Return the cell with which a person looks at the whole: one that is read anyway, if there is."""
    graded = [cell for cell in facts.cells.values() if cell.grade or cell.task]
    by_hand = [cell for cell in graded if not cell.is_check]
    return min(cell.name for cell in by_hand or graded)


def jobs_for(
    desk: Desk, notebook: Any, facts: NotebookFacts, plan: Plan, *, files: str
) -> Witnesses:
    """Return what is to be run of a clean notebook, for both witnesses.

    Parameters
    ----------
    desk, facts
        The run, and what the gradebook knows of the notebook.
    notebook
        The notebook.
    plan
        How its checks are run.
    files
        The folder with the files that it finds.
    """
    cells = code_cells(notebook, facts)
    seed = secrets.randbits(32)
    if not desk.two_witnesses:
        return Witnesses(_job(desk, steps_inside(cells, plan), files, seed))
    before = _opening(desk, facts.name, cells)
    rest, sources = cells[len(before) :], [cell.source for cell in cells[: len(before)]]
    apart, inside = (
        _job(desk, made, files, seed, facts.name if before else "")
        for made in (steps(rest, plan, sources), steps_inside(rest, plan))
    )
    checks = {
        cell.number: Check(
            cell.grade_id,
            facts.cells[cell.grade_id].points or 0.0,
            cell.source,
            plan.checks[cell.grade_id].visible,
            plan.checks[cell.grade_id].apart,
            denied=(facts.name, cell.grade_id) in desk.denied,
        )
        for cell in cells
        if cell.grade_id in plan.checks
    }
    return Witnesses(apart, replace(inside, shows=False), checks, before)


def _opening(desk: Desk, name: str, cells: Sequence[Cell]) -> dict[int, CellRun]:
    """Return what a notebook's first cells came to, if they were run once for everybody."""
    opened = desk.opened.get(name)
    sources = opening_of(desk.originals[name].cells)
    first = cells[: len(sources)]
    if opened is None or opened.obstacle or tuple(cell.source for cell in first) != sources:
        return {}
    return {cell.number: run for cell, run in zip(first, opened.runs, strict=True)}


def _job(desk: Desk, run: tuple[Step, ...], files: str, seed: int, opening: str = "") -> Job:
    seconds = desk.steps.cell_seconds
    limits = Limits(cell_seconds=seconds, notebook_seconds=_MANY_TIMES * seconds)
    return Job(run, limits, files, str(desk.check_files), seed, opening)


def _cleaned(
    desk: Desk, learner: str, name: str, path: Path
) -> tuple[Any, list[str], dict[str, Doubt]]:
    try:
        notebook = notebook_at(path, outputs=desk.steps.keeps_outputs)
        encoding = encoding_at(path)
    except Unreadable as reason:
        raise NotGradable(f"{name}.ipynb {reason}.") from None
    facts = desk.facts[name]
    restored = restore(notebook, facts, desk.originals[name].signs)
    expected = any(cell.grade or cell.task for cell in facts.cells.values())
    if not restored.recognized and (expected or restored.unknown):
        what = known_as(notebook, desk.room.source)
        raise NotGradable(
            f"{name}.ipynb is {what}."
            if what
            else f"{name}.ipynb holds none of the graded cells of the assignment."
        )
    right = put_right(notebook, facts, desk.originals[name])
    notes = [*restored.notes, *right.notes]
    if encoding not in ("utf-8", "utf-8-sig"):
        notes.append(f"{name}.ipynb is written in {encoding.upper()} and was read as such.")
    try:
        notebook = desk.steps.applied(desk.steps.before, notebook, name, learner)
    except Exception as error:
        if hindrance(error):
            raise
        raise NotGradable(
            f"{name}.ipynb can't be prepared: {type(error).__name__}: {error}"[:300]
        ) from None
    # The instructor's kernel stands there now, if the instructor's notebook names one.
    language = language_of({"kernelspec": notebook.metadata.get("kernelspec")})
    if language != PYTHON:
        raise NotGradable(f"{name}.ipynb is for {language[:80]}, and only Python is graded here.")
    # nbgrader itself writes and reads it in between, which makes whole cells of those it added.
    notebook = from_dict(notebook)
    return _with_ids_or_none(notebook), notes, right.doubts


def _with_ids_or_none(notebook: Any) -> Any:
    """Return the notebook with an id for each cell, or for none in a format that knows no ids."""
    if notebook.nbformat_minor < _FIRST_WITH_IDS:
        for cell in notebook.cells:
            cell.pop("id", None)
        return notebook
    return from_dict({**notebook, "cells": with_ids(notebook.cells)})
