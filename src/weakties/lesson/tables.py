"""Tables that everybody can read: a caption, headers with their columns, three digits, units."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from numbers import Integral, Real
from typing import TYPE_CHECKING

from weakties.lesson.numbers import three_digits, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

_MISSING = "–"


@dataclass(frozen=True)
class Table:
    """A few numbers with a caption, readable by a screen reader; the first column names the rows.

    Parameters
    ----------
    frame
        The numbers, with the names of the rows in the first column.
    caption
        What they are.
    """

    frame: pd.DataFrame
    caption: str

    def __str__(self) -> str:
        """Return the table as plain text."""
        texts = self.frame.astype(object).map(_cell)
        return f"{self.caption}\n{texts.to_string(index=False)}"

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        caption = f"<caption style='text-align:left'>{escape(self.caption)}</caption>"
        html = f"<table>{caption}{rows_of(self.frame)}</table>"
        return {"text/html": html, "text/plain": str(self)}


def table(frame: pd.DataFrame, *, caption: str, units: Mapping[str, str] | None = None) -> Table:
    """Return a table, ready to be a cell's last line; an index with a name becomes a column.

    Parameters
    ----------
    frame
        The numbers: whole ones are shown whole, others with three significant digits.
    caption
        What they are, with their unit if all have the same.
    units
        Of single columns, by name; they stand in the header: ``{"mean": "points"}``.

    Raises
    ------
    ValueError
        If a unit is given for a column that is not there.
    """
    named = frame if frame.index.name is None else frame.reset_index()
    units = units or {}
    if unknown := set(units) - set(named.columns):
        raise ValueError(f"There is no column {min(unknown)!r} to give a unit to.")
    headers = {name: f"{name} ({unit})" for name, unit in units.items()}
    return Table(named.rename(columns=headers), caption)


def rows_of(frame: pd.DataFrame) -> str:
    """Return the head and body of a table as HTML; the first column names the rows."""
    rows = [tuple(row) for row in frame.itertuples(index=False)]
    columns = [[row[i] for row in rows] for i in range(1, len(frame.columns))]
    sides = ["left", *("right" if _numeric(column) else "left" for column in columns)]
    heads = "".join(
        f"<th scope='col' style='text-align:{side}'>{escape(str(name))}</th>"
        for name, side in zip(frame.columns, sides, strict=True)
    )
    body = "".join(
        f"<tr><th scope='row' style='text-align:left'>{escape(_cell(first))}</th>"
        + "".join(
            f"<td style='text-align:{side}'>{escape(_cell(value))}</td>"
            for value, side in zip(rest, sides[1:], strict=True)
        )
        + "</tr>"
        for first, *rest in rows
    )
    return f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody>"


def _cell(value: object) -> str:
    """Return what stands in a cell."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return _MISSING if value is None else str(value)
    if isinstance(value, Integral):
        return whole(int(value))
    number = float(value)
    return three_digits(number) if math.isfinite(number) else _MISSING


def _numeric(column: Sequence[object]) -> bool:
    return all(isinstance(value, Real) and not isinstance(value, bool) for value in column)
