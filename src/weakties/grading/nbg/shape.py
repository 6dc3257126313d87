"""Whether what was handed in lies where it is looked for: a folder for each learner and assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.nbg.trial import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom

_NAMED = 3


def remarks_on_shape(room: Classroom) -> Iterator[Remark]:
    """Yield what lies in another place than where it is looked for, and where it belongs."""
    for text in _misshapen(room.root / room.directory.submitted_directory, room):
        yield Remark("", (), "shape", text)


def _misshapen(submitted: Path, room: Classroom) -> Iterator[str]:
    unit = room.assignment
    shown = submitted.name
    belongs = f"It belongs in {shown}/<learner>/{unit}/{unit}.ipynb."
    if not room.directory.directory_structure.startswith("{nbgrader_step}/{student_id}/"):
        return  # a course that lays its folders out in its own way
    if not submitted.is_dir():
        yield f"There is no folder {shown}/ in {room.root}. What learners hand in: {belongs}"
        return
    entries = sorted(submitted.iterdir())
    if (turned := submitted / unit).is_dir():
        inside = [path for path in sorted(turned.iterdir()) if _is_work(path, unit)]
        if inside:
            yield f"{_names(inside, submitted)}: the unit stands before the learner. {belongs}"
    loose = [path for path in entries if path.is_file() and path.suffix in (".ipynb", ".zip")]
    if loose:
        yield f"{_names(loose, submitted)}: no folder says whose this is. {belongs}"
    flat, spelled = [], []
    for learner in entries:
        if learner.is_dir() and learner.name != unit and not (learner / unit).exists():
            inside = sorted(learner.iterdir())
            flat += [p for p in inside if p.is_file() and p.stem.lower().startswith(unit.lower())]
            spelled += [p for p in inside if p.is_dir() and p.name.lower() == unit.lower()]
    if flat:
        yield f"{_names(flat, submitted)}: no folder says which unit this is. {belongs}"
    if spelled:
        yield f"{_names(spelled, submitted)}: the folder of the unit is called {unit}."


def _is_work(path: Path, unit: str) -> bool:
    """Say whether something below a folder that is named as the unit is a learner's."""
    if path.is_dir():
        return path.name != unit and any(path.glob("*.ipynb"))
    return path.suffix in (".ipynb", ".zip")


def _names(paths: list[Path], folder: Path) -> str:
    named = ", ".join(
        f"{folder.name}/{path.relative_to(folder)}{'/' if path.is_dir() else ''}"
        for path in paths[:_NAMED]
    )
    more = len(paths) - _NAMED
    return f"{named} and {more} more" if more > 0 else named
