"""Taking a submission in: from a learner's folder to notebooks that can be run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from nbformat import from_dict

from weakties.grading.job import Job
from weakties.grading.nbg.folders import copy_extras
from weakties.grading.nbg.reading import Unreadable, notebook_at, with_ids
from weakties.grading.nbg.release import code_cells
from weakties.grading.nbg.restore import restore
from weakties.grading.sandbox.limits import Limits
from weakties.grading.verdict.plan import Plan, steps

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.facts import NotebookFacts

_MANY_TIMES = 10
_MOST_NOTES = 20


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
    notebooks
        Its notebooks by name, cleaned.
    jobs
        What is to be run of each.
    notes
        What was found on the way, in sentences.
    """

    learner: str
    folder: Path
    notebooks: dict[str, Any]
    jobs: dict[str, Job]
    notes: tuple[str, ...] = ()


def take(desk: Desk, learner: str) -> Taken:
    """Take a learner's submission in.

    Raises
    ------
    NotGradable
        If there is nothing in it that could be graded.
    """
    source = desk.room.folder("submitted", learner)
    if source.is_symlink() or source.parent.is_symlink() or not source.is_dir():
        raise NotGradable("What was handed in is no folder.")
    folder = desk.staging / uuid4().hex
    folder.mkdir()
    ignored = desk.room.directory.ignore
    notes = copy_extras(source, folder, ignored)
    if desk.room.source.is_dir():
        copy_extras(desk.room.source, folder, ignored, desk.steps.excluded)
    found = {name: source / f"{name}.ipynb" for name in desk.facts}
    present = {name: path for name, path in found.items() if path.exists() or path.is_symlink()}
    if not present:
        named = " or ".join(f"{name}.ipynb" for name in desk.facts)
        raise NotGradable(f"There is no {named} in what was handed in.")
    notebooks, jobs = {}, {}
    for name, path in present.items():
        notebook, found_out = _cleaned(desk, learner, name, path)
        notebooks[name] = notebook
        notes += found_out
        jobs[name] = replace(job_for(desk, notebook, desk.facts[name]), files=str(folder))
    said = tuple(dict.fromkeys([*notes, *desk.log.taken()]))
    return Taken(learner, folder, notebooks, jobs, said[:_MOST_NOTES])


def job_for(desk: Desk, notebook: Any, facts: NotebookFacts) -> Job:
    """Return what is to be run of a clean notebook."""
    seconds = desk.steps.cell_seconds
    limits = Limits(cell_seconds=seconds, notebook_seconds=_MANY_TIMES * seconds)
    plan = desk.plans.get(facts.name, Plan())
    return Job(steps(code_cells(notebook, facts), plan), limits, check_files=str(desk.check_files))


def _cleaned(desk: Desk, learner: str, name: str, path: Path) -> tuple[Any, list[str]]:
    try:
        notebook = notebook_at(path)
    except Unreadable as reason:
        raise NotGradable(f"{name}.ipynb {reason}.") from None
    facts = desk.facts[name]
    restored = restore(notebook, facts, desk.originals[name].signs)
    if not restored.recognized and any(cell.grade or cell.task for cell in facts.cells.values()):
        raise NotGradable(f"{name}.ipynb holds none of the graded cells of the assignment.")
    try:
        notebook = desk.steps.applied(desk.steps.before, notebook, name, learner)
    except Exception as error:  # noqa: BLE001 - a step raises whatever it finds
        raise NotGradable(
            f"{name}.ipynb can't be prepared: {type(error).__name__}: {error}"[:300]
        ) from None
    # nbgrader itself writes and reads it in between, which makes whole cells of those it added.
    notebook = from_dict(notebook)
    return from_dict({**notebook, "cells": with_ids(notebook.cells)}), list(restored.notes)
