"""Grading an assignment: everything that was handed in, one result after the other."""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, chdir
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weakties.course import load_course
from weakties.data.editions import current_edition
from weakties.grading.executors import Kind, started
from weakties.grading.result import Result, State
from weakties.grading.zygote.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from weakties.grading.executors import Executor
    from weakties.grading.job import Job, Outcome
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.intake import Taken


@dataclass(frozen=True)
class Options:
    """How an assignment is graded.

    Parameters
    ----------
    learners
        Whose work; everybody's by default.
    workers
        How many submissions run at once; as many as there are processors by default.
    force
        Whether to grade again what was graded before.
    executor
        What runs the notebooks: ``"sandbox"``, or ``"kernel"``, which contains nothing.
    cluster
        The address of a dask.distributed scheduler, whose workers then run the notebooks.
    feedback
        Whether to write the learners' feedback in the same pass.
    announce
        Is told how many results there will be.
    """

    learners: tuple[str, ...] = ()
    workers: int | None = None
    force: bool = False
    executor: Kind = "sandbox"
    cluster: str = ""
    feedback: bool = False
    announce: Callable[[int], object] | None = None


def grade(root: Path, assignment: str, options: Options = Options()) -> Iterator[Result]:
    """Grade what was handed in for an assignment, and yield a result for each learner.

    The results come in the order in which submissions are done. Each is saved when it is yielded;
    who stops early loses nothing, and goes on where the run ended.

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
    NoSandbox
        If no sandbox can be made here, and one was asked for.
    NotACourse
        If nbgrader could not grade this either.
    """
    with ExitStack() as stack:
        # It loads its libraries while this process loads nbgrader.
        executor = started(options.executor, _environment(root), options.cluster)
        stack.callback(executor.end)
        from weakties.grading.nbg.book import opened_by_all_steps
        from weakties.grading.nbg.course import classroom
        from weakties.grading.nbg.desk import desk_for
        from weakties.grading.nbg.place import keep_findings, run_folder

        room = classroom(root, assignment)
        scratch = stack.enter_context(run_folder(room.root))
        desk = desk_for(room, *_folders(scratch))
        stack.callback(desk.book.end)
        executor.begin(_settings(desk, scratch), room.config)
        stack.enter_context(opened_by_all_steps(desk.book))
        write_feedback = _feedback(desk) if options.feedback else None
        for result in _all(desk, executor, options):
            if write_feedback and result.score is not None:
                problem = write_feedback(result.learner)
                result = replace(result, notes=(*result.notes, *problem))  # noqa: PLW2901
            if not result.skipped:
                keep_findings(room.root, result)
            yield result


def _all(desk: Desk, executor: Executor, options: Options) -> Iterator[Result]:
    from weakties.grading.nbg.calibrate import plan_for, plan_inside
    from weakties.grading.nbg.due import due, missing

    todo, before = due(desk, options.learners, force=options.force)
    before += missing(desk, options.learners)
    if options.announce:
        options.announce(len(todo) + len(before))
    yield from before
    for name, facts in desk.facts.items() if todo else ():
        desk.plans[name] = (
            plan_for(desk, facts, executor.run) if executor.apart else plan_inside(desk, facts)
        )
    workers = options.workers or executor.workers
    with ThreadPoolExecutor(workers) as pool:
        yield from _in_turn(desk, executor, pool, deque(todo), 2 * workers)


def _in_turn(
    desk: Desk, executor: Executor, pool: ThreadPoolExecutor, todo: deque[str], most: int
) -> Iterator[Result]:
    """Take submissions in, a few ahead of those that run, and save each when it is done."""
    from weakties.grading.nbg.intake import NotGradable, take

    running: dict[Future[dict[str, Outcome]], tuple[Taken, float]] = {}
    while todo or running:
        while todo and len(running) < most:
            learner = todo.popleft()
            started = time.monotonic()
            try:
                taken = take(desk, learner)
            except NotGradable as reason:
                yield _failed(desk, learner, str(reason))
                continue
            except Exception as error:  # noqa: BLE001 - one submission must not stop the others
                yield _failed(desk, learner, _unexpected("taken in", error))
                continue
            running[pool.submit(_run_all, executor, taken.jobs)] = (taken, started)
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            taken, started = running.pop(future)
            result = _saved(desk, taken, future.result())
            yield replace(result, seconds=round(time.monotonic() - started, 3))


def _run_all(executor: Executor, jobs: dict[str, Job]) -> dict[str, Outcome]:
    return {name: executor.run(job) for name, job in jobs.items()}


def _saved(desk: Desk, taken: Taken, outcomes: dict[str, Outcome]) -> Result:
    from weakties.grading.nbg.saving import save

    problems = [f"{name}.ipynb: {o.problem}" for name, o in outcomes.items() if o.problem]
    if problems:
        return _failed(desk, taken.learner, " ".join(problems))
    try:
        return save(desk, taken, outcomes)
    except Exception as error:  # noqa: BLE001 - one submission must not stop the others
        return _failed(desk, taken.learner, _unexpected("saved", error))


def _failed(desk: Desk, learner: str, reason: str) -> Result:
    """Save that a submission was not graded; if even that can't be saved, say so and go on."""
    from weakties.grading.nbg.saving import save_failure

    try:
        return save_failure(desk, learner, reason)
    except Exception as error:  # noqa: BLE001 - one submission must not stop the others
        desk.book.forget()
        reason = f"{reason} {_unexpected('noted in the gradebook', error)}"
        return Result(learner, desk.room.assignment, State.FAILED, reason)


def _unexpected(what: str, error: Exception) -> str:
    return f"It could not be {what}: {type(error).__name__}: {error}"[:300]


def _datasets_of_unit(name: str) -> tuple[str, ...]:
    """Return the tables of a unit of this course; none for any other assignment."""
    units = (unit for unit in load_course().ready if unit.slug == name)
    return next((unit.datasets for unit in units), ())


def _feedback(desk: Desk) -> Callable[[str], list[str]]:
    """Return what writes a learner's feedback, and returns what kept it from doing so."""
    from weakties.grading.nbg.feedback import Feedback

    make = Feedback(desk).make

    def write(learner: str) -> list[str]:
        try:
            make(learner)
        except Exception as error:  # noqa: BLE001 - one submission must not stop the others
            return [f"No feedback was written. {_unexpected('made', error)}"]
        return []

    return write


def _environment(root: Path) -> dict[str, str]:
    """Return what submissions must know of the course: its edition is the instructor's to say."""
    if not root.is_dir():
        return {}
    with chdir(root):
        return {"WEAKTIES_EDITION": current_edition()}


def _folders(scratch: Path) -> tuple[Path, Path]:
    staging, check_files = scratch / "staging", scratch / "checks"
    staging.mkdir()
    check_files.mkdir()
    return staging, check_files


def _settings(desk: Desk, scratch: Path) -> Settings:
    from weakties.grading.nbg.folders import copy_extras
    from weakties.grading.nbg.needs import datasets_of, modules_of

    if desk.room.source.is_dir():
        copy_extras(desk.room.source, desk.check_files, desk.room.directory.ignore)
    sources = [cell.source for kept in desk.originals.values() for cell in kept.cells]
    return Settings(
        str(scratch),
        tuple(map(str, desk.room.private)),
        modules_of(sources),
        tuple(sorted({*datasets_of(sources), *_datasets_of_unit(desk.room.assignment)})),
    )
