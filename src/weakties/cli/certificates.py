"""``weakties teach certificates`` and ``teach verify``: what learners take along, and who confirms it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import Course
from weakties.cli.current import say_what_changed
from weakties.cli.text import listed
from weakties.command import command
from weakties.counted import points
from weakties.grading.report.words import people, plain

if TYPE_CHECKING:
    from weakties.teaching.certificates.confirm import Confirmed

LIKE = "7K3M-9QXA-2F5P"


def certificates(
    units: Annotated[
        list[str] | None,
        typer.Argument(metavar="UNIT...", help="Units such as photo, or any assignments."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All that are graded.")] = False,
    at_least: Annotated[
        float,
        typer.Option(min=0, max=100, help="Percent of a unit's points that put it on the page."),
    ] = 50,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Where the pages go.", show_default="certificates/ in the course"
        ),
    ] = None,
    course: Course = Path(),
) -> None:
    """Make a certificate for each learner from the gradebook, named, numbered, with a code.

    `teach verify CODE` confirms it. Whoever gets the very same one again keeps number and code.
    Exits 1 if somebody's work is not settled, or nobody gets one.
    """
    if bool(units) is every:
        raise typer.BadParameter("Name the units, or say --all.")
    from weakties.pages.file import write_page
    from weakties.teaching.certificates.give import file_name, make_certificates, room_of

    say_what_changed(room_of(course, units or ()))
    today = datetime.now().astimezone().date()
    made = make_certificates(course, units or (), at_least, today)
    folder = out or course / "certificates"
    folder.mkdir(parents=True, exist_ok=True)
    for issued, page in made.pages:
        write_page(page, folder / file_name(issued))
    if made.pages:
        typer.echo(f"{people(len(made.pages))}: the certificates lie in {folder}.")
        typer.echo(f"Each has a code: `{command('teach verify CODE')}` confirms it here.")
    else:
        typer.echo("Nobody gets a certificate.", err=True)
    if made.awards.none:
        typer.echo(f"Below {at_least:g} percent, or nothing there: {listed([*made.awards.none])}.")
    for learner, why in made.awards.waiting.items():
        typer.echo(f"✕ {plain(learner)} gets none yet. {plain(why)}", err=True)
    raise typer.Exit(1 if made.awards.waiting or not made.pages else 0)


def verify(
    code: Annotated[str, typer.Argument(metavar="CODE", help=f"As it stands there: {LIKE}")],
    course: Course = Path(),
) -> None:
    """Confirm a certificate's code against the gradebook that it is from.

    Exits 1 if no certificate has it, or the gradebook says something else by now.
    """
    from weakties.teaching.certificates.give import confirmed, room_of

    say_what_changed(room_of(course))
    found = confirmed(course, code)
    if found is None:
        typer.echo(
            f"No certificate of this course has the code {plain(code)}. "
            f"A code looks like {LIKE}; upper and lower case are the same.",
            err=True,
        )
        raise typer.Exit(1)
    typer.echo(_in_words(found))
    raise typer.Exit(1 if found.differs else 0)


def _in_words(found: Confirmed) -> str:
    one = found.issued
    whose = f"{plain(one.name)} (in the gradebook: {plain(one.learner)})"
    lines = [f"No. {one.number}, issued on {one.on.isoformat()} to {whose}"]
    lines += [f"  {plain(unit.unit)}: {points(unit.points, unit.of)}" for unit in one.units]
    if not found.differs:
        return "\n".join(["Confirmed.", *lines, "The gradebook says the same now."])
    again = f"`{command('teach certificates --all')}` makes one that is so."
    return "\n".join(["Not confirmed.", *lines, *map(plain, found.differs), again])
