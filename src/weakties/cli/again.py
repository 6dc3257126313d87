"""``weakties again``: an exercise a second time, with other data."""

from __future__ import annotations

import typer

from weakties.cli.arguments import Unit, Work
from weakties.command import command


def again(unit: Unit, folder: Work = None) -> None:
    """Lay a fresh copy of an exercise beside the old one, with other data.

    What you answered stays as it is. The copy is for practice: hand in the first one.
    """
    from weakties.course import load_course
    from weakties.workshop import WorkshopError, found_folder
    from weakties.workshop.again import lay_out_again

    try:
        work = found_folder(folder)
        made = lay_out_again(load_course(), unit, work)
    except WorkshopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    typer.echo(
        f"A fresh copy lies in {made.notebook.relative_to(work)}, with data of its own "
        f"(edition {made.edition}).\nOpen it in the workshop: {command('start')}"
    )
