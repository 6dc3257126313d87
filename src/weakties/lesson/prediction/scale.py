"""Guess and result side by side: on a line for numbers, in a list for choices.

Marks take the reader's own text color and differ in shape, so that any theme shows them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.lesson.numbers import plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT, _RIGHT, _LINE = 40, 520, 46
_LETTER = 7  # pixels that a letter of a label takes, about


def scale_as_svg(
    guess: float,
    result: float,
    *,
    between: tuple[float, float] | None,
    interval: tuple[float, float] | None,
    alt: str,
) -> str:
    """Return one scale with the guess above it and the result below."""
    low, high = _ends([guess, result, *(interval or ())], between)

    def at(value: float) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (value - low) / (high - low), 1)

    def label(value: float, words: str, y: int) -> str:
        half = _LETTER * len(words) / 2
        x = min(max(at(value), half), _LEFT + _RIGHT - half)
        return f"<text x='{x:.1f}' y='{y}' text-anchor='middle'>{escape(words)}</text>"

    you, here = at(guess), at(result)
    bar = ""
    if interval:
        first, last = map(at, interval)
        bar = f"<path d='M{first} {_LINE}H{last}' stroke='currentColor' stroke-width='6' opacity='.45'/>"
    ends = "".join(
        f"<path d='M{at(end)} {_LINE - 5}v10' stroke='currentColor'/>"
        f"<text x='{at(end)}' y='{_LINE + 42}' text-anchor='middle' font-size='12'>"
        f"{plain_number(end)}</text>"
        for end in (low, high)
    )
    return (
        f"<svg role='img' aria-label='{escape(alt, quote=True)}' viewBox='0 0 {_LEFT + _RIGHT} 94' "
        "style='width:100%;max-width:560px;height:auto;display:block' font-size='13' "
        "fill='currentColor'>"
        f"<path d='M{_LEFT} {_LINE}H{_RIGHT}' stroke='currentColor'/>{ends}{bar}"
        f"<circle cx='{you}' cy='{_LINE}' r='7' fill='none' stroke='currentColor' stroke-width='2.5'/>"
        f"<path d='M{here} {_LINE - 7}l7 7l-7 7l-7 -7z'/>"
        f"{label(guess, f'○ you: {plain_number(guess)}', _LINE - 18)}"
        f"{label(result, f'◆ here: {plain_number(result)}', _LINE + 24)}"
        "</svg>"
    )


def choices_as_html(choices: Sequence[str], chosen: str, result: str) -> str:
    """Return the choices as a list that says which was chosen and which came out."""

    def marks(choice: str) -> str:
        said = [("○ you", choice == chosen), ("◆ here", choice == result)]
        words = ", ".join(mark for mark, holds in said if holds)
        return f" <strong>({words})</strong>" if words else ""

    items = "".join(f"<li>{escape(choice)}{marks(choice)}</li>" for choice in choices)
    return f"<ul style='margin:.2em 0 .5em'>{items}</ul>"


def _ends(values: Sequence[float], between: tuple[float, float] | None) -> tuple[float, float]:
    """Return where the scale begins and ends: at the range asked for, or wide enough for all."""
    low, high = between or (min(0, *values), max(0, *values))
    low, high = min(low, *values), max(high, *values)
    return (low, high) if low < high else (low - 1, high + 1)
