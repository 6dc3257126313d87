"""The tables of an export without anybody's name, address, words, or exact day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from weakties.linkedin.companies import company_key
from weakties.linkedin.insight.roles import role_of
from weakties.linkedin.names import DELETED, folded, full_name, split_names
from weakties.linkedin.pseudonym.coarse import Traits, coarsened
from weakties.linkedin.pseudonym.key import Key
from weakties.linkedin.pseudonym.lengths import at_most
from weakties.linkedin.slugs import url_of
from weakties.linkedin.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from weakties.linkedin.export import Export

K = 5
"""So many people share what is left of each other's time, company and function, unless told else."""

REVEALS = (
    "how many people you know, and companies of which k people or more came in one year or sooner",
    (
        "in which month messages came, and in which month, quarter or year connections did: a burst "
        "that others know of can tell when you changed jobs"
    ),
    (
        "who (by number) wrote how often, in which order, how long the texts were in five classes, "
        "and who sat in one group: somebody who knows a conversation well can look for it"
    ),
    "how many members hid, how many rows stood twice, and how many endorsements there are",
    "your own career by year; somebody who knows it well can guess that the file is yours",
    (
        "companies and functions are named only where k share them, so the counts of companies, "
        "Blau's index and the months of growth differ from your own report's"
    ),
)
"""What the copy still shows or shows differently, to be weighed before it is passed on."""

_ONE = "1"
_SHORT = 3
# A title that the rules read as this function; the names of the others are read as themselves.
_TITLES = {"General management": "President"}


def pseudonymized(export: Export, key: Key | None = None, *, k: int = K) -> Tables:
    """Return the tables without names.

    Names and slugs become digits, the same person the same digits throughout; e-mail addresses are
    dropped; free text becomes one of five lengths. Messages keep their month. Of a connection's
    month, company and function so much stays as k people or more share; a company in which
    anybody's name stands goes, too. Endorsements and recommendations become counts.

    Parameters
    ----------
    export
        As :func:`weakties.linkedin.read` gives it; it is not changed.
    key
        By default a new random one, which is gone when this returns.
    k
        How many people share what is left of each.
    """
    return _Copy(export, key or Key(), k).tables()


def title_of(function: str) -> str:
    """Return a title that the rules read as a function."""
    return _TITLES.get(function, function)


