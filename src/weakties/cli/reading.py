"""``weakties teach read``: what learners wrote, read in the browser by one reader or several."""

from __future__ import annotations

import time
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from weakties.cli.arguments import Course, Unit


def read_texts(
    unit: Unit,
    reader: Annotated[
        str, typer.Option(metavar="NAME", help="Who reads, as cohort.toml names its readers.")
    ] = "",
    names: Annotated[
        bool, typer.Option("--names", help="Show learners' ids; without it, numbers.")
    ] = False,
    status: Annotated[
        bool,
        typer.Option("--status", help="Say what is read and how well readers agree, and end."),
    ] = False,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open a browser, or only say where.")
    ] = True,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Listen here.", show_default="a free one")
    ] = None,
    course: Course = Path(),
) -> None:
    """Read reflections in the browser: rubric, sample answer and phrases beside each text.

    Every click is saved into the gradebook at once, as the Formgrader would. Readers see no names.
    """
    from weakties.teaching.reading.opening import desk_at
    from weakties.teaching.reading.status import status_lines

    if status:
        desk = desk_at(course, unit, reader, anybody=True)
        for line in status_lines(desk):
            typer.echo(line)
        return
    from weakties import workshop
    from weakties.own_folder import PRIVATE
    from weakties.teaching.reading.server import serving

    desk = desk_at(course, unit, reader, with_names=names)
    (course / PRIVATE).mkdir(exist_ok=True)
    try:
        if port:
            workshop.refuse_taken_port(port)
        with serving(desk, port or 0) as address:
            typer.echo(
                f"{desk.reader} reads {unit} at {address}\n"
                "Every click is saved. Ctrl-C ends the page; what was read stays."
            )
            opened = workshop.opened_browser(address, course) if browser else nullcontext(True)
            with opened as found:
                if not found:
                    typer.echo("No browser was found here: open that address in one yourself.")
                while True:
                    time.sleep(3600)
    except KeyboardInterrupt:
        typer.echo(f"\n{next(status_lines(desk))}")
    except workshop.WorkshopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
