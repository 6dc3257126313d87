"""``weakties teach print``: what an instructor brings to the room on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def print_out(
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="A unit such as photo.")],
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where it is written.", show_default="print-UNIT.html"),
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A roster: each person on it gets a name tent.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    tents: Annotated[int, typer.Option(min=0, max=400, help="So many tents to write on.")] = 0,
) -> None:
    """Write a page to print: posters, role cards, evidence cards, the reflection, name tents.

    Open it in a browser and print it. It holds no answer.
    """
    from weakties.course import load_course
    from weakties.lesson.evidence import read_evidence
    from weakties.pages.file import write_page
    from weakties.teaching.printing.handouts import load_handouts
    from weakties.teaching.printing.reflection import reflection_of
    from weakties.teaching.printing.sheets import Paper, sheets_of

    course = load_course()
    wanted = course.unit(unit)
    cards = read_evidence(course.root)
    made = Paper(
        wanted,
        load_handouts(course.root, wanted),
        [cards[name] for name in wanted.evidence],
        reflection_of(course, wanted),
        [*_named(names), *([""] * tents)],
    )
    path = html or Path(f"print-{unit}.html")
    write_page(sheets_of(made), path)
    typer.echo(f"What to print lies in {path}.", err=True)


def _named(roster: Path | None) -> list[str]:
    from weakties.grading.cohort.roster import roster_at

    people = roster_at(roster) if roster else ()
    return [f"{one.first_name} {one.last_name}".strip() or one.id for one in people]
