"""``weakties teach return``: everybody's feedback, made anew and given back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import Course, Unit
from weakties.cli.current import say_what_changed
from weakties.cli.text import listed
from weakties.grading.report.words import people, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.teaching.returning.give import Given


def give_back(
    unit: Unit,
    archive: Annotated[
        Path | None,
        typer.Option("--zip", metavar="FILE", help="Write everybody's pages into this archive."),
    ] = None,
    like: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The archive of submissions that Moodle or Canvas gave you: --zip takes its names.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    exchange: Annotated[
        bool, typer.Option("--exchange", help="Release the pages through nbgrader's exchange.")
    ] = False,
    course: Course = Path(),
) -> None:
    """Make everybody's feedback as the gradebook is now, and give it back.

    Work that could not be graded gets a page as well, with the reason and what to do.
    Exits 1 if somebody who handed something in gets nothing.
    """
    if like and not archive:
        raise typer.BadParameter("--like goes with --zip: it gives the archive its names.")
    from weakties.grading.nbg.course import classroom
    from weakties.teaching.returning.give import put_into_archive, put_into_exchange
    from weakties.teaching.returning.made import feedback_made

    room = say_what_changed(classroom(course, unit))
    made = feedback_made(room)
    left = dict(made.left)
    typer.echo(
        f"Feedback for {people(len(made.pages))} lies in feedback/, as the gradebook is now."
    )
    if archive:
        given = put_into_archive(room, made, archive, like)
        if given.to:
            typer.echo(f"{archive} holds it for {people(len(given.to))}.")
        left |= dict.fromkeys(given.left_out, f"No file in {like} is certainly theirs.")
    if exchange:
        given = put_into_exchange(room)
        _say_released(given)
        if not archive:
            left |= dict.fromkeys(given.left_out, "It did not come through the exchange.")
    _say_left(left, made.missing)
    if not made.pages:
        typer.echo("Nothing was given back: nobody's work is graded.", err=True)
    raise typer.Exit(1 if left or not made.pages else 0)


def _say_released(given: Given) -> None:
    typer.echo(f"Released through the exchange for {people(len(given.to))}.")
    if given.left_out:
        typer.echo(
            "Not through the exchange, because it did not come that way: "
            f"{listed(given.left_out)}. `--zip FILE` holds everybody's."
        )


def _say_left(left: Mapping[str, str], missing: tuple[str, ...]) -> None:
    if missing:
        typer.echo(f"Handed nothing in: {listed(missing)}.")
    for learner, why in left.items():
        typer.echo(f"✕ {plain(learner)} gets nothing. {plain(why)}", err=True)
