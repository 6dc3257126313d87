"""Names beside their marks: on the side with most room, and only where they cover nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    Box = tuple[float, float, float, float]

FONT_SIZE = 12
LETTER = 6.4
"""As wide as a letter is on average, or a little wider."""

_LONGEST_NAME = 26
_MOST_SHOWN = 40
_SPACE = 7.0


@dataclass(frozen=True)
class Label:
    """A name beside its mark.

    Parameters
    ----------
    text
        The name, shortened if it is long.
    x, y, anchor
        Where it is written, in units of the drawing.
    shown
        Whether it covers nothing; the others wait until they are asked for.
    """

    text: str
    x: float
    y: float
    anchor: Literal["start", "middle", "end"]
    shown: bool


def labels_of(
    names: Sequence[str],
    marks: Sequence[tuple[float, float, float]],
    *,
    importance: Sequence[tuple[bool, int]],
    frame: tuple[float, float],
) -> list[Label]:
    """Return a label for each name.

    Parameters
    ----------
    names
        As a reader knows them.
    marks
        Center and radius of each.
    importance
        Whether it is marked and how many ties it has; names of the most important come first.
    frame
        Width and height of the drawing.
    """
    discs = [(x - r, y - r, x + r, y + r) for x, y, r in marks]
    labels: list[Label] = [Label("", 0, 0, "start", shown=False)] * len(names)
    taken: list[Box] = []
    first = sorted(range(len(names)), key=lambda row: (importance[row], -row), reverse=True)
    for row in first:
        text = (
            names[row]
            if len(names[row]) <= _LONGEST_NAME
            else f"{names[row][: _LONGEST_NAME - 1]}…"
        )
        covered, label, box = min(
            (
                (
                    _covered(box, discs, row) + 2 * _covered(box, taken) + 9 * _outside(box, frame),
                    label,
                    box,
                )
                for label, box in _sides(text, *marks[row])
            ),
            key=lambda choice: choice[0],
        )
        shown = covered == 0 and len(taken) < _MOST_SHOWN
        if shown:
            taken.append(box)
        labels[row] = Label(text, round(label[0], 1), round(label[1], 1), label[2], shown)
    return labels


def _sides(
    text: str, x: float, y: float, radius: float
) -> list[tuple[tuple[float, float, Literal["start", "middle", "end"]], Box]]:
    width, up, down = LETTER * len(text), 0.75 * FONT_SIZE, 0.25 * FONT_SIZE
    away = radius + _SPACE
    middle = y + 0.35 * FONT_SIZE
    below, above = y + away + up, y - away - down
    return [
        ((x + away, middle, "start"), (x + away, middle - up, x + away + width, middle + down)),
        ((x - away, middle, "end"), (x - away - width, middle - up, x - away, middle + down)),
        ((x, below, "middle"), (x - width / 2, below - up, x + width / 2, below + down)),
        ((x, above, "middle"), (x - width / 2, above - up, x + width / 2, above + down)),
    ]


def _covered(box: Box, others: Sequence[Box], without: int | None = None) -> int:
    left, top, right, bottom = box
    return sum(
        other[0] < right and other[2] > left and other[1] < bottom and other[3] > top
        for place, other in enumerate(others)
        if place != without
    )


def _outside(box: Box, frame: tuple[float, float]) -> bool:
    return box[0] < 0 or box[1] < 0 or box[2] > frame[0] or box[3] > frame[1]
