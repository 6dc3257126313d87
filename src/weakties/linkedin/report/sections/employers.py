"""The network by company, and over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.insight.employers import employers_of
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.charts import picture_of_bars
from weakties.pages.section import Grid, Picture, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures
    from weakties.linkedin.insight.employers import Employer

_TITLE = "Company by company"
_QUESTION = "At which companies do you know many, and at which of them does anybody answer?"
_SHOWN = 10
_YEARS = 6


def employers(figures: Figures) -> Section:
    """Return the section on companies."""
    found = employers_of(figures, most=_SHOWN)
    if not found:
        return Section(
            _TITLE,
            _QUESTION,
            words=("This export names no companies.",),
            next_step="List the five companies where you would like to know somebody.",
        )
    dated = not is_pseudonymized(figures.export) and any(one.came for one in found)
    return Section(
        title=_TITLE,
        question=_QUESTION,
        pictures=(_contacts(found),) if found[0].both_ways is not None else (),
        grids=(_over_time(found),) if dated else (),
        cannot_tell=(
            "Where people were when you met them: companies are those of the day of the export. A "
            "row that fills in one year may be people who moved there since."
        ),
        next_step="Find a company where you know several and write with none. Choose one of them.",
    )


def _contacts(found: list[Employer]) -> Picture:
    rows = [
        (one.name, float(one.both_ways or 0), f"{one.both_ways or 0:,} of {one.people:,}")
        for one in found
    ]
    caption = "People with messages both ways (bars), of all at the company (outlines)"
    alt = "Bars by company: " + ", ".join(f"{name} {words}" for name, _, words in rows) + "."
    grid = Grid(
        caption,
        ("Company", "People", "Messages both ways"),
        [(one.name, f"{one.people:,}", f"{one.both_ways or 0:,}") for one in found],
    )
    return picture_of_bars(caption, rows, alt, grid, [float(one.people) for one in found])


def _over_time(found: list[Employer]) -> Grid:
    """Return who came when, by company: each of the last years, and all before them together."""
    last = max(year for one in found for year in one.came)
    shown = range(last - _YEARS + 1, last + 1)
    rows = [
        (
            one.name,
            f"{sum(count for year, count in one.came.items() if year < shown[0]):,}",
            *(f"{one.came.get(year, 0):,}" for year in shown),
        )
        for one in found
    ]
    columns = ("Company", f"before {shown[0]}", *map(str, shown))
    return Grid("When the people of the largest companies came", columns, rows)
