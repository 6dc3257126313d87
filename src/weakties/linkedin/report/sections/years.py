"""Year by year, with the last one in review and the ties that have lasted longest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.figures.as_of import days_before
from weakties.linkedin.insight.years import last_whole_year, oldest_ties, years_of
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.charts import picture_of_sums
from weakties.linkedin.report.said import COUNTED, plural
from weakties.pages.section import Fact, Grid, Picture, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures
    from weakties.linkedin.insight.years import Year

_TITLE = "Your years"
_QUESTION = "What did each year bring, and which ties have lasted since the first?"


def years(figures: Figures) -> Section:
    """Return the section on years."""
    dated = not is_pseudonymized(figures.export)
    found = years_of(figures, dated=dated)
    reviewed = last_whole_year(figures, found)
    if reviewed is None:
        return Section(
            _TITLE,
            _QUESTION,
            words=("Nothing in this export has a date that could be read.",),
            next_step="Write down the year in which you met the three people you value most.",
        )
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=_facts(reviewed, dated=dated, messages=figures.conversations is not None),
        words=_oldest(figures) if dated else (),
        pictures=_pictures(found, dated=dated, messages=figures.conversations is not None),
        grids=(_grid(found, dated=dated),),
        cannot_tell=(
            "Whether a year was a good one. More messages may mean a new job, a sale, or a crisis, "
            "and what was said elsewhere is not here."
        ),
        next_step=(
            f"Name one tie that {reviewed.year} brought and that you would not want to lose. Tell "
            "them so."
        ),
    )


def _facts(year: Year, *, dated: bool, messages: bool) -> tuple[Fact, ...]:
    came = Fact(
        f"{year.came:,}", f"{plural(year.came, 'person', 'people')} came in {year.year}", COUNTED
    )
    wrote = (
        Fact(f"{year.sent:,}", f"messages of yours in {year.year}", COUNTED),
        Fact(f"{year.received:,}", f"messages to you in {year.year}", COUNTED),
        Fact(f"{year.people:,}", f"of your people wrote in {year.year}", COUNTED),
    )
    return ((came,) if dated else ()) + (wrote if messages else ())


def _oldest(figures: Figures) -> tuple[str, ...]:
    first = oldest_ties(figures)
    if not first or figures.as_of is None:
        return ()
    said = "Your first ties here: " + ", ".join(f"{one.name} ({one.since:%b %Y})" for one in first)
    still = oldest_ties(figures, writing_since=days_before(figures.as_of, 365))
    if not still:
        return (f"{said}.",)
    lasting = ", ".join(f"{one.name} ({one.since:%b %Y})" for one in still)
    return (
        f"{said}.",
        f"The oldest with whom messages went both ways, one of them in the last year: {lasting}.",
    )


def _pictures(found: list[Year], *, dated: bool, messages: bool) -> tuple[Picture, ...]:
    pictures = []
    if dated:
        sums = [(one.year, one.in_all) for one in found]
        pictures.append(_sums("Connections of today, by when they came", "connections", sums))
    if messages:
        total, sums = 0, []
        for one in found:
            total += one.sent + one.received
            sums.append((one.year, total))
        pictures.append(_sums("Messages, summed up", "messages", sums))
    return tuple(picture for picture in pictures if len(picture.grid.rows) > 1)


def _sums(caption: str, unit: str, sums: list[tuple[int, int]]) -> Picture:
    (first, _), (last, total) = sums[0], sums[-1]
    alt = f"A line of {unit} at the end of each year, {first} to {last}: it ends at {total:,}."
    rows = [(str(year), f"{value:,}") for year, value in sums]
    return picture_of_sums(sums, alt, Grid(caption, ("At the end of", unit.capitalize()), rows))


def _grid(found: list[Year], *, dated: bool) -> Grid:
    rows = []
    for one in reversed(found):
        wrote = (f"{one.sent:,}", f"{one.received:,}", f"{one.people:,}")
        rows.append(
            (str(one.year), *((f"{one.came:,}", f"{one.in_all:,}") if dated else ()), *wrote)
        )
    came = ("Came", "In all") if dated else ()
    columns = ("Year", *came, "Messages of yours", "Messages to you", "People who wrote")
    return Grid("Year by year", columns, rows)
