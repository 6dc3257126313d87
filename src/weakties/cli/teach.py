"""``weakties teach``: what an instructor does once the work is graded."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Look at what was graded, and take it elsewhere.", no_args_is_help=True)

Course = Annotated[
    Path,
    typer.Option(
        help="The course's folder, the one with gradebook.db.",
        exists=True,
        file_okay=False,
        resolve_path=True,
        show_default="this folder",
    ),
]


@app.command()
def report(
    unit: Annotated[
        str,
        typer.Argument(metavar="UNIT", help="A unit such as photo, or any nbgrader assignment."),
    ],
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report as one HTML file.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object for a script.")
    ] = False,
    course: Course = Path(),
) -> None:
    """Show how each question did, what learners stumbled over, and where everybody stands.

    What is not graded is blank, never 0.
    """
    from weakties.grading.report.forms import page_of, text_of
    from weakties.grading.report.read import read
    from weakties.grading.report.report import Report
    from weakties.pages.file import write_page

    found = Report(read(course, unit))
    if html:
        write_page(page_of(found), html)
        typer.echo(f"The report lies in {html}. It names learners: keep it to yourself.", err=True)
    if as_json:
        typer.echo(json.dumps(found.as_json(), indent=2))
    elif not html:
        typer.echo(text_of(found))
        typer.echo("\nIntervals, wrong values and everybody's points: add --html report.html")


class Form(StrEnum):
    """Who is to read the sheet."""

    CSV = "csv"
    CANVAS = "canvas"
    MOODLE = "moodle"


@app.command()
def export(
    units: Annotated[
        list[str],
        typer.Argument(metavar="UNIT...", help="Units such as photo, or any assignments."),
    ],
    form: Annotated[
        Form, typer.Option("--format", help="What is to read it.", show_default=True)
    ] = Form.CSV,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where it is written.", show_default="the screen"),
    ] = None,
    course: Course = Path(),
) -> None:
    """Write everybody's points for a spreadsheet, for Canvas or for Moodle.

    What is not graded is blank, never 0.
    """
    from weakties.grading.export.export import sheet_of
    from weakties.grading.export.sheet import write_sheet
    from weakties.grading.report.read import read
    from weakties.grading.report.report import Report

    sheet = sheet_of([Report(read(course, unit)) for unit in dict.fromkeys(units)], form.value)
    if out:
        write_sheet(sheet, out)
        typer.echo(f"The points lie in {out}.", err=True)
    else:
        typer.echo(sheet.text.encode(), nl=False)
    for note in sheet.notes:
        typer.echo(note, err=True)
