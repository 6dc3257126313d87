"""Tables that a screen reader can read: a caption, and a header for every row and column."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Table:
    """A few numbers with a caption, readable by a screen reader; the first column names the rows.

    Parameters
    ----------
    frame
        The numbers, with the names of the rows in the first column.
    caption
        What they are, with their unit.
    """

    frame: pd.DataFrame
    caption: str

    def __str__(self) -> str:
        """Return the table as plain text."""
        return f"{self.caption}\n{self.frame.to_string(index=False)}"

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        caption = f"<caption style='text-align:left'>{escape(self.caption)}</caption>"
        html = f"<table>{caption}{rows_of(self.frame)}</table>"
        return {"text/html": html, "text/plain": str(self)}


def table(frame: pd.DataFrame, *, caption: str) -> Table:
    """Return a table, ready to be a cell's last line; an index with a name becomes a column."""
    return Table(frame if frame.index.name is None else frame.reset_index(), caption)


def rows_of(frame: pd.DataFrame) -> str:
    """Return the head and body of a table as HTML; the first column names the rows."""
    heads = "".join(f"<th scope='col'>{escape(str(name))}</th>" for name in frame.columns)
    rows = "".join(
        f"<tr><th scope='row'>{_cell(first)}</th>"
        + "".join(f"<td>{_cell(value)}</td>" for value in rest)
        + "</tr>"
        for first, *rest in frame.itertuples(index=False)
    )
    return f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"


def _cell(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else escape(str(value))
