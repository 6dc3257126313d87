"""Dormant ties worth a thought: each with what made it rank."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from weakties.linkedin.companies import company_key
from weakties.linkedin.figures.as_of import days_before
from weakties.linkedin.insight.roles import RANK, Role, role_of
from weakties.linkedin.names import folded, full_name

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.export import Export
    from weakties.linkedin.figures import Figures

_MANY = 6
REASONS = {
    "new company": "nobody you wrote with in the last year is at their company (other news)",
    "other function": "they work in another function than you (other news)",
    "above your level": "their level is above yours (standing)",
    "you wrote often": f"you exchanged {_MANY} messages or more (goodwill)",
    "endorsed": "one of you endorsed or recommended the other (goodwill)",
}
"""What earns one point each: novelty, status and trust, after Walter, Levin and Murnighan (2015)."""

_TOLD = ("first_name", "last_name", "slug", "position", "company")


class DormantTie(NamedTuple):
    """Somebody you wrote with, three years ago or earlier."""

    name: str
    role: str
    last: pd.Timestamp
    messages: int
    reasons: tuple[str, ...]


def dormant_ties(figures: Figures, *, most: int | None = None) -> list[DormantTie]:
    """Return dormant ties, those with most reasons first, then those with most messages.

    Parameters
    ----------
    figures
        The figures of an export.
    most
        So many of them; by default all.
    """
    if figures.dormant is None or figures.exchanges is None or figures.as_of is None:
        return []
    active = _active_companies(figures)
    mine = owners_role(figures.export)
    praised = _praised(figures.export)
    rows = figures.dormant.index
    told = (figures.people[column].loc[rows].tolist() for column in _TOLD)
    people = list(zip(*told, strict=True))
    written = (figures.dormant["from_owner"] + figures.dormant["from_person"]).tolist()
    ranked = []
    for place, ((first, family, slug, position, employer), messages) in enumerate(
        zip(people, written, strict=True)
    ):
        name = full_name(first, family) or slug
        role = role_of(position)
        company = company_key(employer)
        facts = (
            bool(company) and company not in active,
            None not in (role.function, mine.function) and role.function != mine.function,
            RANK.get(role.level, 0) > RANK.get(mine.level, max(RANK.values())),
            messages >= _MANY,
            slug in praised or (bool(praised) and folded(name) in praised),
        )
        ranked.append((-sum(facts), -messages, name, place, facts))
    ranked.sort()
    ties: list[DormantTie] = []
    for _, _, name, place, facts in ranked[:most]:
        *_, position, employer = people[place]
        said = ", ".join(filter(None, (position, employer)))
        last, reasons = figures.dormant["last"].iloc[place], tuple(compress(REASONS, facts))
        ties.append(DormantTie(name, said, last, written[place], reasons))
    return ties


def owners_role(export: Export) -> Role:
    """Return the owner's function and level: of today's position, else of the headline."""
    positions = export.positions.sort_values("started_on", ascending=False, kind="stable")
    today = positions[positions["finished_on"].isna()]
    titles = [*today["title"], *export.profile["headline"], ""]
    return role_of(titles[0])


def _active_companies(figures: Figures) -> set[str]:
    assert figures.exchanges is not None  # noqa: S101 - asked by the only caller
    assert figures.as_of is not None  # noqa: S101
    year_ago = days_before(figures.as_of, 365)
    recent = figures.exchanges["last"].dt.tz_localize(None) > year_ago
    persons = figures.exchanges.index[recent]
    return set(map(company_key, set(figures.people["company"].iloc[persons].tolist()))) - {""}


def _praised(export: Export) -> set[str]:
    """Return slugs and folded names of everybody with an endorsement or recommendation."""
    slugs = set(export.endorsements["slug"])
    for table in (export.endorsements, export.recommendations):
        names = zip(table["first_name"], table["last_name"], strict=True)
        slugs |= {folded(full_name(first, last)) for first, last in names}
    return slugs - {""}
