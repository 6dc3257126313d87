"""``weakties progress``: how far you are, as the map says it; and how to be forgotten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import AsJson, Work
from weakties.command import command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.progress import Record, Store
    from weakties.progress.standing import Standing


def progress(
    folder: Work = None,
    as_json: AsJson = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Remove all that the course remembers of you.")
    ] = False,
) -> None:
    """Show how far you are: units, questions, points, minutes left and where to go on.

    All of it comes from one file in your own folder, .weakties/progress.jsonl, which you may read
    and delete. Nothing leaves this machine.
    """
    from weakties.progress.store import NotKept, Store
    from weakties.workshop import WorkshopError
    from weakties.workshop.folder import found_folder

    try:
        store = Store(found_folder(folder))
        if forget:
            typer.echo(_forgotten(store))
            return
    except (WorkshopError, NotKept) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    record = store.read()
    found = _standings(store.folder, record)
    if as_json:
        typer.echo(json.dumps(_as_json(found, record), indent=2, ensure_ascii=False))
        return
    for line in _lines(found, record, store.path):
        typer.echo(line)


def _standings(folder: Path, record: Record) -> tuple[Standing, ...]:
    from weakties.course import load_course
    from weakties.data.editions import current_edition
    from weakties.progress.standing import standings

    return standings(load_course(), record, current_edition(folder))


def _as_json(found: tuple[Standing, ...], record: Record) -> dict[str, object]:
    from weakties.progress.standing import where_to_go_on

    place = where_to_go_on(found)
    return {
        "units": [one.as_json() for one in found],
        "go_on": {"path": place.path, "cell": place.cell} if place else None,
        "choices_at_first": {
            "right": sum(one.right for one in record.first_choices.values()),
            "of": len(record.first_choices),
            "by_guessing": round(sum(1 / one.options for one in record.first_choices.values()), 2),
        },
        "last": record.last.isoformat() if record.last else None,
        "lines_not_read": record.broken,
        "lines_of_a_later_version": record.later,
    }


def _lines(found: tuple[Standing, ...], record: Record, path: Path) -> Iterator[str]:
    from weakties.progress import first_choices
    from weakties.progress.standing import in_words, where_to_go_on

    widest = max((len(one.unit.title) for one in found), default=0)
    for one in found:
        left = f" · about {one.minutes_left} minutes left" if one.minutes_left else ""
        yield f"{one.unit.title:{widest}}  {in_words(one)}{left}"
    if said := first_choices.in_words(record.first_choices.values()):
        yield said
    if record.broken:
        lines = "1 line" if record.broken == 1 else f"{record.broken} lines"
        yield f"{lines} of {path} can't be read and did not count."
    if record.later:
        lines = "1 line was" if record.later == 1 else f"{record.later} lines were"
        yield f"{lines} written by a newer weakties and did not count: update it."
    if place := where_to_go_on(found):
        yield f"Go on at {place.words}: {command('start')}"
    elif record.is_empty:
        yield f"Nothing is begun yet: {command('start')}"


def _forgotten(store: Store) -> str:
    if store.forget():
        return f"Forgotten: {store.path} is gone. Your notebooks are as they were."
    return "There was nothing to forget: the course remembers nothing of you here."
