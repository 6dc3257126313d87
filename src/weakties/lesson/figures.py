"""Figures that everybody can read: one look, words beside the picture, the numbers as a table."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from weakties.lesson.tables import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from matplotlib.axes import Axes

OKABE_ITO = {
    "blue": "#0072b2",
    "vermilion": "#d55e00",
    "green": "#009e73",
    "orange": "#e69f00",
    "sky": "#56b4e9",
    "purple": "#cc79a7",
}
"""Colors that people with any color vision can tell apart (Okabe and Ito 2008)."""

INK = "#123456"
"""Stands for the reader's own text color while a figure is drawn; dark themes follow."""


_WORDS = re.compile(r'(<text style="[^"]*?fill: )#[0-9a-f]{6}')


@dataclass(frozen=True)
class Figure:
    """A drawing with its description and its numbers.

    Parameters
    ----------
    svg
        The drawing.
    alt
        What a reader who can't see it has to know.
    table
        The same numbers.
    """

    svg: str
    alt: str
    table: pd.DataFrame

    def __str__(self) -> str:
        """Return the description."""
        return self.alt

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        rows = rows_of(self.table)
        html = (
            "<figure style='margin:.5em 0;max-width:46em'>"
            f"{self.svg}<figcaption>{escape(self.alt)}</figcaption>"
            f"<details><summary>The same as a table</summary><table>{rows}</table></details></figure>"
        )
        return {"text/html": html, "text/plain": self.alt}


@contextmanager
def drawing(width: float = 7.0, height: float = 3.6) -> Iterator[tuple[Axes, list[str]]]:
    """Open one set of axes in the course's look; its SVG is in the list when the block ends.

    Parameters
    ----------
    width, height
        In inches.
    """
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure as Canvas

    look: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "weakties",
        "font.family": "sans-serif",
        "font.size": 11,
        "text.color": INK,
        "axes.labelcolor": INK,
        "axes.edgecolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
    }
    with mpl.rc_context(look):
        canvas = Canvas(figsize=(width, height), layout="constrained")
        FigureCanvasSVG(canvas)
        svg: list[str] = []
        yield canvas.subplots(), svg
        file = io.StringIO()
        canvas.savefig(file, format="svg", transparent=True, metadata={"Date": None})
        svg.append(_inline(file.getvalue()))


def figure(svg: str, *, alt: str, table: pd.DataFrame) -> Figure:
    """Return a drawing with its description, ready to be a cell's last line."""
    labeled = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(alt, quote=True)}" ', 1)
    return Figure(labeled, alt, table)


def dots_by_group(
    frame: pd.DataFrame, *, group: str, value: str, groups: str, of: str, unit: str
) -> Figure:
    """Draw one column of dots per group, with a dash at its mean, from lowest to highest mean.

    Parameters
    ----------
    frame
        One row per dot.
    group, value
        The columns that name the group and hold the number.
    groups
        What the groups are, in the plural.
    of
        What one dot is.
    unit
        Of the number.
    """
    by_group = frame.groupby(group)[value]
    means, spread = by_group.mean().sort_values(), by_group.max() - by_group.min()
    top = float(frame[value].max())
    with drawing() as (axes, svg):
        for column, name in enumerate(means.index):
            dots = frame.loc[frame[group] == name, value]
            axes.plot([column] * len(dots), dots, "o", color=OKABE_ITO["blue"], markersize=5)
            axes.plot(column, means[name], "_", color=OKABE_ITO["vermilion"], markersize=14, mew=3)
        axes.set_xticks([])
        axes.set_xlabel(f"{len(means)} {groups}, from lowest to highest mean")
        axes.set_ylabel(unit)
        axes.annotate(f"dot: one {of}", (0, top))
        axes.annotate("dash: mean of a column", (6, top))
    alt = (
        f"{len(means)} {groups} side by side. The dots of one column spread over "
        f"{spread.min():.1f} to {spread.max():.1f} {unit}; the means of the {groups} over "
        f"{means.max() - means.min():.1f}."
    )
    numbers = means.to_frame("mean").assign(spread=spread).reset_index()
    return figure(svg[0], alt=alt, table=numbers)


def _inline(svg: str) -> str:
    """Return matplotlib's file as an element that takes the page's color and width.

    Words do so whatever color they were given: no color of ours is dark enough on white and light
    enough on black.
    """
    element = svg[svg.index("<svg ") :].replace(INK, "currentColor")
    element = _WORDS.sub(r"\1currentColor", element)
    element = re.sub(r'(<svg [^>]*?)width="[^"]*" height="[^"]*"', r"\1", element, count=1)
    element = re.sub(r"<metadata>.*?</metadata>", "", element, flags=re.DOTALL)
    return element.replace("<svg ", '<svg style="width:100%;height:auto" ', 1)
