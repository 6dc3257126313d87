"""Grading an assignment with both, in two copies of the course, and pairing their rows."""

from __future__ import annotations

import fnmatch
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.grading.compare.log import FORMAT, START, begun, reasons
from weakties.grading.compare.programs import Ran, ran
from weakties.grading.compare.rows import Comparison, LeftOut, Said, paired
from weakties.grading.compare.scratch import Copy, copied, scratch
from weakties.grading.nbg.course import NotACourse
from weakties.grading.report.book import find_assignment, items_of, opened, submissions_of
from weakties.grading.result import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from weakties.grading.executors import Kind as Executor
    from weakties.grading.report.entries import Key, Mark

_GRADED = (State.GRADED, State.NEEDS_REVIEW)
_MOST_WORDS = 500
_OURS = ("-m", "weakties", "grade")
# What `nbgrader autograde` starts. The command before it reads no settings from the command line, and
# would log where those of the course say.
_THEIRS = ("-c", "from nbgrader.apps import AutogradeApp; AutogradeApp.launch_instance()")


@dataclass(frozen=True)
class Options:
    """How an assignment is compared.

    Parameters
    ----------
    learners
        Whose work; everybody's by default.
    workers
        How many submissions ours runs at once.
    executor
        What runs the notebooks in ours.
    settings
        Settings of nbgrader's for both, each as ``Class.trait=value``.
    tell
        Is told what is being done, in a few words.
    """

    learners: tuple[str, ...] = ()
    workers: int | None = None
    executor: Executor = "sandbox"
    settings: tuple[str, ...] = ()
    tell: Callable[[str], object] = id


def compared(root: Path, assignment: str, options: Options = Options()) -> Comparison:
    """Grade an assignment with nbgrader and with ours, and leave the course as it is.

    nbgrader runs learners' code with the rights of whoever calls this.

    Parameters
    ----------
    root
        The course's folder.
    assignment
        The assignment's name.
    options
        Whose work, and how.

    Raises
    ------
    NotACourse
        If there is nothing to compare, or one of the two can't grade it at all.
    """
    with scratch() as folder:
        options.tell("Copying what is needed")
        # Each has a copy of its own: what nbgrader runs could change the other's.
        mine, other = (
            copied(root, assignment, folder / name, options.learners, options.settings)
            for name in ("weakties", "nbgrader")
        )
        by_us, results, remarks = _graded_by_us(mine, options)
        by_nbgrader = _graded_by_nbgrader(other, options)
        left_out = (*_not_by_us(mine, results), *_not_by_nbgrader(other, by_nbgrader))
        absent = {one.learner for one in left_out}
        both = [name for name in other.room.learners if name not in absent]
        if not both:
            why = "; ".join(f"{one.learner}, by {one.by}: {one.reason}" for one in left_out)
            raise NotACourse(f"Nobody was graded by both, so nothing was compared. {why}")
        worth, theirs = _marks(other, both)
        _, ours = _marks(mine, both)
        return Comparison(
            assignment,
            tuple(paired(worth, theirs, ours, _said(results))),
            left_out,
            {"weakties": round(by_us.seconds, 1), "nbgrader": round(by_nbgrader.seconds, 1)},
            (*mine.notes, *remarks),
        )


def _graded_by_us(copy: Copy, options: Options) -> tuple[Ran, list[dict[str, Any]], list[str]]:
    """Return how our command went, its results, and its remarks."""
    room = copy.room
    options.tell("weakties grade")
    file = room.root.with_suffix(".json")
    words = [room.assignment, "--course", ".", "--json", str(file)]
    words += ["--executor", options.executor]
    words += ["--workers", str(options.workers)] if options.workers else []
    words += [word for one in copy.settings for word in ("--set", one)]
    done = ran([*_OURS, *words], room.root, id)
    if not file.is_file():
        raise NotACourse(f"weakties grade could not grade it. {_last(done, copy)}")
    found = json.loads(file.read_text(encoding="utf-8"))
    return done, found["results"], [remark["text"] for remark in found["remarks"]]


def _graded_by_nbgrader(copy: Copy, options: Options) -> Ran:
    room = copy.room
    folders = _folders(copy)
    count = 0

    def heard(line: str) -> None:
        nonlocal count
        learner = begun(line, folders)
        count += bool(learner)
        if learner:
            options.tell(f"nbgrader autograde: {count} of {len(folders)}")

    options.tell("nbgrader autograde")
    words = [room.assignment, "--NbGrader.log_level=INFO"]
    words += [f"--NbGrader.log_format={FORMAT}", *(f"--{one}" for one in copy.settings)]
    return ran([*_THEIRS, *words], room.root, heard)


def _not_by_us(copy: Copy, results: list[dict[str, Any]]) -> Iterator[LeftOut]:
    """Yield whom ours did not grade, though something was handed in."""
    for result in results:
        if result["state"] not in _GRADED and result["learner"] in copy.room.learners:
            yield LeftOut(result["learner"], "weakties", result["reason"])


def _not_by_nbgrader(copy: Copy, done: Ran) -> Iterator[LeftOut]:
    """Yield whom nbgrader did not grade."""
    room = copy.room
    ungraded = [name for name in room.learners if not room.folder("autograded", name).is_dir()]
    for learner, reason in reasons(done.said, _folders(copy), ungraded).items():
        yield LeftOut(learner, "nbgrader", _of_the_course(reason, copy))


def _folders(copy: Copy) -> dict[str, str]:
    return {name: str(copy.room.folder("submitted", name)) for name in copy.room.learners}


def _marks(
    copy: Copy, learners: list[str]
) -> tuple[dict[Key, float], dict[str, Mapping[Key, Mark]]]:
    """Return what each cell is worth, and everybody's marks for it."""
    room = copy.room
    with opened(room.directory.db_url, room.assignment) as connection:
        key, _ = find_assignment(connection, room.assignment)
        items = items_of(connection, key)
        submissions = submissions_of(connection, key, items)
    pattern = room.directory.notebook_id
    worth = {
        item.key: item.points
        for item in items.values()
        if fnmatch.fnmatchcase(item.key[0], pattern)
    }
    return worth, {name: submissions[name].marks for name in learners if name in submissions}


def _said(results: list[dict[str, Any]]) -> dict[tuple[str, Key], Said]:
    found = {}
    for result in results:
        for question in result["questions"]:
            reason = question["doubt"] or " ".join(result["notes"])
            key = (question["notebook"], question["grade_id"])
            found[result["learner"], key] = Said(question["witnesses"], reason)
    return found


def _last(done: Ran, copy: Copy) -> str:
    """Return the end of what a command said."""
    lines = [line for line in done.said.replace(START, "").splitlines() if line.strip()]
    return _of_the_course(lines[-1], copy)[:_MOST_WORDS] if lines else "It said nothing."


def _of_the_course(text: str, copy: Copy) -> str:
    """Return a text with paths as they stand in the course, not in its copy."""
    return text.replace(f"{copy.room.root}/", "").replace(str(copy.room.root), "the course")
