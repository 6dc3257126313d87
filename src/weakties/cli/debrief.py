"""``weakties teach debrief``: one page about a workshop, from what its room kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def debrief(
    counts: Annotated[
        Path,
        typer.Argument(
            metavar="COUNTS", help="What `teach room --keep COUNTS` wrote.", exists=True
        ),
    ],
    html: Annotated[Path, typer.Option(metavar="FILE", help="Where the page is written.")] = Path(
        "debrief.html"
    ),
) -> None:
    """Write one page of a workshop: answers before and after, results, where it took time.

    It is anonymous: the room kept counts and nothing else.
    """
    from weakties.pages.file import write_page
    from weakties.room.keeping import read_counts
    from weakties.teaching.debrief import debrief_page

    write_page(debrief_page(read_counts(counts)), html)
    typer.echo(f"The debrief lies in {html}.")
