"""How the network grew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.insight.growth import BURST_TIMES, BY_CHANCE, months_of
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.charts import picture_of_bars, picture_of_months
from weakties.linkedin.report.said import COUNTED, counted, number, people, percent, plural
from weakties.pages.section import Fact, Grid, Picture, Section

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.figures import Figures

_TITLE = "Growth"
_QUESTION = "When did these connections come, and was there a time when many came at once?"
_FEW = 3
_CANT_TELL = (
    "People who removed you, or whom you removed, are gone without a trace, so early years look "
    "smaller than they were. More connections are not better ties."
)
_MERGED = (
    "In a copy without names people came in a month, a quarter, a year or several, as far as others "
    "share it. A month in which many seem to come may be no more than that, so none is shown."
)


def growth(figures: Figures) -> Section:
    """Return the section on growth."""
    months = months_of(figures.people["connected_on"])
    said = figures.export.account.dates.get("connections", ())
    if months.empty and said:
        return Section(
            _TITLE,
            _QUESTION,
            words=said,
            next_step="Give the archive as LinkedIn sent it, before a spreadsheet saved it anew.",
        )
    if months.empty:
        return Section(
            _TITLE,
            _QUESTION,
            words=("This export holds no dates of connections.",),
            next_step="Request a new export: since about 2016 it says when each connection was made.",
        )
    total = int(months["connections"].sum())
    if is_pseudonymized(figures.export):
        return Section(
            _TITLE,
            _QUESTION,
            facts=(Fact(f"{total:,}", "people with a date", _how_sure(figures)),),
            words=(_MERGED,),
            cannot_tell=_CANT_TELL,
            next_step="Look at growth in the report on the archive itself.",
        )
    bursts = months[months["burst"]]
    typical = float(months["connections"].median())
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(
            Fact(f"{total:,}", "people with a date", _how_sure(figures)),
            Fact(number(typical), "in a typical month", "the median of all months"),
            Fact(
                number(len(bursts)),
                plural(len(bursts), "burst"),
                f"months with more than {BURST_TIMES} times the mean of their neighbors; "
                f"{percent(BY_CHANCE)} of quiet months look so by chance",
            ),
        ),
        words=(*said, *_words(bursts)),
        pictures=(_picture(months, total, bursts),),
        cannot_tell=_CANT_TELL,
        next_step=(
            "Name what happened in your largest burst: a course, a job, an event, a campaign. Then "
            "count how many of those people you wrote with since."
            if len(bursts)
            else "Choose the year with most new connections and name three people from it that you "
            "would call today."
        ),
    )


def _how_sure(figures: Figures) -> str:
    dated = figures.export.connections.dropna(subset="connected_on")
    hidden = int((dated["status"] == "hidden").sum())
    undated = int(figures.people["connected_on"].isna().sum())
    without = [counted(hidden, "hidden member")] if hidden else []
    if undated:
        without.append(f"{people(undated)} whose date was not read")
    return f"{COUNTED}, without {' and '.join(without)}" if without else COUNTED


def _words(bursts: pd.DataFrame) -> tuple[str, ...]:
    largest = bursts.sort_values("connections", ascending=False).head(3)
    return tuple(
        f"{month.strftime('%B %Y')} stands out: {people(count)}, where the months up to a year "
        f"before and after it have {number(rate)} on average."
        for month, count, rate in zip(
            largest.index, largest["connections"], largest["expected"], strict=True
        )
    )


def _picture(months: pd.DataFrame, total: int, bursts: pd.DataFrame) -> Picture:
    drawn = [
        (str(month), count, burst)
        for month, count, burst in zip(
            months.index, months["connections"], months["burst"], strict=True
        )
    ]
    by_year = months.groupby([int(month[:4]) for month, _, _ in drawn])
    rows = [
        (str(year), f"{int(part['connections'].sum()):,}", str(int(part["burst"].sum())))
        for year, part in by_year
    ]
    if months["connections"].max() <= _FEW:
        return _by_year(rows)
    alt = (
        f"Columns of new connections by month, {drawn[0][0]} to {drawn[-1][0]}: {total:,} in all, "
        f"at most {months['connections'].max():,} in a month. Bursts are marked: {len(bursts)}."
    )
    grid = Grid("New connections by year", ("Year", "Connections", "Months with a burst"), rows)
    return picture_of_months("New connections by month", drawn, alt, grid)


def _by_year(rows: list[tuple[str, str, str]]) -> Picture:
    """Return bars of years: columns of months with one to three people say nothing."""
    bars = [(year, float(count.replace(",", "")), count) for year, count, _ in rows]
    alt = "Bars of new connections by year: " + ", ".join(
        f"{year} {count}" for year, count, _ in rows
    )
    caption = "New connections by year"
    grid = Grid(caption, ("Year", "Connections"), [(year, count) for year, count, _ in rows])
    return picture_of_bars(caption, bars, alt, grid)
