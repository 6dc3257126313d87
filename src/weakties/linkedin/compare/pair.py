"""Whether two exports can be compared: of one person, and in the order in which they were made."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weakties.linkedin.archive.shown import shown
from weakties.linkedin.errors import ExportError
from weakties.linkedin.figures.as_of import as_of_date
from weakties.linkedin.names import folded, full_name
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.said import counted

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.compare.matched import Matched
    from weakties.linkedin.export import Export
    from weakties.linkedin.figures import Figures

_HALF = 0.5
"""Less in common than that, and two lists of people are two people's."""


@dataclass(frozen=True)
class Pair:
    """What holds for two exports together.

    Parameters
    ----------
    until
        The last day of what counts as earlier; None if the old one has no day.
    names_told
        Whether people of one can be found in the other.
    by_month
        Whether days are known to the month alone.
    remarks
        What is to be known about comparing these two.
    """

    until: date | None
    names_told: bool
    by_month: bool
    remarks: tuple[str, ...]


def pair_of(old: Figures, new: Figures, found: Matched) -> Pair:
    """Return what holds for two exports together.

    Parameters
    ----------
    old, new
        Their figures.
    found
        Who is who.

    Raises
    ------
    ExportError
        If they are the same, in the wrong order, or of two people.
    """
    copies = [one.export.name for one in (old, new) if is_pseudonymized(one.export)]
    by_month = bool(copies) or old.by_month or new.by_month
    names_told = bool(found.pairs) or not copies
    _refuse_same(old.export, new.export)
    day = as_of_date(old.export)
    until = _end_of_month(day) if day and by_month else day
    remarks = [*_order(old, new, by_month=by_month)]
    if names_told:
        remarks += _one_person(old, new, found)
    else:
        remarks.append(_without_names(copies))
    if old.export.era != new.export.era and names_told:
        remarks.append(
            "The two have different forms. Where one of them gives no addresses of profiles, people "
            "are found again by name and day."
        )
    if by_month and until:
        remarks.append(
            f"Days are known to the month alone, so “since” means after {until:%B %Y}; what "
            "happened within that month counts as earlier."
        )
    return Pair(until, names_told, by_month, tuple(remarks))


def _refuse_same(old: Export, new: Export) -> None:
    tables = ("connections", "messages", "invitations", "positions", "endorsements")
    if len(old.connections) and all(
        getattr(old, table).equals(getattr(new, table)) for table in tables
    ):
        raise ExportError(
            f"“{shown(old.name)}” and “{shown(new.name)}” hold the same rows, so nothing has changed "
            "between them. Request a new archive, and compare that one with the older."
        )


def _order(old: Figures, new: Figures, *, by_month: bool) -> tuple[str, ...]:
    """Return what is to be said about the order.

    Raises
    ------
    ExportError
        If the new one was made before the old one.
    """
    then, now = as_of_date(old.export), as_of_date(new.export)
    if then is None or now is None:
        name = (old if then is None else new).export.name
        return (f"Nothing in {name} has a day, so which of the two is newer can't be told.",)
    latest = as_of_date(replace(old.export, made_on=None)) or then
    last = max(then, latest)
    wrong = (last.year, last.month) > (now.year, now.month) if by_month else last > now
    if wrong:
        raise ExportError(
            f"“{shown(new.export.name)}” goes to {now} and “{shown(old.export.name)}” to {last}. "
            "Is it the other way round? The newer export comes first, the older one after --since."
        )
    if by_month and (then.year, then.month) == (now.year, now.month):
        return ("Both end in the same month, so which of them is newer can't be told.",)
    if then == now:
        return (
            "Both are of one day: what differs is what the archives hold, not what happened since.",
        )
    return ()


def _one_person(old: Figures, new: Figures, found: Matched) -> tuple[str, ...]:
    """Return what is to be said about the owner.

    Raises
    ------
    ExportError
        If the two are of two people.
    """
    sizes = (len(old.people), len(new.people))
    common = len(found.pairs)
    if _slug(old) == _slug(new) != "":
        return ()
    if _knows(old, new) or _knows(new, old):
        raise ExportError(_two_people(old, new, common))
    mine, other = _owner(old), _owner(new)
    if mine and other:
        if mine == other:
            return ()
        if common < _HALF * max(sizes):
            raise ExportError(_two_people(old, new, common))
        return (
            (
                f"Profile.csv names {_said(old)} then and {_said(new)} now; with {common:,} people in "
                "common they are taken for one person."
            ),
        )
    if min(sizes) and common < _HALF * min(sizes):
        raise ExportError(_two_people(old, new, common))
    return ()


def _knows(one: Figures, other: Figures) -> bool:
    """Return whether the owner of the other export is among the people of this one.

    Nobody is tied to oneself. Without Profile.csv the owner is guessed, which is no ground to refuse.
    """
    slug = _slug(other)
    return bool(slug and _owner(other) and (one.people["slug"] == slug).any())


def _slug(figures: Figures) -> str:
    return (figures.conversations.owner or "") if figures.conversations else ""


def _said(figures: Figures) -> str:
    profile = figures.export.profile
    if not len(profile):
        return "somebody"
    first = profile.iloc[0]
    return full_name(str(first["first_name"]), str(first["last_name"])) or "somebody"


def _owner(figures: Figures) -> str:
    return folded(_said(figures)) if len(figures.export.profile) else ""


def _two_people(old: Figures, new: Figures, common: int) -> str:
    names = (
        f": one is {_said(new)}'s, the other {_said(old)}'s"
        if _owner(old) and _owner(new) and _owner(old) != _owner(new)
        else ""
    )
    return (
        f"“{shown(new.export.name)}” and “{shown(old.export.name)}” look like exports of two "
        f"people{names}. They have {counted(common, 'person', 'people')} in common, of {len(new.people):,} and "
        f"{len(old.people):,}. Give two exports of one person."
    )


def _without_names(copies: list[str]) -> str:
    which = "Both are copies without names" if len(copies) > 1 else f"{copies[0]} is a copy"
    return (
        f"{which}, made under a key that nobody keeps, in which people came in a month, a quarter or "
        "a year: who came and who went can't be told, nor whether the two are of one person."
    )


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
