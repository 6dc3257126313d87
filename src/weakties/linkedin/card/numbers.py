"""The six numbers of a card: the first six of a list that this export can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.said import number, percent, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.linkedin.figures import Figures

SIX = 6


class Number(NamedTuple):
    """A number as it is shown, and what it counts."""

    value: str
    of_what: str


def six_numbers(figures: Figures, *, dated: bool) -> tuple[Number, ...]:
    """Return at most six numbers; `dated` says whether the years are the network's own."""
    return tuple(number for number, _ in zip(_all(figures, dated=dated), range(SIX), strict=False))


def _all(figures: Figures, *, dated: bool) -> Iterator[Number]:
    found = figures.json()
    connections, companies = found["connections"], found["companies"]
    messages, ties = found["messages"], found["ties"]
    people = connections["people"]
    companies_told = companies["known"] and not is_pseudonymized(figures.export)
    yield Number(f"{people:,}", plural(people, "connection"))
    if dated and connections["first"]:
        years = int(connections["last"][:4]) - int(connections["first"][:4]) + 1
        yield Number(f"{years}", f"{plural(years, 'year')}, from {connections['first'][:4]} on")
    if figures.exchanges is not None and figures.knows_owner and people:
        both = int(figures.exchanges["both_ways"].sum())
        yield Number(percent(both / people), "with messages both ways")
        if ties["dormant"] is not None:
            yield Number(f"{ties['dormant']:,}", "of those dormant for three years")
    if companies_told:
        effective = companies["effective"]
        yield Number(
            number(round(effective, 1)),
            f"{plural(round(effective, 1), 'company', 'companies')} of equal size would be as mixed",
        )
    if messages["reply_rate"] is not None:
        yield Number(
            percent(messages["reply_rate"]),
            f"of {messages['started']:,} {plural(messages['started'], 'conversation')} that I began "
            f"{plural(messages['started'], 'was', 'were')} answered",
        )
    if companies_told:
        yield Number(
            f"{companies['distinct']:,}", plural(companies["distinct"], "company", "companies")
        )
    if dated and connections["first"]:
        years_of = figures.people["connected_on"].dt.year.value_counts()
        yield Number(
            f"{int(years_of.max()):,}", f"came in {int(years_of.idxmax())}, the most in a year"
        )
