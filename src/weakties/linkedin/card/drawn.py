"""A card drawn, as SVG or PNG of 1200 by 630: what a post shows in full."""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING

from weakties.linkedin.card.card import FOOT
from weakties.linkedin.insight.rings import SIZES, Contact

if TYPE_CHECKING:
    from typing import Literal

    from matplotlib.axes import Axes

    from weakties.linkedin.card.card import Card

WIDTH, HEIGHT = 1200, 630
_DOTS_AN_INCH = 100
_GROUND, _INK, _SOFT, _RULE = "#10202e", "#f4f1ea", "#b9c4cc", "#33475a"
_COLORS = {
    Contact.BOTH: "#f5b041",
    Contact.ONE: "#7fb8de",
    Contact.NONE: "#6d8294",
    Contact.UNKNOWN: "#7fb8de",
}
_MIDDLE, _REACH = (318, 322), 262
_LEFT, _TOP, _COLUMN, _ROW = 650, 512, 280, 128
_WRAPPED_AT = 25


def drawn(card: Card, form: Literal["svg", "png"]) -> bytes:
    """Return a card as a file's content; the same card gives the same bytes."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    size = (WIDTH / _DOTS_AN_INCH, HEIGHT / _DOTS_AN_INCH)
    with mpl.rc_context():
        mpl.rcParams["svg.hashsalt"] = "card"
        mpl.rcParams["svg.fonttype"] = "path"
        mpl.rcParams["font.family"] = "DejaVu Sans"
        figure = Figure(figsize=size, dpi=_DOTS_AN_INCH, facecolor=_GROUND)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(0, HEIGHT)
        axes.set_axis_off()
        _disc(axes, card)
        _words(axes, card)
        file = BytesIO()
        about: dict[str, str | None] = {"Title": card.title, "Description": card.alt}
        about |= {"Date": None} if form == "svg" else {"Software": "weakties"}
        figure.savefig(file, format=form, facecolor=_GROUND, metadata=about)
    return file.getvalue()


def _disc(axes: Axes, card: Card) -> None:
    from matplotlib.patches import Arc

    x, y = _MIDDLE
    for ring in card.rings.rings[1:]:
        across, gap = 2 * ring.radius * _REACH, math.degrees(ring.gap)
        arc = Arc(_MIDDLE, across, across, angle=-90, theta1=gap, theta2=360 - gap)
        arc.set(edgecolor=_RULE, linewidth=0.9)
        axes.add_patch(arc)
    for contact in reversed(Contact):
        dots = [dot for dot in card.rings.dots if dot.contact is contact]
        across = 2 * _REACH * card.rings.largest * SIZES[contact]
        axes.scatter(
            [x + _REACH * dot.x for dot in dots],
            [y + _REACH * dot.y for dot in dots],
            s=_area(across),
            color=_COLORS[contact],
            linewidths=0,
        )
    for ring in card.rings.labeled:
        axes.text(
            x,
            y - ring.radius * _REACH,
            str(ring.year),
            color=_INK,
            fontsize=10.5,
            ha="center",
            va="center",
        )


def _words(axes: Axes, card: Card) -> None:
    from textwrap import wrap

    axes.text(_LEFT, 565, card.title, color=_INK, fontsize=25, fontweight="bold", va="center")
    for place, number in enumerate(card.numbers):
        column, row = place % 2, place // 2
        x, y = _LEFT + column * _COLUMN, _TOP - row * _ROW
        axes.text(x, y - 38, number.value, color=_INK, fontsize=33, fontweight="bold")
        for line, said in enumerate(wrap(number.of_what, _WRAPPED_AT)):
            axes.text(x, y - 66 - 22 * line, said, color=_SOFT, fontsize=12.5)
    _key(axes, card)
    axes.text(_LEFT, 84, card.key, color=_SOFT, fontsize=11, va="center")
    axes.text(_LEFT, 40, FOOT, color=_SOFT, fontsize=11, va="center")


def _key(axes: Axes, card: Card) -> None:
    x, y = float(_LEFT), 113
    for contact in card.contacts:
        axes.scatter(
            [x + 8], [y], s=_area(17 * SIZES[contact]), color=_COLORS[contact], linewidths=0
        )
        axes.text(x + 24, y, contact.value, color=_INK, fontsize=11, va="center")
        x += 38 + 8.6 * len(contact.value)


def _area(across: float) -> float:
    """Return a mark's size as matplotlib counts it, in square points."""
    return (across * 72 / _DOTS_AN_INCH) ** 2
