"""How hard each question was, drawn: a bar for the share of the points, a whisker for how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.report.words import percent, still_wait
from weakties.pages.svg import WIDTH, drawing, line, rect, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.grading.report.items import ItemFigures

_PITCH, _LEFT, _RIGHT = 34, 320, WIDTH - 60
_LONGEST = 42


def difficulties(items: Sequence[ItemFigures], *, alt: str) -> str:
    """Draw one bar for each question, from 0 to 100 percent of its points, with its interval."""
    bottom = len(items) * _PITCH + 4
    parts = [part for share in (0, 0.25, 0.5, 0.75, 1) for part in _tick(share, bottom)]
    parts += [part for place, item in enumerate(items) for part in _row(item, place * _PITCH + 4)]
    return drawing(bottom + 24, parts, alt)


def _tick(share: float, bottom: float) -> Iterator[str]:
    x = _x(share)
    yield line(x, 2, x, bottom, "axis" if share == 0 else "grid")
    yield text(x, bottom + 17, percent(share), "tick", "middle")


def _row(figures: ItemFigures, y: float) -> Iterator[str]:
    label, more = figures.item.label, still_wait(figures.waiting)
    room = _LONGEST - len(more)
    short = label if len(label) <= room else f"{label[: room - 1]}…"
    yield text(_LEFT - 8, y + 17, f"{short}{more}", "name", "end")
    if figures.difficulty is None or figures.difficulty_interval is None:
        yield text(_LEFT + 8, y + 17, "not graded yet", "tick", "start")
        return
    low, high = map(_x, figures.difficulty_interval)
    yield rect(_LEFT, y + 4, _x(figures.difficulty) - _LEFT, 18, "column")
    yield line(low, y + 13, high, y + 13, "whisker")
    for end in (low, high):
        yield line(end, y + 8, end, y + 18, "whisker")
    yield text(_RIGHT + 8, y + 17, percent(figures.difficulty), "value", "start")


def _x(share: float) -> float:
    return _LEFT + share * (_RIGHT - _LEFT)
