"""Two kinds of pictures: columns over months, and bars with their names, each in two widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.pages.section import Grid, Picture
from weakties.pages.svg import NARROW, WIDTH, drawing, line, rect, text

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABELED = 3
_ROOM_OF_A_YEAR = 72


def picture_of_months(
    caption: str, months: Sequence[tuple[str, int, bool]], alt: str, grid: Grid
) -> Picture:
    """Return the picture of columns over months; its parts are those of :func:`month_columns`."""
    wide, narrow = (month_columns(months, alt=alt, width=width) for width in (WIDTH, NARROW))
    return Picture(caption, wide, alt, grid, narrow)


def picture_of_bars(
    caption: str,
    rows: Sequence[tuple[str, float, str]],
    alt: str,
    grid: Grid,
    hatched: Sequence[float] = (),
) -> Picture:
    """Return the picture of bars; its parts are those of :func:`bars`."""
    wide, narrow = (bars(rows, alt=alt, hatched=hatched, width=width) for width in (WIDTH, NARROW))
    return Picture(caption, wide, alt, grid, narrow)


def month_columns(months: Sequence[tuple[str, int, bool]], *, alt: str, width: int = WIDTH) -> str:
    """Draw one column for each month; bursts stand out by color and by a mark above them.

    Parameters
    ----------
    months
        ``("2019-03", connections, is a burst)`` without gaps.
    alt
        What the drawing shows.
    width
        How wide it is drawn.
    """
    height, bottom, top = 230, 200, 26
    most = max((count for _, count, _ in months), default=0) or 1
    left, right = 40, width - 8
    step = (right - left) / max(len(months), 12)
    unit = (bottom - top) / most
    parts = [line(left, bottom, right, bottom, "axis")]
    for tick in _ticks(most):
        y = bottom - tick * unit
        parts.append(line(left, y, right, y, "grid"))
        parts.append(text(left - 6, y + 4, f"{tick:,}", "tick", "end"))
    labeled = sorted((count for _, count, burst in months if burst), reverse=True)[:_LABELED]
    year_gap = max(1, round(len(months) / 12 / (width / _ROOM_OF_A_YEAR)))
    for place, (month, count, burst) in enumerate(months):
        x = left + place * step
        y = bottom - count * unit
        if count:
            kind = "burst" if burst else "column"
            parts.append(rect(x, y, max(step - 0.8, 0.8), bottom - y, kind))
        if burst:
            middle = x + step / 2
            mark = f"{middle - 4:.1f},{y - 11:.1f} {middle + 4:.1f},{y - 11:.1f} {middle:.1f},{y - 4:.1f}"
            parts.append(f'<polygon class="burst" points="{mark}"/>')
            if count in labeled:
                labeled.remove(count)
                anchor = "end" if middle > width / 2 else "start"
                beside = middle - 10 if anchor == "end" else middle + 10
                parts.append(text(beside, y - 1, f"{month}: {count:,}", "mark", anchor))
        if month.endswith("-01") and int(month[:4]) % year_gap == 0:
            parts.append(line(x, bottom, x, bottom + 5, "axis"))
            parts.append(text(x, bottom + 19, month[:4], "tick", "middle"))
    return drawing(height, parts, alt, width=width)


def bars(
    rows: Sequence[tuple[str, float, str]],
    *,
    alt: str,
    hatched: Sequence[float] = (),
    width: int = WIDTH,
) -> str:
    """Draw one bar for each row, with its name on the left or above it and its value in words behind it.

    Parameters
    ----------
    rows
        ``(name, length, value in words)``, lengths 0 or more.
    alt
        What the drawing shows.
    hatched
        A second length for each row, drawn as an outline to compare with.
    width
        How wide they are drawn; names stand above where there is no room beside.
    """
    above = width < WIDTH
    pitch, left, right = (48, 2, width - 110) if above else (30, 232, width - 150)
    most = max([length for _, length, _ in rows] + list(hatched), default=0) or 1
    parts: list[str] = []
    for place, (name, length, words) in enumerate(rows):
        y = place * pitch + (22 if above else 4)
        reach = along = length / most * (right - left)
        if above:
            parts.append(text(left, y - 4, _short(name), "name", "start"))
        else:
            parts.append(text(left - 8, y + 15, _short(name), "name", "end"))
        if hatched:
            outline = hatched[place] / most * (right - left)
            parts.append(rect(left, y, outline, 22, "outline"))
            reach = max(reach, outline)
        parts.append(rect(left, y + 3, along, 16, "column"))
        parts.append(text(left + reach + 8, y + 15, words, "value", "start"))
    if not above:
        parts.append(line(left, 2, left, len(rows) * pitch, "axis"))
    return drawing(len(rows) * pitch + 4, parts, alt, width=width)


def _ticks(most: int) -> list[int]:
    step = next(
        size
        for power in range(12)
        for size in (10**power, 2 * 10**power, 5 * 10**power)
        if most / size <= 4
    )
    return list(range(step, most + 1, step))


def _short(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29]}…"
