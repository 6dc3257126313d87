"""``weakties decisions``: what you decided in the lessons, on one page."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotation
from typing import Annotated

import typer

from weakties.cli.arguments import Work


def decisions(
    folder: Work = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write them as one HTML page to print.")
    ] = None,
) -> None:
    """Collect what you typed in the lessons' Decide cells.

    Save your notebooks first: it reads the files. Nothing leaves this machine.
    """
    from weakties.course import load_course
    from weakties.pages.file import write_page
    from weakties.progress import Store
    from weakties.workshop import WorkshopError, found_folder
    from weakties.workshop.decisions import decisions as found_in
    from weakties.workshop.decisions import page_of

    try:
        work = found_folder(folder)
        found = found_in(load_course(), work)
    except WorkshopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    if not found:
        typer.echo(
            "No decision is typed yet: each lesson asks for one at its end, under Decide. "
            "Type it between the quotes, and save.",
            err=True,
        )
        raise typer.Exit(1)
    if html:
        write_page(page_of(found, Store(work).read()), html)
        typer.echo(f"Your decisions lie in {html}.", err=True)
        return
    for one in found:
        typer.echo(f"{one.unit.title} ({one.on.isoformat()})\n  {one.words}")
