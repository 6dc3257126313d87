"""The ``weakties`` command: it parses, calls the library and prints."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib.util import find_spec
from io import TextIOWrapper
from typing import Annotated

import typer

from weakties import __version__
from weakties.cli import (
    again,
    certificate,
    decisions,
    doctor,
    extra,
    hand_in,
    join,
    mirror,
    progress,
    recall,
    start,
)
from weakties.command import command

app = typer.Typer(
    name="weakties",
    help="A hands-on workshop on professional networking, taught with data, in Jupyter.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.command()(start.start)
app.command()(progress.progress)
app.command()(recall.recall)
app.command()(again.again)
app.command()(decisions.decisions)
app.command()(certificate.certificate)
app.command("hand-in")(hand_in.hand_in)
app.command()(doctor.doctor)
app.command()(mirror.mirror)
app.command()(join.join)
app.command()(join.leave)
if find_spec("weakties.grading"):  # what an instructor hands out ends here
    from weakties.cli import author, grade, site, teach

    app.command()(grade.grade)
    app.command()(site.site)
    app.add_typer(author.app, name="author")
    app.add_typer(teach.app, name="teach")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"weakties {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Hold the options of the command itself."""


def main() -> None:
    """Run the command; a sentence and exit code 1 for what the reader can mend."""
    from weakties.course import CourseError

    # A console of Windows, or a file that it writes, may lack a sign: then a mark stands there.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    # At its end Python would look through all that nbgrader loaded, which takes half a second.
    atexit.register(gc.freeze)
    try:
        app(prog_name=command())
    except CourseError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
    except ModuleNotFoundError as error:
        if not (said := extra.how_to_get(error.name)):
            raise
        typer.echo(said, err=True)
        sys.exit(1)
