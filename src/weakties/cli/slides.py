"""``weakties teach slides``: a lesson on the projector, and its notes on the instructor's screen."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads it
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
) -> None:
    """Show a lesson on the projector: one idea a screen, widgets alive, notes on your own screen.

    It is made from the lesson itself, and runs on this machine alone.
    """
    import asyncio

    from weakties.course import load_course
    from weakties.facilitation import load_facilitation
    from weakties.pages.file import write_page
    from weakties.projector.notes import notes_by_section
    from weakties.projector.paper import paper_page
    from weakties.projector.pdf import write_pdf
    from weakties.projector.screens import screens_of
    from weakties.projector.server import Show, serve

    course = load_course()
    wanted = course.unit(unit)
    lesson = json.loads((course.root / wanted.lesson).read_text(encoding="utf-8"))
    screens = screens_of(lesson["cells"])
    sections = tuple(dict.fromkeys(one.section for one in screens))
    notes = notes_by_section(sections, load_facilitation(course.root, wanted).parts)
    if paper or pdf:
        page = paper_page(wanted.title, screens, notes)
        if paper:
            write_page(page, paper)
            typer.echo(f"The slides lie in {paper}. A browser prints them, also as PDF.")
        if pdf:
            write_pdf(page, pdf)
            typer.echo(f"The slides lie in {pdf}.")
        return

    def opened(address: str) -> None:
        typer.echo(
            f"For the projector:            {address}\n"
            f"Your screen, for you alone:   {address}notes\n"
            "Next and back: a clicker, PageDown and PageUp, or arrows. F fills the screen, C shows "
            "code, Z all of a tall widget.\nCtrl-C ends it."
        )

    try:
        asyncio.run(serve(Show(screens, notes), port, opened))
    except KeyboardInterrupt:
        typer.echo()
