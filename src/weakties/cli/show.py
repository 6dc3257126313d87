"""``weakties teach show``: one learner's work, as one needs it for an appeal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from weakties.cli.arguments import AsJson, Course, Unit
from weakties.cli.current import say_what_changed


def show(
    unit: Unit,
    learner: Annotated[str, typer.Argument(metavar="LEARNER", help="Whose work.")],
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as one HTML file.")
    ] = None,
    as_json: AsJson = False,
    what_if: Annotated[
        Path | None,
        typer.Option(
            "--what-if",
            metavar="NOTEBOOK",
            help="Grade this changed copy beside it, and save nothing.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    course: Course = Path(),
) -> None:
    """Show what a learner handed in, what each question got and why, and the key's values.

    The instructor's solution is graded beside it for the key's values. Nothing of that is saved.
    """
    from weakties.grading.nbg.course import classroom
    from weakties.pages.file import write_page
    from weakties.teaching.show.again import graded_again
    from weakties.teaching.show.forms import page_of, text_of
    from weakties.teaching.show.learner import shown

    room = say_what_changed(classroom(course, unit))
    again = graded_again(course, unit, learner, what_if)
    found = shown(room, learner, again)
    if html:
        write_page(page_of(found), html)
        typer.echo(f"It lies in {html}. It names a person and holds the key.", err=True)
    if as_json:
        typer.echo(json.dumps(found.as_json(), indent=2))
    elif not html:
        typer.echo(text_of(found))
