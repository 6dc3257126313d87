"""The tables of an export without anybody's name, address, words, or exact day."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from weakties.linkedin.companies import company_key
from weakties.linkedin.names import DELETED, folded, full_name, split_names
from weakties.linkedin.pseudonym.key import Key
from weakties.linkedin.slugs import url_of
from weakties.linkedin.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from weakties.linkedin.export import Export

SHARED_BY = 5
"""A company is named only if at least so many people are with it."""

REVEALS = (
    f"how many people you know, and the names of companies that {SHARED_BY} or more of them share",
    (
        "in which month each tie, message and invitation came, so a burst that others know of can tell "
        "when you changed jobs, and one who knows when somebody came can look for that month"
    ),
    (
        "who works with whom, though not where: a company without a name keeps one number; and about "
        "how long a job title is, to ten characters"
    ),
    (
        "who (by number) wrote how often, in which order, how long the texts were, and who sat in one "
        "group"
    ),
    "how many members hid and how many rows stood twice, and how long your own texts about you are",
    "your own career by month; somebody who knows it well can guess that the file is yours",
)
"""What the copy still shows, to be weighed before it is passed on."""


def pseudonymized(export: Export, key: Key | None = None) -> Tables:
    """Return the tables with every person replaced.

    Names and slugs become digits, the same person the same digits throughout; e-mail addresses are
    dropped; free text becomes its length, a job title its length to ten characters; dates keep year
    and month, and connections of one month lose their order; a company keeps its name where 5 people
    share it, unless somebody in the export bears that name.

    Parameters
    ----------
    export
        As :func:`weakties.linkedin.read` gives it; it is not changed.
    key
        By default a new random one, which is gone when this returns.
    """
    return _Copy(export, key or Key()).tables()


class _Copy:
    def __init__(self, export: Export, key: Key) -> None:
        self._export = export
        self._key = key
        self._known = _known_names(export)
        self._kept = _shared_companies(export)

    def tables(self) -> Tables:
        return Tables(
            connections=self._connections(),
            messages=self._messages(),
            invitations=self._invitations(),
            profile=self._person(self._export.profile).assign(
                **_lengths(self._export.profile, "headline", "summary", "industry", "location")
            ),
            positions=self._positions(),
            endorsements=self._endorsements(),
            recommendations=self._recommendations(),
        )

    def _connections(self) -> pd.DataFrame:
        table = self._export.connections
        slugs = table["slug"].map(self._slug)
        copy = self._person(table).assign(
            slug=slugs,
            url=slugs.map(url_of),
            email="",
            company=table["company"].map(self._company),
            connected_on=_months(table["connected_on"]),
            position=table["position"].map(_about_how_long),
        )
        # Slugs are digits under a random key: sorted by them, a month's people tell no order.
        # A row that stands twice comes last, so that the same one of the two is read again.
        again = copy["status"] == "duplicate"
        return (
            copy.assign(again=again)
            .sort_values(
                ["again", "connected_on", "slug", "first_name"],
                ascending=[True, False, True, True],
                ignore_index=True,
            )
            .drop(columns="again")
        )

    def _messages(self) -> pd.DataFrame:
        table = self._export.messages
        # Within a month only the order of the rows still tells what came first.
        table = table.sort_values("sent_at", kind="stable", ignore_index=True)
        return table.assign(
            conversation=_each(
                table["conversation"], lambda text: self._key.digits("thread", text)
            ),
            sender=_each(table["sender"], self._name).mask(table["no_sender"], ""),
            sender_slug=_each(table["sender_slug"], self._slug),
            recipients=_each(table["recipients"], self._names),
            recipient_slugs=_each(table["recipient_slugs"], self._slugs),
            sent_at=_months(table["sent_at"]),
            folder=_only(table["folder"], "INBOX", "ARCHIVE", "SPAM"),
            **_lengths(table, "title", "subject", "content", "attachments"),
        )

    def _invitations(self) -> pd.DataFrame:
        table = self._export.invitations
        return table.assign(
            sender=table["sender"].map(self._name),
            recipient=table["recipient"].map(self._name),
            sender_slug=table["sender_slug"].map(self._slug),
            recipient_slug=table["recipient_slug"].map(self._slug),
            sent_at=_months(table["sent_at"]),
            direction=_only(table["direction"], "OUTGOING", "INCOMING"),
            **_lengths(table, "message"),
        )

    def _positions(self) -> pd.DataFrame:
        table = self._export.positions
        return table.assign(
            company=table["company"].map(self._company),
            **_lengths(table, "title", "description", "location"),
        )

    def _endorsements(self) -> pd.DataFrame:
        table = self._export.endorsements
        return self._person(table).assign(
            slug=table["slug"].map(self._slug),
            endorsed_at=_months(table["endorsed_at"]),
            status=_only(table["status"], "ACCEPTED", "PENDING", "HIDDEN"),
            **_lengths(table, "skill"),
        )

    def _recommendations(self) -> pd.DataFrame:
        table = self._export.recommendations
        return self._person(table).assign(
            company=table["company"].map(self._company),
            written_at=_months(table["written_at"]),
            status=_only(table["status"], "VISIBLE", "PENDING", "HIDDEN"),
            **_lengths(table, "title", "text"),
        )

    def _person(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return a table in which each full name is one pair of digits."""
        pairs = zip(table["first_name"], table["last_name"], strict=True)
        names = [self._name(full_name(first, last)) for first, last in pairs]
        return table.assign(
            first_name=[name[:8] for name in names], last_name=[name[9:] for name in names]
        )

    def _name(self, name: str) -> str:
        if name == DELETED:
            return name
        digits = self._key.digits("name", folded(name))
        return f"{digits[:8]} {digits[8:]}".strip()

    def _names(self, listed: str) -> str:
        return ", ".join(map(self._name, split_names(listed, self._known)))

    def _slug(self, slug: str) -> str:
        return self._key.digits("slug", slug)

    def _slugs(self, slugs: str) -> str:
        return " ".join(map(self._slug, slugs.split()))

    def _company(self, company: str) -> str:
        key = company_key(company)
        return self._kept.get(key) or self._key.digits("company", key)


