"""The report on two exports, and the forms in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.linkedin.compare import comparison_of
from weakties.linkedin.report.changes.answers import answers
from weakties.linkedin.report.changes.came import came
from weakties.linkedin.report.changes.compared import compared
from weakties.linkedin.report.changes.opening import TITLE, opening_of
from weakties.linkedin.report.changes.then_and_now import then_and_now
from weakties.linkedin.report.changes.went import went
from weakties.linkedin.report.changes.woke import woke
from weakties.linkedin.report.page import body_of, page_of
from weakties.linkedin.report.text import text_of

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.compare import Comparison
    from weakties.linkedin.export import Export
    from weakties.pages.section import Section

_ALL = (then_and_now, came, went, woke, answers, compared)


@dataclass(frozen=True)
class ChangesReport:
    """What has changed since an earlier export; a notebook shows it, ``print`` gives it as text.

    Parameters
    ----------
    comparison
        The two exports, compared.
    sections
        The report.
    """

    comparison: Comparison
    sections: tuple[Section, ...]

    def json(self) -> dict[str, Any]:
        """Return the comparison as plain values; None is what the exports can't tell."""
        return self.comparison.json()

    def html(self) -> str:
        """Return the report as one page that needs no other file and no network."""
        return page_of(TITLE, opening_of(self.comparison), self.sections)

    def __str__(self) -> str:
        """Return the report as text."""
        return text_of(TITLE, opening_of(self.comparison), self.sections)

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        body = body_of(TITLE, opening_of(self.comparison), self.sections)
        return {"text/html": body, "text/plain": str(self)}


def changes_report(new: Export, old: Export, *, as_of: date | None = None) -> ChangesReport:
    """Return the report on what has changed from an old export to a new one.

    Raises
    ------
    ExportError
        If they are the same, in the wrong order, or of two people.
    """
    comparison = comparison_of(new, old, as_of=as_of)
    return ChangesReport(comparison, tuple(section(comparison) for section in _ALL))
