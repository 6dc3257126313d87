"""``weakties site``: the course as static pages, to read and to play in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def site(
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder to build into.", file_okay=False)
    ] = Path("site"),
    pyodide: Annotated[
        str | None,
        typer.Option(
            metavar="DIR|URL", help="A whole copy of Pyodide 0.27.7, in place of its release."
        ),
    ] = None,
    play: Annotated[
        bool, typer.Option("--play/--no-play", help="With Python for the browser, or to read only.")
    ] = True,
    run: Annotated[
        bool,
        typer.Option("--run/--no-run", help="With JupyterLab in the browser, or without."),
    ] = True,
    graded: Annotated[
        bool,
        typer.Option(
            "--graded", help="For a graded course: without the key and the instructors' scripts."
        ),
    ] = False,
    edition: Annotated[
        str, typer.Option(metavar="NAME", help="Of the data in widgets and notebooks.")
    ] = "open",
    serve: Annotated[
        bool, typer.Option("--serve", help="Show it on this machine when it is built.")
    ] = False,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to show it.", show_default="a free one")
    ] = 0,
) -> None:
    """Build the course's site: static pages for any web host.

    Lessons with what they showed, widgets that run in the browser, and the handbooks.
    """
    from weakties.authoring.site import Wanted, build
    from weakties.course import load_course
    from weakties.data.editions import OPEN, checked
    from weakties.teaching.packing.browser import browser_wheel

    if not play and checked(edition) != OPEN:
        raise typer.BadParameter(
            "A site to read shows what came out of the open edition. Another edition takes widgets "
            "or notebooks: leave --no-play away."
        )
    course = load_course()
    wheel = browser_wheel(course, edition=checked(edition), graded=graded) if play and run else None
    built = build(course, Wanted(out.resolve(), pyodide, play, wheel, graded, checked(edition)))
    to_play = f"{built.play_bytes / 1e6:.1f} MB to load for whoever plays"
    to_run = f"{built.run_bytes / 1e6:.1f} MB more for notebooks that run"
    said = [
        to_play if built.play_bytes else "nothing to play",
        to_run if built.run_bytes else "no notebook runs on it",
    ]
    typer.echo(f"{built.pages} pages in {out}; {'; '.join(said)}.")
    if serve:
        from weakties.authoring.site.serve import serve as show

        show(out.resolve(), port, tell=typer.echo)
