"""Submissions in their turn: taken in a few ahead of those that run, run, and saved when done."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weakties.grading.crew import Crew
from weakties.grading.hindrance import mishap
from weakties.grading.nbg.intake import NotGradable, take
from weakties.grading.nbg.saving import save, save_failure
from weakties.grading.nbg.stamping import look_at_hand_in
from weakties.grading.result import Result, State
from weakties.grading.witness import witnessed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.grading.executors import Executor
    from weakties.grading.job import Outcome
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.intake import Taken
    from weakties.grading.witness import Witnesses


@dataclass(frozen=True)
class _Running:
    """A submission that was taken in, and when that began."""

    taken: Taken
    started: float


def graded_in_turn(
    desk: Desk, executor: Executor, learners: Sequence[str], workers: int
) -> Iterator[Result]:
    """Grade submissions, and yield the result of each when it is saved.

    Parameters
    ----------
    desk, executor
        The run, and what runs notebooks.
    learners
        Whose work, in this order.
    workers
        How many run at once.
    """
    crew: Crew[_Running, dict[str, Outcome]] = Crew(
        workers, lambda running: _run_all(executor, running.taken.jobs)
    )
    try:
        yield from _in_turn(desk, crew, deque(learners), 2 * workers)
    except BaseException:
        executor.end()  # first, so that nobody waits for what nobody will save
        raise
    finally:
        crew.end()


def _in_turn(
    desk: Desk, crew: Crew[_Running, dict[str, Outcome]], todo: deque[str], most: int
) -> Iterator[Result]:
    """Take submissions in, a few ahead of those that run, and save each when it is done."""
    running = 0
    while todo or running:
        while todo and running < most:
            learner = todo.popleft()
            started = time.monotonic()
            look_at_hand_in(desk, learner)
            try:
                taken = take(desk, learner)
            except NotGradable as reason:
                yield _failed(desk, learner, str(reason))
                continue
            except Exception as error:  # noqa: BLE001 - one submission must not stop the others
                yield _failed(desk, learner, mishap("taken in", error, with_permissions=False))
                continue
            crew.give(_Running(taken, started))
            running += 1
        if running:  # none of the last ones may have been fit to run
            done, outcomes = crew.take()
            running -= 1
            result = _saved(desk, done.taken, outcomes)
            yield replace(result, seconds=round(time.monotonic() - done.started, 3))


def _run_all(executor: Executor, jobs: dict[str, Witnesses]) -> dict[str, Outcome]:
    return {name: _run_both(executor, both) for name, both in jobs.items()}


def _run_both(executor: Executor, jobs: Witnesses) -> Outcome:
    if jobs.inside is None:
        return witnessed(jobs, executor.run)
    with executor.twice() as run:
        return witnessed(jobs, run)


def _saved(desk: Desk, taken: Taken, outcomes: dict[str, Outcome]) -> Result:
    problems = [f"{name}.ipynb: {o.problem}" for name, o in outcomes.items() if o.problem]
    if problems:
        return _failed(desk, taken.learner, " ".join(problems))
    try:
        return save(desk, taken, outcomes)
    except Exception as error:  # noqa: BLE001 - one submission must not stop the others
        return _failed(desk, taken.learner, mishap("saved", error))


def _failed(desk: Desk, learner: str, reason: str) -> Result:
    """Save that a submission was not graded; if even that can't be saved, say so and go on."""
    try:
        return save_failure(desk, learner, reason)
    except Exception as error:  # noqa: BLE001 - one submission must not stop the others
        desk.book.forget()
        reason = f"{reason} {mishap('noted in the gradebook', error)}"
        return Result(learner, desk.room.assignment, State.FAILED, reason)
