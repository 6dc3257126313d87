"""Shares of several groups with their intervals, against a line that they have to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.lesson.figures import OKABE_ITO, Figure, drawing, figure
from weakties.measures import wilson_interval

if TYPE_CHECKING:
    import pandas as pd


def shares_by_group(
    counts: pd.DataFrame, *, line: float, line_is: str, share_of: str, groups: str
) -> Figure:
    """Draw the share of each group as a dot with its 95% interval, and one line across.

    Parameters
    ----------
    counts
        One row per group in the order of drawing, named by the index; the first column holds the
        hits, the second the cases.
    line
        A share to compare with.
    line_is
        What it is.
    share_of
        What the share is of, for the axis.
    groups
        What the groups are.
    """
    import pandas as pd

    rows = []
    for name, hits, cases in counts.itertuples():
        low, high = wilson_interval(int(hits), int(cases))
        rows.append((str(name), int(cases), hits / cases, low, high))
    table = pd.DataFrame(rows, columns=[groups, "cases", "share", "low", "high"])
    with drawing(7.0, 3.2) as (axes, svg):
        for place, (_, _, share, low, high) in enumerate(rows):
            axes.plot([place, place], [low, high], "-", color=OKABE_ITO["blue"], linewidth=2)
            axes.plot(place, share, "o", color=OKABE_ITO["blue"], markersize=7)
        axes.axhline(line, color=OKABE_ITO["vermilion"], linestyle="--")
        axes.annotate(
            f"{line_is}: {line:.0%}", (len(rows) - 0.55, line + 0.02), color=OKABE_ITO["vermilion"],
            ha="right",
        )  # fmt: skip
        axes.set_xticks(range(len(rows)), [f"{name}\n({cases})" for name, cases, *_ in rows])
        axes.set_xlim(-0.5, len(rows) - 0.5)
        axes.set_ylim(0, 1.08)
        axes.set_xlabel(f"{groups} (cases)")
        axes.set_ylabel(share_of)
    said = "; ".join(
        f"{name} {share:.0%} ({low:.0%} to {high:.0%})" for name, _, share, low, high in rows
    )
    alt = f"{share_of.capitalize()} by {groups}, with 95% intervals: {said}. {line_is.capitalize()}: {line:.0%}."
    return figure(svg[0], alt=alt, table=table)
