"""``weakties certificate``: one page about what you have done."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from weakties.cli.arguments import Work


def certificate(
    folder: Work = None,
    name: Annotated[
        str,
        typer.Option(
            prompt="The name on the certificate", help="As it is to stand there; kept nowhere else."
        ),
    ] = "",
    html: Annotated[Path, typer.Option(metavar="FILE", help="Where the page is written.")] = Path(
        "certificate.html"
    ),
) -> None:
    """Write a certificate of the units that you have done, to print on one sheet.

    It says what it is: self-checked. Nothing leaves this machine.
    """
    from weakties.course import load_course
    from weakties.data.editions import current_edition
    from weakties.pages.file import write_page
    from weakties.progress import Store
    from weakties.progress.standing import standings
    from weakties.workshop import WorkshopError, found_folder
    from weakties.workshop.certificate import certificate as made

    try:
        work, course = found_folder(folder), load_course()
        found = standings(course, Store(work).read(), current_edition(work))
        page = made(name, course, found, datetime.now(UTC).astimezone().date()).page()
    except WorkshopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    write_page(page, html)
    typer.echo(f"Your certificate lies in {html}: open it in a browser, and print it.")
