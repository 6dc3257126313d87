"""``weakties teach``: what an instructor does once the work is graded."""

from __future__ import annotations

import json
import shlex
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from weakties.cli.alike import alike
from weakties.cli.arguments import AsJson, Course, Unit
from weakties.cli.certificates import certificates, verify
from weakties.cli.collect import collect
from weakties.cli.current import say_what_changed
from weakties.cli.debrief import debrief
from weakties.cli.give_back import give_back
from weakties.cli.guide import guide
from weakties.cli.pack import pack
from weakties.cli.plan import plan
from weakties.cli.print_out import print_out
from weakties.cli.reading import read_texts
from weakties.cli.room import room
from weakties.cli.show import show
from weakties.cli.slides import slides
from weakties.cli.survey import survey
from weakties.command import command

app = typer.Typer(
    help="Start a course, look at what was graded, and take it elsewhere.", no_args_is_help=True
)
app.command()(pack)
app.command()(collect)
app.command("return")(give_back)
app.command()(plan)
app.command()(guide)
app.command("print")(print_out)
app.command()(show)
app.command("read")(read_texts)
app.command()(alike)
app.command()(certificates)
app.command()(verify)
app.command()(slides)
app.command()(room)
app.command()(debrief)
app.command()(survey)


@app.command()
def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The course's folder; new or empty.")
    ],
    units: Annotated[
        str, typer.Option(metavar="A,B", help="Which units.", show_default="all that are ready")
    ] = "",
    edition: Annotated[
        str, typer.Option(metavar="NAME", help="Which edition of the data the cohort has.")
    ] = "open",
    roster: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Who takes part: a CSV of Canvas, of Moodle, or with id,name,email.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="What the cohort is called.")] = "",
    zone: Annotated[
        str, typer.Option(metavar="ZONE", help="Time zone of due dates, such as Europe/Berlin.")
    ] = "UTC",
) -> None:
    """Make a course's folder for a cohort: sources, roster, due dates and gradebook.

    nbgrader's own commands work in it as well.
    """
    from weakties.course import load_course
    from weakties.teaching.new import Wanted, new_course, start_gradebook

    named = [slug.strip() for slug in units.split(",") if slug.strip()]
    made = new_course(load_course(), folder, Wanted(named, edition, title, zone, roster))
    start_gradebook(folder.resolve(), made)
    typer.echo(
        f"The course lies in {folder}, with {', '.join(unit.slug for unit in made)}.\n"
        f"Due dates, extensions and what coming late costs: {folder / 'cohort.toml'}\n"
        f"What learners hand in: {folder}/submitted/<learner>/{made[0].slug}/{made[0].slug}.ipynb\n"
        f"Then: `{command(f'grade {made[0].slug}')} --course {shlex.quote(str(folder))}`, "
        f"or in that folder without --course."
    )
    if edition != "open":
        typer.echo(f'Learners need a file weakties.toml with one line: edition = "{edition}"')


@app.command()
def report(
    unit: Unit,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report as one HTML file.")
    ] = None,
    as_json: AsJson = False,
    anonymous: Annotated[
        bool,
        typer.Option(
            "--anonymous", help="Leave out all that is about one learner: for a projector."
        ),
    ] = False,
    course: Course = Path(),
) -> None:
    """Show how each question did, what learners stumbled over, and where everybody stands.

    What is not graded is blank, never 0.
    """
    from weakties.grading.nbg.course import classroom
    from weakties.grading.report.forms import page_of, text_of
    from weakties.grading.report.read import read, read_course
    from weakties.grading.report.report import Report
    from weakties.pages.file import write_page

    say_what_changed(classroom(course, unit))
    found = Report(read(course, unit), read_course(course, unit))
    if html:
        today = datetime.now().astimezone().date()
        write_page(page_of(found, anonymous=anonymous, today=today), html)
        private = "" if anonymous else " It names learners: keep it to yourself."
        typer.echo(f"The report lies in {html}.{private}", err=True)
    if as_json:
        typer.echo(json.dumps(found.as_json(anonymous=anonymous), indent=2))
    elif not html:
        typer.echo(text_of(found, anonymous=anonymous))
        typer.echo("\nIntervals, wrong values and everybody's points: add --html report.html")


class Form(StrEnum):
    """Who is to read the sheet."""

    CSV = "csv"
    CANVAS = "canvas"
    MOODLE = "moodle"
    BRIGHTSPACE = "brightspace"


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
    """Write everybody's points for a spreadsheet, Canvas, Moodle or Brightspace.

    What is not graded is blank, never 0.
    """
    from weakties.grading.export.export import sheet_of
    from weakties.grading.export.sheet import write_sheet
    from weakties.grading.nbg.course import classroom
    from weakties.grading.report.read import read
    from weakties.grading.report.report import Report

    say_what_changed(classroom(course, units[0]))
    sheet = sheet_of([Report(read(course, unit)) for unit in dict.fromkeys(units)], form.value)
    if out:
        write_sheet(sheet, out)
        typer.echo(f"The points lie in {out}.", err=True)
    else:
        typer.echo(sheet.text.encode(), nl=False)
    for note in sheet.notes:
        typer.echo(note, err=True)
