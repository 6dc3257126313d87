"""In which order a column writes day and month: as its own dates decide, else as its owner says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.linkedin.dates.spellings import readings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from weakties.linkedin.dates.spellings import Order, Readings


@dataclass(frozen=True)
class Column:
    """The dates of a column, by their text.

    Parameters
    ----------
    readings
        What each text can mean; None for what is no date.
    proofs
        For each order a text that can be read in no other; with both, the column has no one order.
    given
        The order that the owner says; it counts where the column does not decide.
    """

    readings: dict[str, Readings | None]
    proofs: dict[Order, str]
    given: Order | None

    @property
    def order(self) -> Order | None:
        """Return the order that the column's own dates leave, if they leave one."""
        return next(iter(self.proofs)) if len(self.proofs) == 1 else None

    def order_of(self, text: str) -> Order | None:
        """Return the order in which a text is read that has two readings; None if nothing decides."""
        found = self.readings[text]
        return self.order or (found and found.usual) or self.given

    def moment(self, text: str) -> datetime | None:
        """Return what a text means; None for what is no date, or still has two readings."""
        found = self.readings[text]
        if found is None:
            return None
        order = self.order_of(text)
        return found.under(order) if found.two and order else found.certain

    def in_doubt(self, text: str) -> Readings | None:
        """Return the two readings of a text between which nothing decides; None for any other."""
        found = self.readings[text]
        return found if found and found.two and self.order_of(text) is None else None


def column_of(texts: Iterable[str], given: Order | None = None) -> Column:
    """Return the dates of a column.

    Parameters
    ----------
    texts
        Its cells, without empty ones.
    given
        The order that the owner says.

    Examples
    --------
    One day above 12 decides for all:

    >>> column_of(["1/5/2024", "1/16/2024"]).moment("1/5/2024")
    datetime.datetime(2024, 1, 5, 0, 0)

    Without such a day the owner has to say:

    >>> column_of(["1/5/2024"]).moment("1/5/2024") is None
    True
    >>> column_of(["1/5/2024"], "day-first").moment("1/5/2024")
    datetime.datetime(2024, 5, 1, 0, 0)
    """
    found: dict[str, Readings | None] = {}
    proofs: dict[Order, str] = {}
    for text in texts:
        if text not in found:
            reading = found[text] = readings(text)
            if reading and (needed := reading.needs):
                proofs.setdefault(needed, text)
    return Column(found, proofs, given)
