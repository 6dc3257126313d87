"""Two kinds of drawings as SVG: columns over months, and bars with their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.pages.svg import WIDTH, drawing, line, rect, text

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABELED = 3


def month_columns(months: Sequence[tuple[str, int, bool]], *, alt: str) -> str:
    """Draw one column for each month; bursts stand out by color and by a mark above them.

    Parameters
    ----------
    months
        ``("2019-03", connections, is a burst)`` without gaps.
    alt
        What the drawing shows.
    """
    height, bottom, top = 230, 200, 26
    most = max((count for _, count, _ in months), default=0) or 1
    left, right = 40, WIDTH - 8
    step = (right - left) / max(len(months), 12)
    unit = (bottom - top) / most
    parts = [line(left, bottom, right, bottom, "axis")]
    for tick in _ticks(most):
        y = bottom - tick * unit
        parts.append(line(left, y, right, y, "grid"))
        parts.append(text(left - 6, y + 4, f"{tick:,}", "tick", "end"))
    labeled = sorted((count for _, count, burst in months if burst), reverse=True)[:_LABELED]
    year_gap = max(1, round(len(months) / 12 / 10))
    for place, (month, count, burst) in enumerate(months):
        x = left + place * step
        y = bottom - count * unit
        if count:
            kind = "burst" if burst else "column"
            width = max(step - 0.8, 0.8)
            parts.append(rect(x, y, width, bottom - y, kind))
        if burst:
            middle = x + step / 2
            mark = f"{middle - 4:.1f},{y - 11:.1f} {middle + 4:.1f},{y - 11:.1f} {middle:.1f},{y - 4:.1f}"
            parts.append(f'<polygon class="burst" points="{mark}"/>')
            if count in labeled:
                labeled.remove(count)
                anchor = "end" if middle > WIDTH / 2 else "start"
                beside = middle - 10 if anchor == "end" else middle + 10
                parts.append(text(beside, y - 1, f"{month}: {count:,}", "mark", anchor))
        if month.endswith("-01") and int(month[:4]) % year_gap == 0:
            parts.append(line(x, bottom, x, bottom + 5, "axis"))
            parts.append(text(x, bottom + 19, month[:4], "tick", "middle"))
    return drawing(height, parts, alt)


def bars(rows: Sequence[tuple[str, float, str]], *, alt: str, hatched: Sequence[float] = ()) -> str:
    """Draw one bar for each row, with its name on the left and its value in words behind it.

    Parameters
    ----------
    rows
        ``(name, length, value in words)``, lengths 0 or more.
    alt
        What the drawing shows.
    hatched
        A second length for each row, drawn as an outline to compare with.
    """
    pitch, left, right = 30, 232, WIDTH - 150
    most = max([length for _, length, _ in rows] + list(hatched), default=0) or 1
    parts: list[str] = []
    for place, (name, length, words) in enumerate(rows):
        y = place * pitch + 4
        width = length / most * (right - left)
        parts.append(text(left - 8, y + 15, _short(name), "name", "end"))
        reach = width
        if hatched:
            outline = hatched[place] / most * (right - left)
            parts.append(rect(left, y, outline, 22, "outline"))
            reach = max(reach, outline)
        parts.append(rect(left, y + 3, width, 16, "column"))
        parts.append(text(left + reach + 8, y + 15, words, "value", "start"))
    parts.append(line(left, 2, left, len(rows) * pitch, "axis"))
    return drawing(len(rows) * pitch + 4, parts, alt)


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
