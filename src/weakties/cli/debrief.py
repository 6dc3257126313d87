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
    before: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="The questionnaire before the workshop.", exists=True),
    ] = None,
    after: Annotated[
        Path | None, typer.Option(metavar="CSV", help="And after it.", exists=True)
    ] = None,
    html: Annotated[Path, typer.Option(metavar="FILE", help="Where the page is written.")] = Path(
        "debrief.html"
    ),
) -> None:
    """Write one page of a workshop: answers before and after, results, where it took time.

    It is anonymous: the room kept counts and nothing else, and of a questionnaire stand shares.
    """
    from weakties.course import CourseError
    from weakties.pages.file import write_page
    from weakties.room.keeping import read_counts
    from weakties.teaching.debrief import debrief_page

    if (before is None) != (after is None):
        raise CourseError("Give both files of the questionnaire, --before and --after.")
    told = read_counts(counts)
    asked = _questionnaire(before, after) if before and after else ""
    write_page(debrief_page(told, asked), html)
    typer.echo(f"The debrief lies in {html}.")


def _questionnaire(before: Path, after: Path) -> str:
    from weakties.course import load_course
    from weakties.teaching.survey.answers import answers_at
    from weakties.teaching.survey.compared import compared
    from weakties.teaching.survey.page import part_of
    from weakties.teaching.survey.questionnaire import load_questionnaire

    course = load_course()
    asked = load_questionnaire(course.root).of([unit.slug for unit in course.ready])
    answered = answers_at(before, asked, "before"), answers_at(after, asked, "after")
    return part_of(compared(asked, *answered), *answered)