class _Copy:
    def __init__(self, export: Export, key: Key, k: int) -> None:
        self._k = k
        self._export = export
        self._key = key
        self._known = _known_names(export)
        self._kept = _shared_companies(export, k)

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
            **self._coarse(table),
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

    def _coarse(self, table: pd.DataFrame) -> dict[str, pd.Series[Any]]:
        """Return time, company and position of connections; of one who stands twice, the same."""
        import pandas as pd

        keys = table["slug"].where(table["slug"] != "", _all_of(table))
        people = ~table["status"].isin(["hidden", "duplicate"])
        chosen = table[people]
        months = [
            None if pd.isna(day) else 12 * day.year + day.month - 1
            for day in chosen["connected_on"]
        ]
        companies = chosen["company"].map(self._company)
        functions = [role_of(title).function or "" for title in chosen["position"]]
        traits = map(Traits, months, companies, functions)
        of_key = dict(zip(keys[people], coarsened(list(traits), self._k), strict=True))
        by_row = zip(keys, table["connected_on"], strict=True)
        found = [of_key.get(key) or Traits(_year(day), "", "") for key, day in by_row]
        days = [
            None if one.month is None else f"{one.month // 12:04}-{one.month % 12 + 1:02}-01"
            for one in found
        ]
        connected_on = pd.to_datetime(pd.Series(days, index=table.index, dtype="object"))
        return {
            "connected_on": connected_on.astype(table["connected_on"].dtype),
            "company": pd.Series([one.company for one in found], table.index, dtype="str"),
            "position": pd.Series(
                [title_of(one.function) for one in found], table.index, dtype="str"
            ),
        }

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
            sent_at=_years(table["sent_at"]),
            direction=_only(table["direction"], "OUTGOING", "INCOMING"),
            **_lengths(table, "message"),
        )

    def _positions(self) -> pd.DataFrame:
        table = self._export.positions
        return table.assign(
            company="",
            started_on=_years(table["started_on"]),
            finished_on=_years(table["finished_on"]),
            **_lengths(table, "title", "description", "location"),
        )

    def _endorsements(self) -> pd.DataFrame:
        table = self._export.endorsements
        return _counted(table, "endorsed_at", "ACCEPTED", "PENDING", "HIDDEN").assign(
            slug="", skill=_ONE
        )

    def _recommendations(self) -> pd.DataFrame:
        table = self._export.recommendations
        return _counted(table, "written_at", "VISIBLE", "PENDING", "HIDDEN").assign(
            company="", title="", text=_ONE
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
        return self._kept.get(company_key(company), "")


def _each(texts: pd.Series[str], change: Callable[[str], str]) -> pd.Series[str]:
    """Return a column changed; each distinct text is changed once."""
    return texts.map({text: change(text) for text in texts.unique()})


def _only(texts: pd.Series[str], *words: str) -> pd.Series[str]:
    """Return a column without all that is not one of LinkedIn's own words."""
    return texts.where(texts.isin(words), "")


def _lengths(table: pd.DataFrame, *columns: str) -> dict[str, pd.Series[str]]:
    """Return columns of free text as how long they are at most; no text stays none."""
    return {column: table[column].map(_at_most) for column in columns}


def _at_most(text: str) -> str:
    """Return the class of a text's length by its upper end."""
    return at_most(str(len(text))) if text else ""


def _counted(table: pd.DataFrame, day: str, *statuses: str) -> pd.DataFrame:
    """Return rows that say that there was one, and nothing of whom or when."""
    import pandas as pd

    changed = table.assign(first_name="", last_name="", status=_only(table["status"], *statuses))
    changed[day] = pd.Series(pd.NaT, index=table.index, dtype=table[day].dtype)
    return changed


def _all_of(table: pd.DataFrame) -> pd.Series[str]:
    """Return all that a row says of a person, as one text."""
    columns = ["first_name", "last_name", "email", "company", "position"]
    texts = table[columns].agg("\0".join, axis=1) if len(table) else table["slug"]
    return texts + "\0" + table["connected_on"].astype("str")


def _year(day: pd.Timestamp) -> int | None:
    return None if day != day else 12 * day.year


def _years(moments: pd.Series[Any]) -> pd.Series[Any]:
    """Return the first of each year, in the column's own type."""
    months = _months(moments)
    first = months.dt.tz_localize(None).dt.to_period("Y").dt.to_timestamp()
    zone = months.dt.tz
    years: pd.Series[Any] = (first.dt.tz_localize(zone) if zone else first).astype(moments.dtype)
    return years


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


def _shared_companies(export: Export, k: int) -> dict[str, str]:
    """Return the spelling of companies that may keep their name, by folded name."""
    companies = [name for name in export.people["company"] if name]
    spelled: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name in companies:
        key = company_key(name)
        spelled.setdefault(key, name)
        counts[key] = counts.get(key, 0) + 1
    somebodys = frozenset(word for name in _all_names(export) for word in _words(name))
    return {
        key: name
        for key, name in spelled.items()
        if counts[key] >= k and name[0] not in "=+-@" and not _holds_a_name(key, somebodys)
    }


def _holds_a_name(company: str, names: frozenset[str]) -> bool:
    """Return whether a name is a word in a company's, or part of one if it is not very short."""
    return not names.isdisjoint(_words(company)) or any(
        name in company for name in names if len(name) > _SHORT or not name.isascii()
    )


def _all_names(export: Export) -> set[str]:
    names = set(_known_names(export)) | set(export.messages["recipients"].unique())
    names |= {*export.invitations["sender"], *export.invitations["recipient"]}
    return names | {*export.people["slug"], *export.messages["sender_slug"].unique()}


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())
