"""``weakties teach plan``: an agenda that adds up."""

from __future__ import annotations

import shlex
from datetime import datetime  # noqa: TC003 - typer reads the annotation
from pathlib import Path  # noqa: TC003 - typer reads the annotation
from typing import Annotated

import typer

from weakties.command import command


def plan(
    minutes: Annotated[int, typer.Option(help="How long the workshop takes, breaks included.")],
    units: Annotated[
        str, typer.Option(metavar="A,B", help="Which units.", show_default="what fits")
    ] = "",
    people: Annotated[int, typer.Option(min=0, help="How many take part.")] = 0,
    helpers: Annotated[int, typer.Option(min=0, help="How many help you.")] = 0,
    start: Annotated[
        datetime | None,
        typer.Option(metavar="HH:MM", formats=["%H:%M"], help="When it begins."),
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option(metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="Its day, for --calendar."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as one HTML file, to print.")
    ] = None,
    calendar: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as iCalendar; needs --day.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as Markdown.")
    ] = None,
) -> None:
    """Make an agenda from the minutes of the units: breaks, who does what, what is cut and why."""
    from weakties.course import load_course
    from weakties.pages.file import write_over_own, write_page
    from weakties.teaching.plan import forms
    from weakties.teaching.plan.agenda import Wanted, agenda

    named = tuple(slug.strip() for slug in units.split(",") if slug.strip())
    made = agenda(load_course(), Wanted(minutes, named, people, helpers))
    begin = start.hour * 60 + start.minute if start else 0
    if calendar and not (day and start):
        raise typer.BadParameter("A calendar needs a day and a start.", param_hint="--calendar")
    if html:
        write_page(forms.page_of(made, begin), html)
    if markdown:
        text = forms.markdown_of(made, begin, _again(minutes, named, start, markdown))
        write_over_own(
            markdown, text.encode(), forms.MARKDOWN.encode(), what="agenda", example="agenda.md"
        )
    if calendar and day:
        content = forms.calendar_of(made, day.date(), begin)
        write_over_own(
            calendar, content, forms.CALENDAR.encode(), what="calendar", example="agenda.ics"
        )
    written = [path for path in (html, markdown, calendar) if path]
    for path in written:
        typer.echo(f"The agenda lies in {path}.", err=True)
    if not written:
        typer.echo(forms.text_of(made, begin))


def _again(minutes: int, units: tuple[str, ...], start: datetime | None, path: Path) -> str:
    options = [f"--minutes {minutes}"]
    options += [f"--units {','.join(units)}"] if units else []
    options += [f"--start {start:%H:%M}"] if start else []
    return command(f"teach plan {' '.join(options)} --markdown {shlex.quote(str(path))}")
