"""What stands above every report, in any form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.said import number, people, percent

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

TITLE = "Your network in the mirror"
PRIVATE = (
    "Nothing left this machine: this report was made here, from your file, without the network. It "
    "names people, so keep it to yourself."
)
STAR = (
    "An export is a star: it holds your ties to others and nobody's ties to each other. It shows "
    "what happened on LinkedIn, and nothing else."
)


def source_of(figures: Figures) -> str:
    """Return from what the report was made."""
    of = f", as of {figures.as_of}" if figures.as_of else ""
    return f"Made from {figures.export.name}, in the form of the era {figures.export.era}{of}."


def in_short(figures: Figures) -> str:
    """Return the network in two sentences."""
    found = figures.json()
    connections, companies, ties = found["connections"], found["companies"], found["ties"]
    since = f" since {connections['first'][:4]}" if connections["first"] else ""
    said = f"You are tied to {people(connections['people'])}{since}"
    if companies["known"]:
        said += (
            f", at {companies['distinct']:,} companies that weigh like "
            f"{number(round(companies['effective'], 1))} equal ones"
        )
    if figures.exchanges is None or ties["silent_share"] is None:
        return f"{said}."
    both = int(figures.exchanges["both_ways"].sum())
    return (
        f"{said}. With {both:,} of them ({percent(both / connections['people'])}) there were "
        f"messages both ways; {number(ties['dormant'] or 0)} of those ties have been silent for "
        "three years or more."
    )
