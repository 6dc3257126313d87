"""``weakties grade``: grade what was handed in, into nbgrader's own folders and gradebook."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import Course
from weakties.cli.graded import graded
from weakties.grading.report.words import plain

if TYPE_CHECKING:
    from weakties.cli.graded import Run
    from weakties.grading.compare.compare import Options as Compared


class Executor(StrEnum):
    """What runs the notebooks."""

    SANDBOX = "sandbox"
    KERNEL = "kernel"


UNCONTAINED = (
    "Learners' code is not contained: it runs with your rights, beside the checks. "
    "Use this in a container or a virtual machine of its own."
)

NOTHING = (
    "Nothing was graded: no work for {unit} was found. "
    "Each learner's belongs in submitted/<learner>/{unit}/{unit}.ipynb."
)


def _with_a_place(file: Path | None) -> Path | None:
    """Refuse a new file in a folder that takes none, before anything is graded."""
    if file is None or file == Path("-"):
        return file
    if not file.parent.is_dir():
        raise typer.BadParameter(f"There is no folder {file.parent}: make it first.")
    if not file.exists() and not os.access(file.parent, os.W_OK):
        raise typer.BadParameter(f"Nothing can be written into {file.parent}.")
    return file


def grade(
    units: Annotated[
        list[str] | None,
        typer.Argument(metavar="UNIT...", help="Units such as photo, or any nbgrader assignments."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every assignment of which something was handed in.")
    ] = False,
    learner: Annotated[
        list[str] | None,
        typer.Option(help="Grade this learner only; give it again for more.", metavar="ID"),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="How many at once.", show_default="one more than processors"),
    ] = None,
    executor: Annotated[
        Executor,
        typer.Option(help="Contain learners' code, or run it in plain kernels with your rights."),
    ] = Executor.SANDBOX,
    cluster: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Let the workers of this dask scheduler run them, such as tcp://10.0.0.5:8786.",
        ),
    ] = "",
    feedback: Annotated[
        bool, typer.Option("--feedback", help="Write the learners' feedback in the same pass.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Grade again what is graded.")] = False,
    setting: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="One of nbgrader's settings for this run, such as CourseDirectory.notebook_id=ps1.",
        ),
    ] = None,
    compare: Annotated[
        bool,
        typer.Option(
            "--compare",
            help="Grade copies with nbgrader autograde and with this, and show each row that differs.",
        ),
    ] = False,
    yes: Annotated[
        bool,
        typer.Option("--yes", help="With --compare: let nbgrader run submissions uncontained."),
    ] = False,
    course: Course = Path(),
    json_file: Annotated[
        Path | None,
        typer.Option(
            "--json",
            metavar="FILE",
            help="Write every result there; - for the screen.",
            dir_okay=False,
            readable=False,
            writable=True,
            callback=_with_a_place,
        ),
    ] = None,
) -> None:
    """Grade what was handed in, as nbgrader does and into its gradebook.

    Learners' code runs contained, and the checks run out of its reach.
    What is graded is left alone unless what was handed in or the key has changed since; a run that
    was stopped goes on. Starts the gradebook from the source if there is none yet.
    Exits 1 if any submission could not be graded, or if there was none; with --compare, which
    leaves the course as it is, if a mark differs and nobody is asked to look at it.
    """
    chosen = _chosen(course, units or [], every=every)
    if compare:
        if feedback or force or cluster:
            raise typer.BadParameter("--compare goes without --feedback, --force and --cluster.")
        if len(chosen) > 1:
            raise typer.BadParameter("--compare takes one assignment at a time.")
        if executor is Executor.KERNEL:
            typer.echo(UNCONTAINED, err=True)
        from weakties.grading.compare.compare import Options as Compared

        how = Compared(tuple(learner or ()), workers, executor.value, tuple(setting or ()))
        raise typer.Exit(_compare(course, chosen[0], how, json_file, yes=yes))
    from weakties.grading.run import Options

    if executor is Executor.KERNEL:
        typer.echo(UNCONTAINED, err=True)
    options = Options(
        tuple(learner or ()),
        workers,
        force,
        executor.value,
        cluster,
        feedback,
        tuple(setting or ()),
    )
    quiet = json_file == Path("-")
    runs = [graded(course, unit, options, quiet=quiet, many=len(chosen) > 1) for unit in chosen]
    if json_file:
        said = [run.as_json() for run in runs]
        _write(json_file, json.dumps(said if len(said) > 1 else said[0], indent=1))
    raise typer.Exit(max(map(_exit_code, runs)))


def _exit_code(run: Run) -> int:
    """Return what a script is told; if nothing was there to be graded, say so as well."""
    if all(result.state == "missing" for result in run.results):
        typer.echo(NOTHING.format(unit=run.unit), err=True)
        return 1
    return 1 if any(result.state == "failed" for result in run.results) else 0


def _chosen(course: Path, units: list[str], *, every: bool) -> list[str]:
    """Return the assignments that are asked for, each once."""
    if every == bool(units):
        raise typer.BadParameter("Name a unit such as photo, or give --all, and not both.")
    if not every:
        return list(dict.fromkeys(units))
    from weakties.course import CourseError
    from weakties.grading.nbg.assignments import handed_in_assignments

    found = handed_in_assignments(course)
    if not found:
        raise CourseError(
            f"Nothing was handed in of any assignment that the gradebook of {course} knows: put "
            "each learner's work under submitted/, such as submitted/ann/photo/photo.ipynb."
        )
    return found


def _compare(
    course: Path, unit: str, options: Compared, json_file: Path | None, *, yes: bool
) -> int:
    """Compare with nbgrader, show what differs, and return the exit code."""
    from rich.console import Console

    from weakties.cli.compare import QUESTION, shown
    from weakties.grading.compare.compare import compared
    from weakties.grading.compare.programs import ended_as_by_hand

    if not yes:
        typer.confirm(QUESTION, abort=True, err=True)
    console = Console(stderr=True)
    with ended_as_by_hand(), console.status("Starting") as status:
        found = compared(course, unit, replace(options, tell=status.update))
    for remark in found.remarks:
        typer.echo(plain(remark), err=True)
    if json_file:
        _write(json_file, json.dumps(found.as_json(), indent=1))
    if json_file != Path("-"):
        typer.echo("\n".join(map(plain, shown(found))))
    return 1 if found.differing else 0


def _write(path: Path, text: str) -> None:
    from weakties.course import CourseError

    if path == Path("-"):
        sys.stdout.write(text + "\n")
    else:
        try:
            path.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise CourseError(
                f"{path} was not written: {error.strerror}. Every grade is saved; "
                "the same command without --force writes it without grading again."
            ) from None
