"""``weakties teach slides``: a lesson on the projector, and its notes on the instructor's screen."""

from __future__ import annotations

import json
from datetime import datetime  # noqa: TC003 - typer reads the annotation
from pathlib import Path
from typing import Annotated

import typer


def slides(
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="A unit such as photo.")],
    paper: Annotated[
        Path | None,
        typer.Option(
            "--print", metavar="FILE", help="Write slides with notes as one page instead."
        ),
    ] = None,
    pdf: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The same as PDF, by a Chromium that is here."),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Listen here.", show_default="a free one")
    ] = 0,
    units: Annotated[
        str,
        typer.Option(
            metavar="A,B",
            help="Of the workshop: the room's questions are numbered over all of them.",
            show_default="this one",
        ),
    ] = "",
    minutes: Annotated[
        int | None,
        typer.Option(help="Of the workshop: when each part begins, as its agenda says."),
    ] = None,
    start: Annotated[
        datetime | None,
        typer.Option(metavar="HH:MM", formats=["%H:%M"], help="When it begins; needs --minutes."),
    ] = None,
) -> None:
    """Show a lesson on the projector: one idea a screen, widgets alive, notes on your own screen.

    It is made from the lesson itself, and runs on this machine alone.
    """
    import asyncio

    from weakties.claims import load_claims
    from weakties.course import load_course
    from weakties.facilitation import load_facilitation
    from weakties.lesson.evidence import read_evidence
    from weakties.own_folder import PRIVATE
    from weakties.pages.file import write_page
    from weakties.projector.guesses import said_beside
    from weakties.projector.notes import after_the_first_step, notes_of
    from weakties.projector.paper import paper_page
    from weakties.projector.pdf import write_pdf
    from weakties.projector.screens import screens_of
    from weakties.projector.server import Show, serve
    from weakties.room.questions import questions_of
    from weakties.teaching.guide.names import worded
    from weakties.teaching.plan.agenda import Wanted, agenda
    from weakties.teaching.plan.forms import begins_of

    if start and minutes is None:
        raise typer.BadParameter("It needs --minutes, as the agenda does.", param_hint="--start")
    course = load_course()
    wanted = course.unit(unit)
    slugs = tuple(slug.strip() for slug in units.split(",") if slug.strip()) or (wanted.slug,)
    if wanted.slug not in slugs:
        raise typer.BadParameter(f"{wanted.slug} is not among them.", param_hint="--units")
    lesson = json.loads((course.root / wanted.lesson).read_text(encoding="utf-8"))
    screens = screens_of(lesson["cells"])
    sections = tuple(dict.fromkeys(one.section for one in screens))
    page = worded(
        load_facilitation(course.root, wanted), load_claims(course.root), read_evidence(course.root)
    )
    if minutes is None:
        begins = after_the_first_step(page.parts)
    else:
        made = agenda(course, Wanted(minutes, slugs))
        begins = begins_of(made, wanted, start.hour * 60 + start.minute if start else 0)
    notes = notes_of(sections, page, begins)
    if paper or pdf:
        printed = paper_page(wanted.title, screens, notes)
        if paper:
            write_page(printed, paper)
            typer.echo(f"The slides lie in {paper}. A browser prints them, also as PDF.")
        if pdf:
            write_pdf(printed, pdf)
            typer.echo(f"The slides lie in {pdf}.")
        return

    def opened(address: str) -> None:
        typer.echo(
            f"For the projector:            {address}\n"
            f"Your screen, for you alone:   {address}notes\n"
            "Next and back: a clicker, PageDown and PageUp, or arrows. F fills the screen, C shows "
            "code, Z all of a tall widget. On your screen type the number of a screen to go there.\n"
            "Ctrl-C ends it. If it was killed, the same command in this folder goes on."
        )

    beside = said_beside(screens, questions_of(course, slugs))
    path = Path.cwd() / PRIVATE / f"open-slides-{wanted.slug}.json"
    try:
        asyncio.run(serve(Show(screens, notes, beside, path), port, opened))
    except KeyboardInterrupt:
        typer.echo()
