"""One assignment of a call of ``weakties grade``: graded, with its progress and its summary shown."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import typer

from weakties.grading.report.words import plain

if TYPE_CHECKING:
    from pathlib import Path

    from rich.progress import Progress

    from weakties.grading.nbg.trial import Remark
    from weakties.grading.nbg.unheard import Heard
    from weakties.grading.result import Result
    from weakties.grading.run import Options

ENDED = "Ended. What was graded is saved, and the same command goes on from there."
ENDED_FORCED = "Ended. What was graded is saved; the same command grades all of it again."


@dataclass
class Run:
    """One assignment, graded."""

    unit: str
    results: list[Result] = field(default_factory=list)
    remarks: list[Remark | Heard] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        states = Counter(str(result.state) for result in self.results)
        return {
            "assignment": self.unit,
            "states": dict(sorted(states.items())),
            "remarks": [remark.as_json() for remark in self.remarks],
            "results": [result.as_json() for result in self.results],
        }


def graded(course: Path, unit: str, options: Options, *, quiet: bool, many: bool) -> Run:
    """Grade an assignment, show how far it is, and say what it came to.

    Parameters
    ----------
    course, unit, options
        What is graded, and how.
    quiet
        Whether to show and say nothing.
    many
        Whether it is one of several, so that its name is said.
    """
    from weakties.cli.summary import summary
    from weakties.grading.ending import Ended, ended_by_signals
    from weakties.grading.run import grade as grade_all

    run, started = Run(unit), time.monotonic()
    try:
        with ended_by_signals(), _progress(quiet=quiet) as progress:
            task = progress.add_task(f"Grading {unit}" if many else "Grading", total=None)

            def announce(total: int) -> None:
                progress.update(task, total=total, last=time.monotonic())

            def remark(heard: Remark | Heard) -> None:
                run.remarks.append(heard)
                progress.console.print(
                    plain(heard.text), markup=False, highlight=False, soft_wrap=True
                )

            options = replace(options, announce=announce, remark=remark)
            with closing(grade_all(course, unit, options)) as results:
                for result in results:
                    run.results.append(result)
                    if result.skipped or result.state == "missing":
                        # It took no time, so it says nothing about the others.
                        progress.update(task, total=(progress.tasks[task].total or 1) - 1)
                    else:
                        progress.update(task, advance=1, last=time.monotonic())
    except Ended as ended:
        typer.echo(ENDED_FORCED if options.force else ENDED, err=True)
        raise typer.Exit(ended.exit_code) from None
    if not quiet:
        lines = summary(unit, run.results, time.monotonic() - started)
        typer.echo("\n".join([*([f"{unit}:"] if many else []), *lines]))
    return run


def _progress(*, quiet: bool) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from weakties.cli.time_left import TimeLeft

    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeLeft(),
        console=console,
        disable=quiet or not console.is_terminal,
    )
