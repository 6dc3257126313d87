"""``weakties hand-in``: look at the work once more, and make the one file that is handed in."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.course import Course, Unit
    from weakties.handover.looked_at import LookedAt
    from weakties.handover.run import Ran


def hand_in(
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="A unit such as photo.")],
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Another notebook.", show_default="the unit's"),
    ] = None,
    who: Annotated[
        str, typer.Option("--me", help="Your id, e-mail or name, as your instructor knows you.")
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the zip goes.", show_default="your folder"),
    ] = None,
    run: Annotated[
        bool, typer.Option("--run/--no-run", help="Run the notebook once in a fresh kernel.")
    ] = True,
) -> None:
    """Make one zip of an exercise, to be handed in.

    It says what is still blank and whether the notebook runs from its first cell to its last.
    Nothing keeps you from handing in: late or unfinished work is taken as well.
    """
    from weakties.course import load_course
    from weakties.data.editions import current_edition
    from weakties.handover.looked_at import looked_at
    from weakties.handover.receipt import Receipt, digest_of, zip_name, zip_of
    from weakties.handover.run import Ran, ran
    from weakties.workshop import WorkshopError, found_folder

    course = load_course()
    asked = course.unit(unit)
    try:
        path = file or found_folder(None) / asked.exercise
        work = path.read_bytes()
    except WorkshopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"{path} can't be read: {error.strerror}. Name your notebook.", err=True)
        raise typer.Exit(1) from None
    seen = looked_at(work, (course.root / asked.exercise).read_bytes(), _others(course, asked))
    how = ran(path) if run and not seen.problem else Ran()
    for line in _told(seen, how):
        typer.echo(f"- {line}")
    now = datetime.now(UTC)
    automatic = [question for question in asked.questions if question.graded == "auto"]
    receipt = Receipt(
        unit,
        current_edition(path.parent),
        digest_of(work),
        f"{now:%Y-%m-%dT%H:%M:%SZ}",
        sum(points for _, points in how.points),
        sum(question.points for question in automatic),
        seen.blank,
        tuple(cell for cell, _ in how.stops),
        who,
    )
    place = (out or path.parent) / zip_name(receipt)
    place.write_bytes(zip_of(work, receipt))
    typer.echo(
        f"{place}\nholds {path.name} as {unit}.ipynb, digest {receipt.digest[:12]}, made "
        f"{now.astimezone():%Y-%m-%d %H:%M %Z}. Hand in this one file; a later one replaces it."
    )
    _into_exchange(unit, work, json.dumps(asdict(receipt)).encode(), now)


def _others(course: Course, asked: Unit) -> dict[str, bytes]:
    """Return what else somebody may have taken for the exercise."""
    named = {f"the lesson of {unit.slug}": unit.lesson for unit in course.ready}
    named |= {
        f"the exercise of {unit.slug}": unit.exercise for unit in course.ready if unit != asked
    }
    return {words: (course.root / path).read_bytes() for words, path in named.items()}


def _told(seen: LookedAt, how: Ran) -> Iterator[str]:
    if seen.problem:
        yield seen.problem
        return
    if seen.lost:
        yield f"Cells are gone of {', '.join(seen.lost)}: a fresh copy of the exercise has them."
    if seen.blank:
        yield f"Still blank: {', '.join(seen.blank)}."
    if how.failed:
        yield how.failed
    for cell, error in how.stops:
        yield f"The cell {cell} stops in a fresh kernel. {error}"
    if not (seen.lost or seen.blank or how.failed or how.stops):
        yield "Every question has an answer, and the notebook runs from its first cell to its last."


def _into_exchange(unit: str, work: bytes, receipt: bytes, now: datetime) -> None:
    from weakties.handover.exchange import files_of, put_into
    from weakties.pack import this_pack

    pack = this_pack()
    if not pack or not pack.exchange:
        return
    try:
        put_into(Path(pack.exchange), unit, files_of(unit, work, receipt), now)
        typer.echo("It was handed in through your class's exchange: nothing is left to do.")
    except OSError as error:
        typer.echo(
            f"The exchange takes nothing now ({error.strerror}). The zip is made: try again later, or "
            "send it to your instructor.",
            err=True,
        )
