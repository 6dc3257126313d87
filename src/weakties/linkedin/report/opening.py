"""What stands above every report, in any form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weakties.linkedin.figures.as_of import as_of_date
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.said import counted, number, people, percent, plural

if TYPE_CHECKING:
    from weakties.linkedin.export import Era, Export
    from weakties.linkedin.figures import Figures

TITLE = "Your network in the mirror"
HERE = "Nothing left this machine: this report was made here, from your file, without the network."
_PRIVATE = f"{HERE} It names people, so keep it to yourself."
_WITHOUT_NAMES = (
    f"{HERE} It rests on a copy without names: people bear numbers, and times, companies and "
    "functions stand in it only as far as several people share them. So growth, companies and their "
    "mix are not those of the archive that it was made from."
)
STAR = (
    "An export is a star: it holds your ties to others and, but for group conversations, nobody's "
    "ties to each other. It shows what happened on LinkedIn, and nothing else."
)


_ERAS: dict[Era, str] = {
    "to-2015": "LinkedIn's form until 2015",
    "to-2021": "LinkedIn's form until 2021",
    "2021-2023": "LinkedIn's form from 2021 to 2023",
    "since-2023": "LinkedIn's form since 2023",
}


def opening_of(figures: Figures) -> tuple[str, ...]:
    """Return what stands above the report on one export, a paragraph each."""
    return (in_short(figures), source_of(figures), whom_it_names(figures.export), STAR)


def whom_it_names(*exports: Export) -> str:
    """Return where the report stays, and whether people can be found in it by name."""
    return _WITHOUT_NAMES if all(map(is_pseudonymized, exports)) else _PRIVATE


def source_of(figures: Figures) -> str:
    """Return from what the report was made."""
    said = f"Made from {figures.export.name}, in {_ERAS[figures.export.era]}."
    if figures.as_of is None:
        return said
    latest = as_of_date(replace(figures.export, made_on=None))
    if latest and latest > figures.as_of:
        return (
            f"{said} How long ago something was is counted from {figures.as_of}; everything in "
            f"the archive, up to {latest}, is counted all the same."
        )
    return f"{said} How long ago something was is counted from {figures.as_of}."


def in_short(figures: Figures) -> str:
    """Return the network in two sentences."""
    found = figures.json()
    connections, companies, ties = found["connections"], found["companies"], found["ties"]
    since = f" since {connections['first'][:4]}" if connections["first"] else ""
    said = f"You are tied to {people(connections['people'])}{since}"
    if companies["known"]:
        effective = round(companies["effective"], 1)
        said += (
            f". {companies['known']:,} of them "
            f"{plural(companies['known'], 'names', 'name')} one of "
            f"{counted(companies['distinct'], 'company', 'companies')}, as mixed as "
            f"{number(effective)} {plural(effective, 'company', 'companies')} of equal size"
        )
    if figures.exchanges is None or not figures.knows_owner or not connections["people"]:
        return f"{said}."
    both = int(figures.exchanges["both_ways"].sum())
    return (
        f"{said}. With {both:,} ({percent(both / connections['people'])}) there were "
        f"messages both ways; {number(ties['dormant'] or 0)} of those ties have been dormant for "
        "three years or more."
    )