def _each(texts: pd.Series[str], change: Callable[[str], str]) -> pd.Series[str]:
    """Return a column changed; each distinct text is changed once."""
    return texts.map({text: change(text) for text in texts.unique()})


def _only(texts: pd.Series[str], *words: str) -> pd.Series[str]:
    """Return a column without all that is not one of LinkedIn's own words."""
    return texts.where(texts.isin(words), "")


def _lengths(table: pd.DataFrame, *columns: str) -> dict[str, pd.Series[str]]:
    """Return columns of free text as the number of their characters; no text stays none."""
    return {
        column: table[column].map(lambda text: str(len(text)) if text else "") for column in columns
    }


def _about_how_long(title: str) -> str:
    """Return the length of a title in tens of characters, rounded up; no title stays none."""
    return str(10 * math.ceil(len(title) / 10)) if title else ""


def _months(moments: pd.Series[Any]) -> pd.Series[Any]:
    """Return the first of each month, in the column's own type."""
    zone = moments.dt.tz
    first = moments.dt.tz_localize(None).dt.to_period("M").dt.to_timestamp()
    months: pd.Series[Any] = (first.dt.tz_localize(zone) if zone else first).astype(moments.dtype)
    return months


def _known_names(export: Export) -> frozenset[str]:
    tables = (export.people, export.profile, export.endorsements, export.recommendations)
    names = {
        folded(full_name(first, last))
        for table in tables
        for first, last in zip(table["first_name"], table["last_name"], strict=True)
    }
    return frozenset(names | set(map(folded, export.messages["sender"].unique())))


def _shared_companies(export: Export) -> dict[str, str]:
    """Return the spelling of companies that may keep their name, by folded name."""
    companies = [name for name in export.people["company"] if name]
    spelled: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name in companies:
        key = company_key(name)
        spelled.setdefault(key, name)
        counts[key] = counts.get(key, 0) + 1
    somebodys = {word for name in _all_names(export) for word in _words(name)}
    return {
        key: name
        for key, name in spelled.items()
        if counts[key] >= SHARED_BY and not somebodys & set(_words(name)) and name[0] not in "=+-@"
    }


def _all_names(export: Export) -> set[str]:
    names = set(_known_names(export)) | set(export.messages["recipients"].unique())
    names |= {*export.invitations["sender"], *export.invitations["recipient"]}
    return names | {*export.people["slug"], *export.messages["sender_slug"].unique()}


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())
