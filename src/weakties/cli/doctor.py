"""``weakties doctor``: what is wrong with this installation or folder, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.workshop.doctor import Finding


def doctor(
    folder: Work = None,
    port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, help="The port that you want.", show_default="a free one"),
    ] = None,
    report: Annotated[
        bool,
        typer.Option("--report", help="Print one line to mail to an instructor; it names nobody."),
    ] = False,
) -> None:
    """Say what is wrong with this installation or folder, each time with the next step.

    It changes nothing. The exit code is 1 if something was found.
    """
    from weakties.workshop.folder import USUAL

    here = Path.cwd()
    usual = here / USUAL if (here / USUAL).is_dir() else here
    found = list(_findings((folder or usual).expanduser().resolve(), port))
    for finding in found:
        typer.echo(f"- {finding}")
    if report:
        from weakties.workshop.doctor.line import line_of

        typer.echo(line_of(len(found)))
    if found:
        raise typer.Exit(1)
    if not report:
        typer.echo("Nothing is wrong here, as far as this command can see.")


def _findings(place: Path, port: int | None) -> Iterator[Finding]:
    from weakties.course import CourseError, load_course
    from weakties.data.editions import current_edition
    from weakties.workshop import doctor as rules

    try:
        course = load_course()
    except (CourseError, FileNotFoundError) as error:
        yield rules.Finding(str(error), "")
        return
    yield from rules.wrong_with_installation(course)
    yield from rules.wrong_with_folder(course, place)
    try:
        current_edition(place)
    except CourseError as error:
        yield rules.Finding(str(error), "Until then no table of the course can be loaded.")
    yield from rules.wrong_with_machine(port)
