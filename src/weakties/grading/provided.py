"""What all notebooks of a run are given: an environment, files, tables, and what is hidden from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.course import load_course
from weakties.data.editions import FORMER, current_edition
from weakties.grading.zygote.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.grading.cohort.cohort import Cohort
    from weakties.grading.nbg.desk import Desk


def environment_of(root: Path, cohort: Cohort | None) -> dict[str, str]:
    """Return what checks must know of the course: its editions are the instructor's to say."""
    if not root.is_dir():
        return {}
    former = {FORMER: ",".join(cohort.former)} if cohort and cohort.former else {}
    return {"WEAKTIES_EDITION": current_edition(root), **former}


def run_folders(scratch: Path) -> tuple[Path, Path]:
    """Make and return the folders of submissions that are graded, and of the checks' files."""
    staging, check_files = scratch / "staging", scratch / "instructor"
    staging.mkdir()
    check_files.mkdir()
    return staging, check_files


def settings_of(desk: Desk) -> Settings:
    """Return what the executor is to know of all notebooks, and give the checks their files."""
    from weakties.grading.nbg.folders import copy_extras
    from weakties.grading.nbg.needs import datasets_of, modules_of
    from weakties.grading.verdict.plan import opening_of

    if desk.room.source.is_dir():
        ignored = desk.room.directory.ignore
        copy_extras(desk.room.source, desk.check_files, ignored, limited=False)
    sources = [cell.source for kept in desk.originals.values() for cell in kept.cells]
    datasets = {*datasets_of(sources), *_datasets_of_unit(desk.room.assignment)}
    openings = {name: opening_of(kept.cells) for name, kept in desk.originals.items()}
    return Settings(
        private=tuple(map(str, desk.room.private)),
        modules=modules_of(sources),
        datasets=tuple(sorted(datasets)),
        files=str(desk.check_files),
        openings={name: opening for name, opening in openings.items() if opening},
        cell_seconds=desk.steps.cell_seconds,
    )


def _datasets_of_unit(name: str) -> tuple[str, ...]:
    """Return the tables of a unit of this course; none for any other assignment."""
    units = (unit for unit in load_course().ready if unit.slug == name)
    return next((unit.datasets for unit in units), ())
