"""``weakties join`` and ``weakties leave``: a learner in the room of a workshop, or out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from weakties.command import command

if TYPE_CHECKING:
    from pathlib import Path


def join(
    where: Annotated[
        str,
        typer.Argument(metavar="CODE@HOST", help="The six letters and the address on the wall."),
    ],
    yes: Annotated[
        bool, typer.Option("--yes", help="You have read what is sent, and it is fine with you.")
    ] = False,
) -> None:
    """Join the room of a workshop from your notebooks; you are asked before anything is sent."""
    from weakties.joined import door

    folder = _own()
    door.room_named(where)
    typer.echo(door.WHAT_IS_SENT)
    if not yes and not typer.confirm("Join?", default=False):
        typer.echo("Nothing was sent.")
        raise typer.Exit(1)
    page = door.join(where, folder)
    typer.echo(
        f"You are in, and your notebooks send from now on. To stop: {command('leave')}\n"
        f"Second votes, and a hand for when you are stuck, are on your page: {page}"
    )


def leave() -> None:
    """Leave the room, and have it delete what you sent."""
    from weakties.joined.door import leave as go

    typer.echo(go(_own()))


def _own() -> Path:
    from weakties.joined.door import NotJoined
    from weakties.own_folder import own_folder

    folder = own_folder()
    if folder is None:
        raise NotJoined(
            f"This is no folder of yours: go into the one that `{command('start')}` opened. "
            "Without a notebook, the page on the wall is enough."
        )
    return folder
