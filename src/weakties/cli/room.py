"""``weakties teach room``: predictions and votes of a workshop, live and without names."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.command import command

if TYPE_CHECKING:
    from weakties.room.serving import Addresses


def room(
    units: Annotated[
        str, typer.Option(metavar="A,B", help="Whose predictions can be asked.")
    ] = "strangers",
    share: Annotated[
        bool, typer.Option("--share", help="Let in devices of this network, not only this machine.")
    ] = False,
    address: Annotated[
        str,
        typer.Option(metavar="URL", help="Where people reach it, with a hub or proxy in front."),
    ] = "",
    socket: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Listen at a socket file, for a hub; needs --address."),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Listen here.", show_default="a free one")
    ] = 0,
    people: Annotated[
        int, typer.Option(min=1, max=2000, help="How many fit in.", show_default=True)
    ] = 400,
    rehearse: Annotated[
        int, typer.Option(metavar="N", min=0, max=1000, help="Practice with simulated people.")
    ] = 0,
    keep: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the counts when the room closes; nothing else."),
    ] = None,
) -> None:
    """Open a room: people guess on phones or in notebooks, the wall shows all guesses at once.

    It listens on this machine alone until you say --share. Nobody gives a name.
    """
    import asyncio

    from weakties.course import CourseError, load_course
    from weakties.own_folder import PRIVATE
    from weakties.room.connections import room_for
    from weakties.room.keeping import Secrets, counts, resumed
    from weakties.room.questions import plays_of, questions_of
    from weakties.room.serving import Place, serve
    from weakties.room.session import Room

    place = Place(port, share, address, socket)
    place.check()
    course = load_course()
    slugs = [slug.strip() for slug in units.split(",") if slug.strip()]
    questions = questions_of(course, slugs)
    plays = plays_of(course, slugs)
    exercises = tuple(one.id for slug in slugs for one in course.unit(slug).questions)
    if keep and keep.exists():
        other = keep.with_stem(f"{keep.stem}-2")
        raise CourseError(f"“{keep}” is there already. Give a new name, such as {other}.")
    folder = Path.cwd() / PRIVATE
    folder.mkdir(exist_ok=True)
    path = folder / ("open-rehearsal.json" if rehearse else "open-room.json")
    most = room_for(people)
    before = resumed(path, questions, exercises, most + rehearse, plays)
    session, secrets = before or (Room(questions, exercises, plays, most + rehearse), Secrets.new())

    def opened(found: Addresses) -> None:
        if before:
            typer.echo("An earlier room was not closed: it goes on, with the same code and votes.")
        typer.echo(
            f"Your screen, for you alone:   {found.instructor}\n"
            f"The wall, for the projector:  {found.wall}\n"
            f"People join at {found.join} with the code {session.code}\n"
            f"In a notebook's terminal:     {command(f'join {session.code}@{_host(found.join)}')}"
        )
        if most < people:
            typer.echo(f"This machine lets a program open few files: only {most} people fit in.")
        if not share and not address:
            typer.echo("Only this machine can come in. For phones and laptops add --share.")
        if not keep and not rehearse:
            typer.echo(
                "Nothing is kept for a debrief. For counts, and only these, add --keep FILE."
            )
        typer.echo("Ctrl-C closes the room and deletes what was sent.")

    lessons = tuple(course.root / course.unit(slug).lesson for slug in slugs)
    try:
        asyncio.run(
            serve(
                session,
                secrets,
                path,
                place,
                lessons=lessons,
                rehearsed=rehearse,
                opened=opened,
                noted=typer.echo,
            )
        )
    except KeyboardInterrupt:
        typer.echo()
    if keep:
        content = json.dumps(counts(session), indent=2, ensure_ascii=False)
        with os.fdopen(os.open(keep, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(content + "\n")
        typer.echo(f"The counts lie in {keep}.")
    typer.echo("The room is closed; what was sent is deleted.")


def _host(address: str) -> str:
    return address.partition("://")[2].rstrip("/")
