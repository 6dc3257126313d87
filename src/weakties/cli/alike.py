"""``weakties teach alike``: which answers are alike beyond what the exercise explains."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from weakties.cli.arguments import AsJson, Course, Unit


def alike(
    unit: Unit,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write both sides of each pair as one HTML file."),
    ] = None,
    as_json: AsJson = False,
    course: Course = Path(),
) -> None:
    """Show answers in code that are like the key's or like one another: hints, never verdicts.

    Names, comments and layout make no difference. What the exercise, its hints and the lesson
    explain is taken out, and so is what many wrote.
    """
    from weakties.pages.file import write_page
    from weakties.teaching.alike.forms import json_of, page_of, text_of
    from weakties.teaching.alike.found import found_in

    found = found_in(course, unit)
    if html:
        write_page(page_of(found), html)
        typer.echo(
            f"It lies in {html}. It names learners and may hold the key: keep it to yourself.",
            err=True,
        )
    if as_json:
        typer.echo(json.dumps(json_of(found), indent=2))
    elif not html:
        typer.echo(text_of(found))
        typer.echo("\nBoth side by side: add --html alike.html")
