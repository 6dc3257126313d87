"""The report that an audit is filled in from: of the sample, of an own export, of a copy."""

from __future__ import annotations

import os
from copy import deepcopy
from functools import lru_cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from weakties.data.editions import current_edition
from weakties.linkedin.audit.numbers import numbers_of
from weakties.linkedin.errors import ExportError
from weakties.linkedin.figures import figures_of
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.said import number, people

if TYPE_CHECKING:
    from weakties.linkedin.dates import Order
    from weakties.linkedin.export import Export

_SAMPLE = "Basic_LinkedInDataExport_10-03-2026.zip"
_NOT_HERE = (
    "There is no “{}” on this machine. If it is your machine, correct the path and run this again. If "
    "you read somebody else's work, that is as it should be: their export stays with them, and their "
    "numbers are read without being compared."
)
_COLUMNS = ("Step", "Number", "Value", "Interval or limit")


class AuditReport(dict[str, Any]):
    """The numbers of the eight steps as plain values; a notebook shows them as a table.

    ``source`` says of what: ``sample``, ``own``, ``copy``; ``elsewhere`` where the export is not on
    this machine, ``broken`` where it can't be read. ``name`` is the archive's, ``day`` its day,
    ``said`` what is to be known; ``steps`` holds ``[name, value, unit, sure]`` by step.
    """

    def __str__(self) -> str:
        """Return the report as text."""
        lines = [self["said"]]
        for step, name, value, sure in self._rows():
            lines.append(f"{step}: {value} {name}" + (f" ({sure})" if sure else ""))
        return "\n".join(lines)

    __repr__ = __str__

    def _rows(self) -> list[tuple[str, str, str, str]]:
        return [
            (step, name, _shown(value, unit), sure)
            for step, numbers in self["steps"].items()
            for name, value, unit, sure in numbers
        ]

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        heads = "".join(f"<th scope='col' style='text-align:left'>{one}</th>" for one in _COLUMNS)
        rows = "".join(
            f"<tr><th scope='row' style='text-align:left'>{escape(step)}</th>"
            f"<td style='text-align:left'>{escape(name)}</td>"
            f"<td style='white-space:nowrap'>{escape(value)}</td><td style='text-align:left'>{escape(sure)}</td></tr>"
            for step, name, value, sure in self._rows()
        )
        table = (
            "<table><caption style='text-align:left'>The numbers of your eight steps</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )
        said = f"<p>{escape(self['said'])}</p>"
        return {"text/html": said + (table if rows else ""), "text/plain": str(self)}


def report_on(path: str | os.PathLike[str], *, dates: Order | None = None) -> AuditReport:
    """Return the numbers that an audit is filled in from.

    It does not raise: what can't be read is said in the report, so that whoever reads the audit on
    another machine, without the export, gets to the end of it.

    Parameters
    ----------
    path
        ``"sample"`` for Nadia Ferro's export, or where your own lies: the zip, the unpacked folder, a
        Connections.csv, or a copy that names nobody.
    dates
        As for :func:`weakties.linkedin.read`.
    """
    if str(path) == "sample":
        return AuditReport(deepcopy(_sample(current_edition())))
    # Unlike Path.exists, this takes a folder that may not be looked into for one without the file.
    if not os.path.exists(path):  # noqa: PTH110
        return _without_numbers("elsewhere", Path(path).name, _NOT_HERE.format(Path(path).name))
    from weakties.linkedin.reading import read

    try:
        export = read(path, dates=dates)
    except ExportError as error:
        return _without_numbers("broken", Path(path).name, str(error))
    return _with_numbers("copy" if is_pseudonymized(export) else "own", export)


@lru_cache(maxsize=2)
def _sample(edition: str) -> AuditReport:
    """Return the sample's numbers: they are made from the export that is written for others."""
    from weakties.linkedin.reading import read
    from weakties.linkedin.sample import write_sample

    with TemporaryDirectory() as folder:
        write_sample(Path(folder) / _SAMPLE, edition=edition)
        return _with_numbers("sample", read(Path(folder) / _SAMPLE))


_KINDS = {
    "sample": "the export of Nadia Ferro, who does not exist",
    "own": "your own export. Nothing left this machine",
    "copy": "a copy that names nobody. Days and hours can't be told from it",
}


def _with_numbers(source: str, export: Export) -> AuditReport:
    figures = figures_of(export)
    day = figures.as_of.isoformat() if figures.as_of else ""
    said = f"{export.name}: {_KINDS[source]}. It holds {people(len(figures.people))}"
    said += f", as of {day}." if day else "."
    if not len(figures.people):
        said += " With nobody in it, most steps can only say “can't tell”."
    steps = {name: [list(one) for one in found] for name, found in numbers_of(figures).items()}
    return AuditReport(source=source, name=export.name, day=day, said=said, steps=steps)


def _without_numbers(source: str, name: str, said: str) -> AuditReport:
    return AuditReport(source=source, name=name, day="", said=said, steps={})


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return "can't tell"
    return f"{number(value)} {unit}".strip()
