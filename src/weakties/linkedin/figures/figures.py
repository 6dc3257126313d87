"""All figures at once, with the keys that ``weakties mirror --json`` prints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from weakties.linkedin.companies import company_key
from weakties.linkedin.figures.as_of import as_of_date, days_before
from weakties.linkedin.figures.conversations import conversations_of
from weakties.linkedin.figures.exchanges import exchanges_of
from weakties.linkedin.figures.replies import started_threads
from weakties.linkedin.names import folded
from weakties.measures import blau_index, effective_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd

    from weakties.linkedin.export import Export
    from weakties.linkedin.figures.conversations import Conversations

DORMANT_DAYS = 3 * 365.25
"""Levin, Walter and Murnighan (2011) call ties dormant after three years without contact."""


@dataclass(frozen=True)
class Figures:
    """The figures of an export, and the tables behind them.

    Parameters
    ----------
    as_of
        The day that "how long ago" is counted from.
    people
        The connections that are people, numbered from 0.
    conversations, exchanges, started
        None where the export has no messages.csv.
    """

    export: Export
    as_of: date | None
    people: pd.DataFrame
    conversations: Conversations | None
    exchanges: pd.DataFrame | None
    started: pd.DataFrame | None

    @property
    def knows_owner(self) -> bool:
        """Return whether any message can be told to be the owner's."""
        return self.conversations is not None and bool(self.conversations.owner_name)

    @cached_property
    def by_month(self) -> bool:
        """Return whether messages are dated to the month alone, as in a pseudonymized copy."""
        if self.conversations is None:
            return False
        sent_at = self.conversations.messages["sent_at"].dropna()
        moments = sent_at.dt.tz_localize(None).to_numpy()
        return len(sent_at) > 1 and bool((moments == moments.astype("datetime64[M]")).all())

    @cached_property
    def dormant(self) -> pd.DataFrame | None:
        """Return the exchanges with people who fell silent three years ago or earlier."""
        if self.exchanges is None or self.as_of is None:
            return None
        until = days_before(self.as_of, DORMANT_DAYS)
        last = self.exchanges["last"].dt.tz_localize(None)
        found: pd.DataFrame = self.exchanges[self.exchanges["both_ways"] & (last <= until)]
        return found

    @cached_property
    def companies(self) -> pd.Series[int]:
        """Return how many people are with each company, by its key; largest first."""
        keys = self.company_keys
        return keys[keys != ""].value_counts(sort=True)

    @cached_property
    def company_keys(self) -> pd.Series[str]:
        """Return for each person the key of their company; empty without one."""
        return _each_once(company_key, self.people["company"])

    @cached_property
    def spellings(self) -> pd.Series[int]:
        """Return how many people are with each company, legal forms and all; largest first."""
        names = _each_once(folded, self.people["company"])
        return names[names != ""].value_counts(sort=True)

    def json(self) -> dict[str, dict[str, Any]]:
        """Return the figures as plain values; null is what the export can't tell."""
        return {
            "connections": _connections(self),
            "companies": _companies(self),
            "messages": _messages(self),
            "ties": _ties(self),
        }


def figures_of(export: Export, *, as_of: date | None = None) -> Figures:
    """Return the figures of an export.

    Parameters
    ----------
    export
        As :func:`weakties.linkedin.read` gives it.
    as_of
        The day that "how long ago" is counted from; by default the day in the archive's name, else
        the latest day in the archive.
    """
    people = export.people.reset_index(drop=True)
    day = as_of_date(export, as_of)
    if not export.message_columns:
        return Figures(export, day, people, None, None, None)
    conversations = conversations_of(export)
    return Figures(
        export,
        day,
        people,
        conversations,
        exchanges_of(conversations),
        started_threads(conversations),
    )


def _each_once(rule: Callable[[str], str], texts: pd.Series[str]) -> pd.Series[str]:
    """Return a column under a rule, for which each text is looked at once."""
    import pandas as pd

    places, different = texts.factorize()
    found: pd.Series[str] = pd.Series([rule(text) for text in different], dtype=texts.dtype)
    return found.iloc[places].set_axis(texts.index)


def _connections(figures: Figures) -> dict[str, Any]:
    import pandas as pd

    export, people = figures.export, figures.people
    table = export.connections
    days = table["connected_on"].dropna()
    undated = 0 if export.era == "to-2015" else int(table["connected_on"].isna().sum())
    return {
        "rows": len(table),
        "hidden": int((table["status"] == "hidden").sum()),
        "duplicates": int((table["status"] == "duplicate").sum()),
        "people": len(people),
        "unreadable_dates": undated,
        "era": export.era,
        "first": None if days.empty else pd.Timestamp(days.min()).date().isoformat(),
        "last": None if days.empty else pd.Timestamp(days.max()).date().isoformat(),
        "with_email": int((people["email"] != "").sum()),
    }


def _companies(figures: Figures) -> dict[str, Any]:
    counts = figures.companies
    known = int(counts.sum())
    return {
        "known": known,
        "without": len(figures.people) - known,
        "distinct": len(counts),
        "blau": blau_index(counts) if known else None,
        "effective": effective_number(counts) if known else None,
    }


def _messages(figures: Figures) -> dict[str, Any]:
    if figures.conversations is None or figures.started is None:
        keys = ("threads", "started", "replied", "reply_rate", "median_reply_hours", "owner")
        return dict.fromkeys(keys)
    started = len(figures.started)
    replied = int(figures.started["replied"].sum())
    return {
        "threads": figures.conversations.threads,
        "started": started,
        "replied": replied,
        "reply_rate": replied / started if started else None,
        "median_reply_hours": (
            float(figures.started["hours"].median()) if replied and not figures.by_month else None
        ),
        "owner": figures.conversations.owner,
    }


def _ties(figures: Figures) -> dict[str, Any]:
    day = figures.as_of.isoformat() if figures.as_of else None
    if figures.exchanges is None:
        return {"silent": None, "silent_share": None, "dormant": None, "as_of": day}
    people = len(figures.people)
    silent = people - len(figures.exchanges)
    dormant = figures.dormant
    return {
        "silent": silent,
        "silent_share": silent / people if people else None,
        "dormant": None if dormant is None else len(dormant),
        "as_of": day,
    }
