"""``weakties grade``: grade what was handed in, into nbgrader's own folders and gradebook."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

    from weakties.grading.result import Result


class Executor(StrEnum):
    """What runs the notebooks."""

    SANDBOX = "sandbox"
    KERNEL = "kernel"


UNCONTAINED = (
    "Learners' code is not contained: it runs with your rights, beside the checks. "
    "Use this in a container or a virtual machine of its own."
)


def grade(
    unit: Annotated[
        str,
        typer.Argument(metavar="UNIT", help="A unit such as photo, or any nbgrader assignment."),
    ],
    learner: Annotated[
        list[str] | None,
        typer.Option(help="Grade this learner only; give it again for more.", metavar="ID"),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="How many at once.", show_default="one for each processor"),
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
    course: Annotated[
        Path,
        typer.Option(
            help="The course's folder, the one with submitted/ and gradebook.db.",
            exists=True,
            file_okay=False,
            resolve_path=True,
            show_default="this folder",
        ),
    ] = Path(),
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write every result there; - for the screen."),
    ] = None,
) -> None:
    """Grade what was handed in, as nbgrader does and into its gradebook.

    Learners' code runs contained, and the checks run out of its reach.
    What is graded is left alone unless it was handed in again; a run that was stopped goes on.
    Exits 1 if any submission could not be graded.
    """
    from weakties.grading.run import Options
    from weakties.grading.run import grade as grade_all

    if executor is Executor.KERNEL:
        typer.echo(UNCONTAINED, err=True)
    started = time.monotonic()
    results: list[Result] = []
    with _progress(quiet=json_file == Path("-")) as progress:
        task = progress.add_task("Grading", total=None)
        options = Options(
            tuple(learner or ()),
            workers,
            force,
            executor.value,
            cluster,
            feedback,
            announce=lambda total: progress.update(task, total=total),
        )
        for result in grade_all(course, unit, options):
            results.append(result)
            progress.update(task, advance=1)
    if json_file:
        _write(json_file, _as_json(unit, results))
    if json_file != Path("-"):
        typer.echo("\n".join(_summary(results, time.monotonic() - started)))
    raise typer.Exit(1 if any(result.state == "failed" for result in results) else 0)


def _progress(*, quiet: bool) -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=quiet or not console.is_terminal,
    )


def _summary(results: list[Result], seconds: float) -> Iterator[str]:
    for result in sorted(results, key=lambda one: one.learner):
        if result.state == "failed":
            yield f"✕ {_plain(result.learner)} was not graded. {_plain(result.reason)}"
        elif result.state == "needs review" and not result.skipped:
            yield f"○ {_plain(result.learner)} needs review. {_plain(result.reason)}"
    states = Counter(str(result.state) for result in results if not result.skipped)
    skipped = sum(result.skipped for result in results)
    counts = [
        f"{states[state]} {state}" for state in ("graded", "needs review", "failed", "missing")
    ]
    left = f", {skipped} left as they were" if skipped else ""
    yield f"{', '.join(counts)}{left}, in {seconds:.1f} s."


def _plain(text: str) -> str:
    """Return text without anything that would drive a terminal."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def _as_json(unit: str, results: list[Result]) -> str:
    states = Counter(str(result.state) for result in results)
    return json.dumps(
        {
            "assignment": unit,
            "states": dict(sorted(states.items())),
            "results": [result.as_json() for result in results],
        },
        indent=1,
    )


def _write(path: Path, text: str) -> None:
    if path == Path("-"):
        sys.stdout.write(text + "\n")
    else:
        path.write_text(text + "\n", encoding="utf-8")
