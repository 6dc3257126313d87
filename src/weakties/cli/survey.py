"""``weakties teach survey``: the questionnaire before and after, and what its answers say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import AsJson

if TYPE_CHECKING:
    from weakties.teaching.survey.questionnaire import Questionnaire


def survey(
    before: Annotated[
        Path | None,
        typer.Argument(metavar="[BEFORE", help="What was answered before, as CSV.", exists=True),
    ] = None,
    after: Annotated[
        Path | None,
        typer.Argument(metavar="AFTER]", help="What was answered after, as CSV.", exists=True),
    ] = None,
    units: Annotated[
        str, typer.Option(metavar="A,B", help="The workshop's units.", show_default="all")
    ] = "",
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page.")] = None,
    as_json: AsJson = False,
) -> None:
    """Without files: write both forms and say the key. With two: show before and after.

    Nobody is named: only the columns of the questionnaire are read, and shares of few people are
    not shown.
    """
    from weakties.course import CourseError, load_course
    from weakties.teaching.survey.questionnaire import load_questionnaire

    course = load_course()
    slugs = [one.strip() for one in units.split(",") if one.strip()]
    named = [course.unit(one).slug for one in slugs] or [unit.slug for unit in course.ready]
    asked = load_questionnaire(course.root).of(named)
    if before is None:
        _write_forms(asked, html)
    elif after is None:
        raise CourseError(
            "Give two files: what was answered before the workshop, and what after it."
        )
    else:
        _show(asked, (before, after), html, as_json=as_json)


def _write_forms(asked: Questionnaire, html: Path | None) -> None:
    from weakties.pages.file import write_page
    from weakties.teaching.survey.form import form_page, scoring_key

    base = html or Path("survey.html")
    for when in ("before", "after"):
        path = base.with_name(f"{base.stem}-{when}{base.suffix}")
        write_page(form_page(asked, when), path)
        key = ", ".join(f"{name} {letter}" for name, letter in scoring_key(asked, when))
        typer.echo(f"{path}; the key: {key}")


def _show(
    asked: Questionnaire, files: tuple[Path, Path], html: Path | None, *, as_json: bool
) -> None:
    from weakties.pages.file import write_page
    from weakties.teaching.survey.answers import answers_at
    from weakties.teaching.survey.compared import compared
    from weakties.teaching.survey.page import page_of, text_of

    before = answers_at(files[0], asked, "before")
    after = answers_at(files[1], asked, "after")
    lines = compared(asked, before, after)
    if html is not None:
        write_page(page_of(lines, before, after), html)
        typer.echo(f"The page lies in {html}.", err=True)
    if as_json:
        typer.echo(json.dumps([one.as_json() for one in lines], indent=1))
    elif html is None:
        typer.echo(text_of(lines, before, after))
