"""``weakties start``: lay the course out in a folder and open it in JupyterLab."""

from __future__ import annotations

import sys
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from weakties.course import Course
    from weakties.progress.standing import Place
    from weakties.workshop import Kept


BRING_BACK = "There, Run All Above Selected Cell (in the menu Run) brings back what lies before."


def start(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where your work lies; made if need be.")
    ] = Path("weakties-workshop"),
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open a browser, or only say where.")
    ] = True,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Listen here.", show_default="a free one")
    ] = None,
    no_questions: Annotated[
        bool, typer.Option("--no-questions", help="Never ask what came of a decision.")
    ] = False,
) -> None:
    """Open the workshop in JupyterLab.

    Lessons and exercises are laid out in a folder of yours.
    What you change there is never overwritten, and nothing leaves this machine.
    """
    from weakties import workshop
    from weakties.course import load_course
    from weakties.data import DataError
    from weakties.data.editions import current_edition

    try:
        if port:
            workshop.refuse_taken_port(port)
        course = load_course()
        folder = workshop.working_folder(folder, course)
        edition = current_edition(folder)
        laid = workshop.lay_out(course, folder)
        for kept in laid.kept:
            typer.echo(_what_was_kept(kept))
        if laid.news:
            typer.echo(laid.news)
        typer.echo(f"Your work lies in {folder}\nThe data are edition {edition}.")
        _ask_what_came_of_it(folder, course, never=no_questions)
        place = _where_you_stopped(folder, course, edition)
        if place:
            typer.echo(f"You go on at {place.words}.\n{BRING_BACK}")
        typer.echo("Starting JupyterLab ...")
        with workshop.running_lab(folder, port or workshop.free_port()) as lab:
            address = lab.address_of(place.path, place.fragment) if place else lab.address
            typer.echo(f"The workshop is at {address}\nCtrl-C ends it; your work stays.")
            opened = workshop.opened_browser(address, folder) if browser else nullcontext(True)
            with opened as found:
                if not found:
                    typer.echo("No browser was found here: open that address in one yourself.")
                lab.wait()
    except KeyboardInterrupt:
        typer.echo("")
    except (workshop.WorkshopError, DataError, FileNotFoundError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    typer.echo(f"The workshop has ended. Your work is safe in {folder}")


def _where_you_stopped(folder: Path, course: Course, edition: str) -> Place | None:
    """Return the place to go on at; none the first time, and once all is done."""
    from weakties.progress import Store
    from weakties.progress.standing import standings, where_to_go_on

    place = where_to_go_on(standings(course, Store(folder).read(), edition))
    # Whoever has moved the notebook away finds their own way from the welcome.
    return place if place and (folder / place.path).is_file() else None


def _ask_what_came_of_it(folder: Path, course: Course, *, never: bool) -> None:
    """Ask once, four weeks after a decision, what came of it; where somebody can answer."""
    from weakties.progress import Line, Store
    from weakties.progress.store import NotKept
    from weakties.workshop.decisions import decisions, due

    store = Store(folder)
    record = store.read()
    # Whoever is not remembered would be asked again and again.
    with suppress(NotKept):
        if never and not record.no_questions:
            store.append(Line.now("no questions"))
        if never or not sys.stdin.isatty():
            return
        today = datetime.now(UTC).date()
        if one := due(decisions(course, folder), record, today):
            typer.echo(f"On {one.on.isoformat()} you decided, at {one.unit.title}: {one.words}")
            words = typer.prompt("What came of it? (Enter to pass)", default="", show_default=False)
            store.append(Line.now("came of it", unit=one.unit.slug, words=words.strip()))


def _what_was_kept(kept: Kept) -> str:
    return (
        f"You have changed {kept.path}, so it was left as it is. "
        f"Its new version lies beside it: {kept.updated}"
    )
