"""Grading an assignment: everything that was handed in, one result after the other."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from weakties.grading.cohort.cohort import cohort_to_grade
from weakties.grading.collector import uncollected
from weakties.grading.executors import started
from weakties.grading.hindrance import hindrances_told
from weakties.grading.options import Options
from weakties.grading.provided import environment_of, run_folders, settings_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from weakties.grading.executors import Executor
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.trial import Remark
    from weakties.grading.result import Result

__all__ = ["Options", "grade"]

_AS_USUAL = Options()


def grade(root: Path, assignment: str, options: Options = _AS_USUAL) -> Generator[Result]:
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
    CohortError
        If ``cohort.toml`` or the roster can't be followed.
    OtherLanguage
        If a notebook of the assignment is not for Python.
    Hindered
        If the gradebook or the disk keeps anything from being saved.
    """
    cohort = cohort_to_grade(root)
    with hindrances_told(), ExitStack() as stack:
        # It loads its libraries while this process loads nbgrader.
        executor = started(options.executor, environment_of(root, cohort), options.cluster)
        stack.callback(executor.end)
        stack.callback(gc.unfreeze)
        with uncollected():
            from weakties.grading.cohort.apply import followed
            from weakties.grading.feedback.in_pass import feedback_writer
            from weakties.grading.nbg.book import opened_by_all_steps
            from weakties.grading.nbg.course import classroom
            from weakties.grading.nbg.desk import desk_for
            from weakties.grading.nbg.ledger import refuse_other_edition, with_stamps
            from weakties.grading.nbg.place import keep_findings, run_folder
            from weakties.grading.nbg.ready import make_sure_of_saving
            from weakties.grading.nbg.shape import remarks_on_shape
            from weakties.grading.nbg.started import start_if_new
            from weakties.grading.nbg.unheard import remarks_on_settings

            room = classroom(root, assignment, options.settings, starting=True)
            make_sure_of_saving(room)
            for said in (*start_if_new(room), *remarks_on_shape(room)):
                options.remark(said)
            scratch = stack.enter_context(run_folder(room.root))
            desk = replace(desk_for(room, *run_folders(scratch)), two_witnesses=executor.apart)
            stack.callback(desk.book.end)
            if cohort is not None:
                options.remark(followed(cohort, desk))
        desk.opened.update(executor.begin(settings_of(desk), room.config))
        remarks = remarks_on_settings(
            room, contained=options.executor == "sandbox", executes=desk.steps.executes
        )
        for remark in desk.ledger.remarks:
            options.remark(remark)
        for heard in remarks:
            options.remark(heard)
        refuse_other_edition(desk.ledger, assignment, force=options.force)
        stack.enter_context(opened_by_all_steps(desk.book))
        write_feedback = feedback_writer(desk) if options.feedback else None
        for result in _all(desk, executor, options):
            if write_feedback:
                problem = write_feedback(result)
                result = replace(result, notes=(*result.notes, *problem))  # noqa: PLW2901
            result = with_stamps(desk.ledger, result)  # noqa: PLW2901
            if not result.skipped:
                keep_findings(room.root, result)
            yield result


def _all(desk: Desk, executor: Executor, options: Options) -> Iterator[Result]:
    from weakties.grading.nbg.due import due, missing
    from weakties.grading.nbg.place import keep_remarks
    from weakties.grading.turn import graded_in_turn

    todo, before = due(desk, options.learners, force=options.force)
    before += missing(desk, options.learners)
    options.announce(len(todo) + len(before))
    yield from before
    if todo and desk.steps.executes:
        remarks = list(_tried(desk, executor))
        keep_remarks(desk.room.root, desk.room.assignment, remarks)
        for remark in remarks:
            options.remark(remark)
    workers = options.workers or executor.workers
    yield from graded_in_turn(desk, executor, todo, workers)


def _tried(desk: Desk, executor: Executor) -> Iterator[Remark]:
    """Try the instructor's solution, note how each check is run, and yield what to know of it."""
    from weakties.grading.nbg.calibrate import plan_inside, tried
    from weakties.grading.nbg.trial import remarks_on

    for name in desk.chosen:
        if not desk.two_witnesses:
            desk.plans[name] = plan_inside(desk, desk.facts[name])
            continue
        found = tried(desk, desk.facts[name], executor.run)
        desk.plans[name] = found.plan
        desk.denied.update((name, check) for check, proof in found.proofs.items() if proof.denied)
        yield from remarks_on(name, found)
