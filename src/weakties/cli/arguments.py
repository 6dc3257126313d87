"""What several commands ask for, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from weakties.command import course_named


def _named(context: typer.Context, folder: Path) -> Path:
    """Let messages name the folder, as long as the command runs."""
    context.with_resource(course_named(folder))
    return folder


Unit = Annotated[
    str,
    typer.Argument(metavar="UNIT", help="A unit such as photo, or any nbgrader assignment."),
]

Course = Annotated[
    Path,
    typer.Option(
        help="The course's folder, the one with submitted/ and gradebook.db.",
        exists=True,
        file_okay=False,
        resolve_path=True,
        show_default="this folder",
        callback=_named,
    ),
]

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object for a script.")]

Work = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR", help="The folder with your work.", show_default="this one, or the usual"
    ),
]
