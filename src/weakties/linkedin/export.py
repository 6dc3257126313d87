"""What reading an export gives: its tables, and an account of every row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from weakties.linkedin.tables import Tables

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

Era = Literal["to-2015", "to-2021", "2021-2023", "since-2023"]
Status = Literal["read", "hidden", "duplicate", "unreadable"]
STATUSES: tuple[Status, ...] = ("read", "hidden", "duplicate", "unreadable")


@dataclass(frozen=True)
class Account:
    """What became of every row; nothing is dropped in silence.

    Parameters
    ----------
    counts
        One row is one file: ``file, rows, read, hidden, duplicate, unreadable``.
    remarks
        One row is one row that was not simply read: ``file, line, status, reason``.
    notes
        A sentence for everything else that was left aside.
    dates
        For a table whose dates were not all read at once, a sentence for each thing to be known.
    """

    counts: pd.DataFrame
    remarks: pd.DataFrame
    notes: tuple[str, ...]
    dates: dict[str, tuple[str, ...]]

    @property
    def said_of_dates(self) -> tuple[str, ...]:
        """Return what is to be known about the dates of all tables."""
        return tuple(sentence for said in self.dates.values() for sentence in said)


@dataclass(frozen=True)
class Export(Tables):
    """A member's own data export, read.

    Parameters
    ----------
    name
        The archive's, folder's or file's own name.
    made_on
        The day in that name, if there is one.
    era
        Which form Connections.csv has; LinkedIn changed it three times.
    message_columns
        Names of the columns of messages.csv in plain spelling; none without that file.
    account
        What became of every row.
    """

    name: str
    made_on: date | None
    era: Era
    message_columns: tuple[str, ...]
    account: Account

    @cached_property
    def people(self) -> pd.DataFrame:
        """Return the connections that are people: neither hidden nor seen in an earlier row."""
        gone = self.connections["status"].isin(["hidden", "duplicate"])
        return self.connections[~gone]

    def __str__(self) -> str:
        """Return what was read in one line a file."""
        lines = [f"{self.name}: an export of the era {self.era}"]
        lines += [
            f"{row.file}: {row.rows:,} rows, {row.read:,} read, {row.hidden:,} hidden, "
            f"{row.duplicate:,} duplicate, {row.unreadable:,} unreadable"
            for row in self.account.counts.itertuples()
        ]
        return "\n".join([*lines, *self.account.notes, *self.account.said_of_dates])

    __repr__ = __str__
