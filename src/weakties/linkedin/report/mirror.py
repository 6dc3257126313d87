"""The whole report, and the forms in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.linkedin.beside import Copies, differences, standings
from weakties.linkedin.figures import figures_of
from weakties.linkedin.report.disc import disc_of
from weakties.linkedin.report.opening import TITLE, opening_of
from weakties.linkedin.report.page import body_of, page_of
from weakties.linkedin.report.sections import sections_of
from weakties.linkedin.report.sections.beside import beside_section
from weakties.linkedin.report.sections.standing import standing_section
from weakties.linkedin.report.text import text_of
from weakties.linkedin.undisturbed import undisturbed

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.beside import Difference, Standing
    from weakties.linkedin.export import Export
    from weakties.linkedin.figures import Figures
    from weakties.pages.section import Section


@dataclass(frozen=True)
class Mirror:
    """What an export says about a network; a notebook shows it, ``print`` gives it as text.

    Parameters
    ----------
    figures
        The figures and the tables behind them.
    sections
        The report.
    beside
        Its figures beside those of another network or of a class, if one was given.
    """

    figures: Figures
    sections: tuple[Section, ...]
    beside: tuple[Difference, ...] | tuple[Standing, ...] = ()

    def json(self) -> dict[str, dict[str, Any]]:
        """Return the figures as plain values; None is what the export can't tell.

        ``rests_on`` says for each part of the report how many of its rows could be used; ``beside``
        holds each figure with another network's, if one was given.
        """
        rests_on = {
            section.title: [{**one._asdict(), "half_or_less": one.thin} for one in section.rests_on]
            for section in self.sections
        }
        beside = {one.name: one.values() for one in self.beside}
        other = {"beside": beside} if beside else {}
        return {**self.figures.json(), "rests_on": rests_on, **other}

    def html(self) -> str:
        """Return the report as one page that needs no other file and no network."""
        opening, picture = opening_of(self.figures), disc_of(self.figures)
        return page_of(TITLE, opening, self.sections, picture=picture)

    def __str__(self) -> str:
        """Return the report as text."""
        return text_of(TITLE, opening_of(self.figures), self.sections)

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        opening, picture = opening_of(self.figures), disc_of(self.figures)
        body = body_of(TITLE, opening, self.sections, picture=picture)
        return {"text/html": body, "text/plain": str(self)}


@undisturbed()
def mirror_of(
    export: Export, *, as_of: date | None = None, beside: Export | Copies | None = None
) -> Mirror:
    """Return the report on an export.

    Parameters
    ----------
    export
        As :func:`weakties.linkedin.read` gives it.
    as_of
        The day that "how long ago" is counted from.
    beside
        Another network, or those of a class, each figure of which is shown beside.
    """
    figures = figures_of(export, as_of=as_of)
    sections = sections_of(figures)
    if beside is None:
        return Mirror(figures, sections)
    if isinstance(beside, Copies):
        among = standings(figures, map(figures_of, beside.exports))
        return Mirror(figures, (standing_section(among, beside), *sections), among)
    found = differences(figures, figures_of(beside))
    return Mirror(figures, (beside_section(found, beside), *sections), found)
