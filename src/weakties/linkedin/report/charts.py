"""Pictures in two widths: columns over months, bars with names, sums over years, hours of a week."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from weakties.pages.section import Grid, Picture
from weakties.pages.svg import NARROW, WIDTH, dot, drawing, line, rect, text

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


def picture_of_sums(sums: Sequence[tuple[int, int]], alt: str, grid: Grid) -> Picture:
    """Return the picture of a line over years; `sums` are years without gaps and their values."""
    wide, narrow = (sum_line(sums, alt=alt, width=width) for width in (WIDTH, NARROW))
    return Picture(grid.caption, wide, alt, grid, narrow)


def picture_of_hours(
    days: Sequence[str], counts: Sequence[Sequence[int]], alt: str, grid: Grid
) -> Picture:
    """Return the picture of hours of a week; its parts are those of :func:`hour_dots`."""
    wide, narrow = (hour_dots(days, counts, alt=alt, width=width) for width in (WIDTH, NARROW))
    return Picture(grid.caption, wide, alt, grid, narrow)


def sum_line(sums: Sequence[tuple[int, int]], *, alt: str, width: int = WIDTH) -> str:
    """Draw values at the end of each year as a line over its area; the last one is written."""
    height, bottom, top, left, right = 200, 170, 26, 48, width - 8
    most = max((value for _, value in sums), default=0) or 1
    step = (right - left) / max(len(sums) - 1, 1)
    unit = (bottom - top) / most
    parts = [line(left, bottom, right, bottom, "axis")]
    for tick in _ticks(most):
        parts.append(line(left, bottom - tick * unit, right, bottom - tick * unit, "grid"))
        parts.append(text(left - 6, bottom - tick * unit + 4, f"{tick:,}", "tick", "end"))
    path = " ".join(
        f"{left + place * step:.1f},{bottom - value * unit:.1f}"
        for place, (_, value) in enumerate(sums)
    )
    area = f"{left},{bottom} {path} {right:.1f},{bottom}"
    parts += [
        f'<polygon class="area" points="{area}"/>',
        f'<polyline class="sum" points="{path}"/>',
    ]
    gap = max(1, math.ceil(len(sums) * _ROOM_OF_A_YEAR / width))
    for place, (year, _) in enumerate(sums):
        # From the last year backward, so that it is always written.
        if (len(sums) - 1 - place) % gap == 0:
            anchor = "end" if place == len(sums) - 1 else "start" if not place else "middle"
            parts.append(text(left + place * step, bottom + 19, str(year), "tick", anchor))
    parts.append(text(right, top - 8, f"{sums[-1][1]:,}", "mark", "end"))
    return drawing(height, parts, alt, width=width)


def hour_dots(
    days: Sequence[str], counts: Sequence[Sequence[int]], *, alt: str, width: int = WIDTH
) -> str:
    """Draw a dot for each weekday and hour, its area as large as the count is.

    Parameters
    ----------
    days
        Names of the rows.
    counts
        For each row, counts by hour.
    alt
        What the drawing shows.
    width
        How wide it is drawn; a narrow one has shorter names.
    """
    left, pitch = (36, 24) if width < WIDTH else (104, 30)
    hours = len(counts[0])
    step = (width - left - 4) / hours
    most = max(max(row) for row in counts) or 1
    largest = min(step, pitch) / 2 - 0.5
    parts: list[str] = []
    for place, (day, row) in enumerate(zip(days, counts, strict=True)):
        y = place * pitch + pitch / 2
        parts.append(line(left, y, width - 4, y, "grid"))
        parts.append(text(0, y + 5, day[:3] if width < WIDTH else day, "name", "start"))
        parts += [
            dot(left + (hour + 0.5) * step, y, largest * (count / most) ** 0.5, "column")
            for hour, count in enumerate(row)
            if count
        ]
    bottom = len(days) * pitch
    for hour in range(0, hours, 6):
        parts.append(text(left + (hour + 0.5) * step, bottom + 16, f"{hour}:00", "tick", "middle"))
    return drawing(bottom + 24, parts, alt, width=width)


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
