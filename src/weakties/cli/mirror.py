"""``weakties mirror``: your own LinkedIn export as a report, and as a copy without names."""

from __future__ import annotations

import json
from datetime import datetime  # noqa: TC003 - typer reads the annotation
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.printed import say
from weakties.command import command

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.beside import Copies
    from weakties.linkedin.export import Export
    from weakties.linkedin.report import Mirror
    from weakties.linkedin.report.changes import ChangesReport


class OrderName(StrEnum):
    """The orders of day and month in a date such as 1/5/2024."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class EraName(StrEnum):
    """The forms that Connections.csv has had."""

    TO_2015 = "to-2015"
    TO_2021 = "to-2021"
    TO_2023 = "2021-2023"
    SINCE_2023 = "since-2023"


def mirror(
    export: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="EXPORT",
            help="The zip from LinkedIn, the folder it was unpacked to, or a Connections.csv; both "
            "zips, if it came in two.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(metavar="OLD", help="Compare with this older export of yours."),
    ] = None,
    beside: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="Show each figure beside that of another network: a copy without names from class, "
            "a folder with the zips of several, or “sample”.",
        ),
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report as one HTML file.")
    ] = None,
    card: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Draw six numbers and a picture without names, .png or .svg, for a post.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="Count from this day, such as 2026-10-03."
        ),
    ] = None,
    dates: Annotated[
        OrderName | None,
        typer.Option(
            help="How a spreadsheet wrote dates such as 1/5/2024; it counts for a file whose own "
            "dates do not decide.",
        ),
    ] = None,
    pseudonymise: Annotated[
        Path | None,
        typer.Option(metavar="OUT.zip", help="Write a copy without names."),
    ] = None,
    k: Annotated[
        int,
        typer.Option(
            "--k", min=1, metavar="N", help="So many people of the copy share what is left of each."
        ),
    ] = 5,
    sample: Annotated[
        bool, typer.Option("--sample", help="Write the export of an invented person.")
    ] = False,
    era: Annotated[
        EraName, typer.Option(help="In which form the sample is written.")
    ] = EraName.SINCE_2023,
    excel: Annotated[
        bool, typer.Option("--excel", help="Write the sample as if Excel had saved it.")
    ] = False,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where the sample is written.")] = Path(
        "Basic_LinkedInDataExport_10-03-2026.zip"
    ),
) -> None:
    """Look at your own network, in numbers.

    Everything is read and written on this machine; nothing is sent anywhere.
    """
    from weakties.linkedin import ExportError
    from weakties.pages.file import NotWritten

    try:
        if sample:
            _refuse_more_than_a_sample(
                export, since, beside, html, card, pseudonymise, as_of, dates, as_json
            )
            _write_sample(out, era, excel=excel)
        elif since:
            _refuse_beside_what_is_compared(pseudonymise, card, beside)
            pair = (_read(export, dates), _read([since], dates))
            _changes(*pair, html, as_of and as_of.date(), as_json=as_json)
        else:
            read = _read(export, dates)
            other = _read_other(beside, export)
            if pseudonymise or html or card or as_json:
                # The report that is printed says it itself.
                for sentence in read.account.said_of_dates:
                    say(sentence, err=True)
            if pseudonymise:
                _write_copy(read, pseudonymise, k)
            if card:
                _draw_card(read, card, as_of and as_of.date())
            if html or as_json or beside or not (pseudonymise or card):
                _report(read, other, html, as_of and as_of.date(), as_json=as_json)
    except (ExportError, NotWritten) as error:
        say(str(error), err=True)
        raise typer.Exit(1) from None


def _refuse_more_than_a_sample(*others: object) -> None:
    from weakties.linkedin import ExportError

    if any(others):
        raise ExportError(
            "--sample only writes an invented export. Leave the other words out, then look at what "
            f"it wrote: {command('mirror FILE --html mirror.html')}"
        )


def _refuse_beside_what_is_compared(
    copy: Path | None, card: Path | None, beside: Path | None
) -> None:
    from weakties.linkedin import ExportError

    for option, given, what in (
        ("--pseudonymise", copy, "writes a copy"),
        ("--card", card, "draws a card"),
        ("--beside", beside, "shows the figures"),
    ):
        if given:
            raise ExportError(
                f"{option} {what} of one export. Leave --since out for that, and run it once for "
                "each."
            )


def _read(paths: list[Path] | None, dates: OrderName | None) -> Export:
    from weakties.linkedin import ExportError, read

    if not paths:
        raise ExportError(
            "Which export? Give the path of the zip that LinkedIn sent you, or try an invented one "
            f"first: {command('mirror --sample')}"
        )
    return read(*paths, dates=dates.value if dates else None)


def _read_other(beside: Path | None, own: list[Path] | None) -> Export | Copies | None:
    if beside is None:
        return None
    from weakties.linkedin.beside.other import read_other

    return read_other(beside, *(own or ()))


def _report(
    export: Export,
    beside: Export | Copies | None,
    html: Path | None,
    as_of: date | None,
    *,
    as_json: bool,
) -> None:
    from weakties.linkedin.report import mirror_of

    more = "\nPictures, tables and names: add --html mirror.html"
    _show(mirror_of(export, as_of=as_of, beside=beside), more, html, as_json=as_json)


def _changes(
    new: Export, old: Export, html: Path | None, as_of: date | None, *, as_json: bool
) -> None:
    from weakties.linkedin.report.changes import changes_report

    more = "\nNames and tables: add --html changes.html"
    _show(changes_report(new, old, as_of=as_of), more, html, as_json=as_json)


def _show(report: Mirror | ChangesReport, more: str, html: Path | None, *, as_json: bool) -> None:
    from weakties.pages.file import write_page

    if html:
        write_page(report.html(), html)
        say(f"Your report lies in {html}. Nothing left this machine.", err=True)
    if as_json:
        say(json.dumps(report.json(), indent=2, ensure_ascii=False))
    elif not html:
        say(str(report))
        say(more)


def _draw_card(export: Export, path: Path, as_of: date | None) -> None:
    from weakties.linkedin.card import card_of, write_card

    card = card_of(export, as_of=as_of)
    write_card(card, path)
    say(
        f"Your card lies in {path}. It names nobody: no person, no company, no place.\n"
        f"For those who can't see it, post these words along:\n{card.alt}",
        err=True,
    )


def _write_copy(export: Export, path: Path, k: int) -> None:
    from weakties.linkedin.pseudonym.copy import REVEALS
    from weakties.linkedin.pseudonym.file import write_copy

    before, after, differences = write_copy(export, path, k=k)
    say(
        f"The copy lies in {path}. It is without names, which is not the same as anonymous.\n"
        f"At least {after.fewest:,} people share a month, company, function and level in it "
        f"(k = {k}).\n"
        "Alone of their kind, so to be found by who knows this of them (your archive, the copy):",
        err=True,
    )
    for what, was, still in (
        ("people, by month, company, function and level", before.people, after.people),
        (
            "people, by these and the months in which messages came",
            before.people_writing,
            after.people_writing,
        ),
        ("conversations, by the lengths of messages", before.conversations, after.conversations),
        (
            "conversations, by all but the words",
            before.conversations_known,
            after.conversations_known,
        ),
        ("groups, by how many sit in them", before.groups, after.groups),
    ):
        say(f"  - {what}: {was:.0%}, {still:.0%}", err=True)
    say("Before you pass it on, know what it still shows:", err=True)
    for line in REVEALS:
        say(f"  - {line}", err=True)
    if differences:
        say("Figures that differ from those of your own report:", err=True)
    for line in differences:
        say(f"  - {line}", err=True)


def _write_sample(path: Path, era: EraName, *, excel: bool) -> None:
    from weakties.linkedin.sample import write_sample

    write_sample(path, era=era.value, excel=excel)
    say(
        f"The export of Nadia Ferro, an invented analyst, lies in {path}\n"
        f"Look at it: {command('mirror')} {path} --html mirror.html"
    )
