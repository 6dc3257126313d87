"""``weakties teach collect``: take in what learners handed in, from wherever it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import Course, Unit
from weakties.command import in_course
from weakties.grading.report.words import people, plain

if TYPE_CHECKING:
    from datetime import timedelta

    from weakties.teaching.collecting.collect import Collected, Taken

_SAID = {
    "new": "taken",
    "again": "taken, in place of an earlier version, which is kept",
    "earlier": "kept; a later version counts",
    "known": "known already",
}
_CLOCKS = {"learner": " by their own clock", "platform": "", "mail": ""}


def collect(
    unit: Unit,
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE...",
            help="A platform's archive, a folder, hand-in zips, a mailbox, an exchange's inbound.",
            exists=True,
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken, and write nothing.")
    ] = False,
    course: Course = Path(),
) -> None:
    """Take in what learners handed in, into the folders that are graded.

    People are found by id, e-mail or name; every version is kept, and the last one counts.
    Exits 1 if somebody is not known.
    """
    from weakties.teaching.collecting.collect import collect as taken_in

    found = taken_in(course, unit, sources, write=not dry_run)
    for one in found.taken:
        typer.echo(_line(one))
    for sentence in found.left_out:
        typer.echo(f"! {plain(sentence)}", err=True)
    _say_unknown(found, dry_run=dry_run)
    learners = {one.learner for one in found.taken}
    would = "would be collected" if dry_run else "is collected"
    typer.echo(f"The work of {people(len(learners))} {would}.")
    if not learners and not found.unknown:
        typer.echo("Nothing was found that a learner could have handed in.", err=True)
    if learners and not dry_run:
        typer.echo(f"Next: {in_course(f'grade {unit}')}")
    raise typer.Exit(1 if found.unknown or not learners else 0)


def _line(one: Taken) -> str:
    handed = one.handed
    when = f"{handed.when:%Y-%m-%d %H:%M} UTC{_CLOCKS[handed.clock]}" if handed.when else "no time"
    late = f", late by {_span(one.late)}" if one.late else ""
    if handed.is_late and not one.late:
        late = ", late as the platform says"
    return f"{plain(one.learner)}: {when}{late}, {_SAID[one.state]} ({plain(handed.hints.label)})"


def _span(late: timedelta) -> str:
    minutes = int(late.total_seconds() // 60)
    days, hours = divmod(minutes // 60, 24)
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"


def _say_unknown(found: Collected, *, dry_run: bool) -> None:
    from weakties.teaching.collecting.kept import WHO

    for handed, candidates in found.unknown:
        could = " or ".join(f"{one.id} ({one.first_name} {one.last_name})" for one in candidates)
        why = f"could be {could}" if candidates else "is nobody on the roster"
        typer.echo(f"✕ {plain(handed.hints.label)} {plain(why)}.", err=True)
    if found.unknown and not dry_run:
        typer.echo(
            f"Say it once in {WHO}: write an id of the roster into its rows, and run this again."
        )
