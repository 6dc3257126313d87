"""The report on one photo: a table in a notebook, lines of text in a terminal."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from weakties.ownphoto.rules.finding import NOTHING, Finding, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = {Word.FINE: "✓", Word.LOOK: "△"}
_COLUMNS = {"What": 20, "Measured": 18, "In a word": 16, "Why, and what to do": 46}
_CAPTION = "What can be measured without judging a face"
_LINE = "1px solid var(--jp-border-color2,#e0e0e0)"
_BOX = (
    "border:1px solid var(--jp-border-color1,#bdbdbd);border-left:6px solid #0072b2;"
    "border-radius:4px;padding:.6em .9em;margin:.3em 0;max-width:58em;"
    "color:var(--jp-content-font-color1,#212121);background:var(--jp-layout-color1,#fff);"
    "font-family:var(--jp-content-font-family,system-ui,sans-serif);line-height:1.45"
)
# JupyterLab fixes a table's columns, aligns its cells to the right, tightens its lines and stripes
# its rows.
_TABLE = (
    "table-layout:auto;border-collapse:collapse;width:100%;margin:.6em 0;font-size:inherit;"
    "line-height:inherit;overflow-wrap:break-word"
)
_CAPTION_STYLE = "caption-side:top;text-align:left;color:inherit;padding:0 0 .3em"
_ROW = "background:transparent;line-height:inherit"
_CELL = (
    "text-align:left;vertical-align:top;line-height:inherit;padding:.35em .6em .35em 0;border:0;"
    f"border-top:{_LINE}"
)


@dataclass(frozen=True)
class Report:
    """What was found on one photo, or why nothing could be.

    Parameters
    ----------
    heading
        The outcome in a few words.
    summary
        The outcome in a sentence; for a file that can't be measured, what to do.
    findings
        What was measured; empty if nothing was.
    notes
        What this can't tell, and what is kept.
    """

    heading: str
    summary: str
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]

    def __str__(self) -> str:
        """Return the report as plain text."""
        findings = "\n".join(_finding_text(finding) for finding in self.findings)
        notes = "\n".join(_wrapped(note) for note in self.notes)
        parts = (f"{self.heading}\n{_wrapped(self.summary)}", findings, notes)
        return "\n\n".join(part for part in parts if part)

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        """Return the report for a notebook: HTML, and text for all that shows none."""
        return {"text/html": _page(self), "text/plain": str(self)}


def _page(report: Report) -> str:
    notes = "".join(f"<p style='margin:.4em 0'>{escape(note)}</p>" for note in report.notes)
    return (
        f"<section aria-label='{escape(report.heading, quote=True)}' style='{_BOX}'>"
        f"<strong>{escape(report.heading)}</strong>"
        f"<p style='margin:.3em 0'>{escape(report.summary)}</p>"
        f"{_table(report.findings) if report.findings else ''}{notes}</section>"
    )


def _table(findings: Iterable[Finding]) -> str:
    head = "".join(
        f"<th scope='col' style='{_CELL};width:{width}%'>{name}</th>"
        for name, width in _COLUMNS.items()
    )
    return (
        f"<table style='{_TABLE}'><caption style='{_CAPTION_STYLE}'>{_CAPTION}</caption>"
        f"<thead><tr style='{_ROW}'>{head}</tr></thead>"
        f"<tbody>{''.join(_row(finding) for finding in findings)}</tbody></table>"
    )


def _row(finding: Finding) -> str:
    return (
        f"<tr style='{_ROW}'><th scope='row' style='{_CELL}'>{escape(finding.name)}</th>"
        f"<td style='{_CELL}'>{escape(finding.measured)}</td>"
        f"<td style='{_CELL}'><span aria-hidden='true'>{_MARKS[finding.word]}</span> "
        f"{finding.word}</td>"
        f"<td style='{_CELL}'>{_why(finding)}</td></tr>"
    )


def _why(finding: Finding) -> str:
    if finding.advice == NOTHING:
        return escape(finding.reason)
    return f"{escape(finding.reason)}<br><strong>To do:</strong> {escape(finding.advice)}"


def _finding_text(finding: Finding) -> str:
    head = f"{_MARKS[finding.word]} {finding.name}: {finding.measured} · {finding.word}"
    advice = "" if finding.advice == NOTHING else f" To do: {finding.advice}"
    return f"{head}\n{textwrap.indent(_wrapped(finding.reason + advice), '    ')}"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 84)
