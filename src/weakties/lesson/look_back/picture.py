"""The calibration picture: a dot for each level of sureness, with its interval, and a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.lesson.prediction.asked import SURE

if TYPE_CHECKING:
    from weakties.lesson.look_back.calibration import Level

_LEFT, _STEP, _TOP, _BOTTOM = 70, 90, 20, 200
_CELL = "style='text-align:left'"


def picture(found: tuple[Level, ...], alt: str) -> str:
    """Return the shares by sureness as SVG, in the reader's own text color."""
    right = _LEFT + _STEP * len(SURE)
    lines = "".join(
        f"<path d='M{_LEFT} {_y(share)}H{right}' stroke='currentColor' opacity='.25'/>"
        f"<text x='{_LEFT - 8}' y='{_y(share) + 4}' text-anchor='end'>{share:.0%}</text>"
        for share in (0.0, 0.5, 1.0)
    )
    names = "".join(
        f"<text x='{_x(sure)}' y='{_BOTTOM + 22}' text-anchor='middle'>{sure}</text>"
        f"<text x='{_x(sure)}' y='{_BOTTOM + 38}' text-anchor='middle' font-size='10'>{words}</text>"
        for sure, words in SURE.items()
    )
    return (
        f"<svg role='img' aria-label='{escape(alt, quote=True)}' viewBox='0 0 {right} {_BOTTOM + 66}' "
        "style='width:100%;max-width:560px;height:auto;display:block' font-size='13' "
        f"fill='currentColor'>{lines}{names}{''.join(map(_dot, found))}"
        f"<text x='{(_LEFT + right) / 2}' y='{_BOTTOM + 60}' text-anchor='middle'>"
        "how sure you were</text></svg>"
    )


def table(found: tuple[Level, ...]) -> str:
    """Return the same as a table."""
    heads = "".join(
        f"<th scope='col' {_CELL}>{head}</th>"
        for head in ("How sure", "Predictions", "Right", "Share", "95% interval")
    )
    rows = "".join(
        f"<tr><th scope='row' {_CELL}>{level.sure}, {SURE[level.sure]}</th>"
        f"<td {_CELL}>{level.of}</td><td {_CELL}>{level.right}</td>"
        f"<td {_CELL}>{level.share:.0%}</td>"
        f"<td {_CELL}>{level.interval[0]:.0%} to {level.interval[1]:.0%}</td></tr>"
        for level in found
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _dot(level: Level) -> str:
    low, high = level.interval
    x = _x(level.sure)
    return (
        f"<path d='M{x} {_y(low)}V{_y(high)}' stroke='currentColor' stroke-width='5' opacity='.4'/>"
        f"<circle cx='{x}' cy='{_y(level.share)}' r='6'/>"
        f"<text x='{x + 11}' y='{_y(level.share) + 4}'>{level.right} of {level.of}</text>"
    )


def _x(sure: int) -> int:
    return _LEFT + _STEP * sure - _STEP // 2


def _y(share: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * share, 1)
