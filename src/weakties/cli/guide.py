"""``weakties teach guide``: how to teach a unit, with this edition's answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def guide(
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="A unit such as photo.")],
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where it is written.", show_default="guide-UNIT.html"),
    ] = None,
    edition: Annotated[
        str, typer.Option(metavar="NAME", help="The cohort's edition.", show_default="as here")
    ] = "",
    short: Annotated[
        bool, typer.Option("--short", help="One sheet, to be read in ten minutes.")
    ] = False,
) -> None:
    """Write how to teach a unit: script, timings, right answers and wrong ones with what to say.

    The answers are those of the edition. The page prints as it is.
    """
    from weakties.claims import load_claims
    from weakties.course import load_course
    from weakties.data.editions import current_edition
    from weakties.facilitation import load_facilitation
    from weakties.lesson.evidence import read_evidence
    from weakties.pages.file import write_page
    from weakties.teaching.guide.key import answers_of
    from weakties.teaching.guide.page import Guide, page_of, short_page_of

    course = load_course()
    wanted = course.unit(unit)
    named = edition or current_edition()
    made = Guide(
        wanted,
        load_facilitation(course.root, wanted),
        named,
        answers_of(wanted, named),
        load_claims(course.root),
        read_evidence(course.root),
    )
    path = html or Path(f"guide-{unit}{'-short' if short else ''}.html")
    write_page(short_page_of(made) if short else page_of(made), path)
    typer.echo(f"The guide lies in {path}. It holds the key: keep it to yourself.", err=True)
