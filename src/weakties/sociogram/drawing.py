"""The picture as an SVG: its ink is the reader's own text color, so that dark themes follow."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.sociogram.labels import FONT_SIZE, LETTER
from weakties.sociogram.marks import SHAPES
from weakties.sociogram.picture import MARGIN
from weakties.sociogram.words import alt_of, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.sociogram.marks import Group
    from weakties.sociogram.picture import Line, Node, Picture

_LEGEND_LINE = 24
_MANY_TIES = 400
_ON_WHITE = "color:#1f2328;background:#fff;--sg-ground:#fff;font-family:sans-serif"
_DASHES = ' stroke-dasharray="5 4"'
_HIDDEN = ' visibility="hidden"'
_HALO = "stroke:var(--sg-ground,var(--jp-layout-color1,#fff));stroke-width:3px;paint-order:stroke"


def svg(picture: Picture, *, alone: bool = False, live: bool = False) -> str:
    """Draw the picture.

    Parameters
    ----------
    picture
        What to draw.
    alone
        For a file of its own or an ``<img>``, which takes no color from the page: black on white.
    live
        For a front end that shows names and rings on demand: they are all there, hidden.
    """
    legend, legend_height = _legend(picture)
    height = picture.height + legend_height
    look = f' xmlns="http://www.w3.org/2000/svg" style="{_ON_WHITE}"' if alone else ""
    names = "".join(_name(node) for node in picture.nodes if live or node.label.shown)
    return (
        f'<svg class="sg" viewBox="0 0 {picture.width} {height:g}" role="img"{look}>'
        f"<title>{escape(picture.title)}</title><desc>{escape(alt_of(picture))}</desc>"
        f'<g class="sg-ties" fill="none" stroke="currentColor" stroke-opacity="{_opacity(picture)}">{_ties(picture)}</g>'
        f'<g class="sg-people" stroke="currentColor">'
        f"{''.join(_person(picture, node, live=live) for node in picture.nodes)}</g>"
        f'<g class="sg-names" font-size="{FONT_SIZE}">{names}</g>'
        f'<g class="sg-legend" font-size="{FONT_SIZE + 1}">{legend}</g></svg>'
    )


def _opacity(picture: Picture) -> float:
    return 0.45 if len(picture.lines) < _MANY_TIES else 0.25


def _ties(picture: Picture) -> str:
    """Return one path for all ties of one kind: thousands of lines cost no more than a few."""
    kinds: dict[tuple[int, bool], list[Line]] = {}
    for line in picture.lines:
        kinds.setdefault((line.width, line.dashed), []).append(line)
    return "".join(
        f'<path stroke-width="{width}"{_DASHES if dashed else ""} '
        f'd="{"".join(_way(picture.nodes[line.a], picture.nodes[line.b]) for line in lines)}"/>'
        for (width, dashed), lines in sorted(kinds.items())
    )


def _way(a: Node, b: Node) -> str:
    return f"M{a.x:g},{a.y:g}L{b.x:g},{b.y:g}"


def _person(picture: Picture, node: Node, *, live: bool) -> str:
    marked = node.person.marked
    ring = (
        f'<circle class="sg-ring" r="{node.radius + 4:g}" fill="none" stroke-width="2.5"'
        f"{'' if marked else _HIDDEN}/>"
        if marked or live
        else ""
    )
    title = "" if live else f"<title>{escape(told(picture, node))}</title>"
    return (
        f'<g transform="translate({node.x:g},{node.y:g})">{title}{ring}'
        f"{_shape(node.group, node.radius)}</g>"
    )


def _shape(group: Group, radius: float) -> str:
    corners = SHAPES[group.shape]
    if not corners:
        return f'<circle r="{radius:g}" fill="{group.color}"/>'
    points = " ".join(f"{round(x * radius, 1):g},{round(y * radius, 1):g}" for x, y in corners)
    return f'<polygon points="{points}" fill="{group.color}"/>'


def _name(node: Node) -> str:
    label = node.label
    hidden = "" if label.shown else _HIDDEN
    weight = ' font-weight="600"' if node.person.marked else ""
    return (
        f'<text x="{label.x:g}" y="{label.y:g}" text-anchor="{label.anchor}" fill="currentColor" '
        f'style="{_HALO}"{weight}{hidden}>{escape(label.text)}</text>'
    )


def _legend(picture: Picture) -> tuple[str, float]:
    """Return what the shapes mean, in rows below the picture, and how high that is."""
    if not any(group.name for group in picture.groups):
        return "", 0
    x, y = float(MARGIN), picture.height + _LEGEND_LINE / 2
    items = []
    for group, said in _said(picture.groups):
        width = 22 + 1.1 * LETTER * len(said) + 18
        if x > MARGIN and x + width > picture.width:
            x, y = float(MARGIN), y + _LEGEND_LINE
        items.append(
            f'<g transform="translate({x:g},{y:g})" stroke="currentColor">{_shape(group, 7)}</g>'
            f'<text x="{x + 14:g}" y="{y + 4.5:g}" fill="currentColor">{escape(said)}</text>'
        )
        x += width
    return "".join(items), y + _LEGEND_LINE / 2 + 4 - picture.height


def _said(groups: Iterable[Group]) -> Iterable[tuple[Group, str]]:
    return ((group, f"{group.name} ({group.people})") for group in groups)
