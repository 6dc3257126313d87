"""What stands where a widget cannot run: on GitHub, in an HTML export, in a printed handout."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from typing import Protocol

NEEDS_A_KERNEL = (
    "This is a picture of an interactive widget. Open the notebook in JupyterLab and run its "
    "cells to play."
)

_SHORT = 12  # rows that are shown unfolded

# Jupyter's own style sheets put text in tables on the right.
_LEFT = 'style="text-align: left"'


class Standin(Protocol):
    """What is shown in place of a widget."""

    @property
    def html(self) -> str:
        """Return it as HTML that needs no script and no network."""

    @property
    def text(self) -> str:
        """Return it as plain text."""


@dataclass(frozen=True)
class Fallback:
    """The question that a widget asks, without an answer.

    Parameters
    ----------
    title
        The name of the widget.
    question
        What it asks, in words.
    picture
        An SVG without scripts.
    alt
        The picture in words.
    header, rows
        The same as a table; the first cell of a row is its heading. A long one is folded.
    width
        Of the picture, in CSS pixels.
    """

    title: str
    question: str
    picture: str
    alt: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    width: int = 480

    @property
    def html(self) -> str:
        """Return it as HTML that needs no script and no network."""
        source = b64encode(self.picture.encode()).decode()
        head = "".join(f'<th scope="col" {_LEFT}>{escape(cell)}</th>' for cell in self.header)
        body = "".join(
            f'<tr><th scope="row" {_LEFT}>{escape(first)}</th>'
            + "".join(f"<td {_LEFT}>{escape(cell)}</td>" for cell in rest)
            + "</tr>"
            for first, *rest in self.rows
        )
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return (
            f"<p><strong>{escape(self.title)}</strong></p><p>{escape(self.question)}</p>"
            f'<p><img src="data:image/svg+xml;base64,{source}" alt="{escape(self.alt)}"'
            f' width="{self.width}"></p>{self._folded(table)}'
            f"<p><em>{NEEDS_A_KERNEL}</em></p>"
        )

    def _folded(self, table: str) -> str:
        if len(self.rows) <= _SHORT:
            return table
        return f"<details><summary>The same as a table</summary>{table}</details>"

    @property
    def text(self) -> str:
        """Return it as plain text."""
        table = "\n".join(" | ".join(row) for row in (self.header, *self.rows))
        return f"{self.title}\n{self.question}\n\n{table}\n\n{NEEDS_A_KERNEL}"
