"""Where somebody stands who is not in the network yet, and how far they reach into it."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from weakties.sociogram.picture import MARGIN

if TYPE_CHECKING:
    from weakties.sociogram.picture import Picture


@dataclass(frozen=True)
class Beside:
    """A place beside the people of a picture, and a reach, in units of the drawing.

    Parameters
    ----------
    x, y
        The corner, or the middle of a side, that is farthest from everybody.
    reach
        From the middle of the picture, two thirds of the people are within it.
    """

    x: float
    y: float
    reach: float


def beside(picture: Picture) -> Beside:
    """Return where a newcomer to a picture stands, and how far they reach once they are inside."""
    places = [(node.x, node.y) for node in picture.nodes]
    middle_x, middle_y = picture.width / 2, picture.height / 2
    x, y = max(
        (
            (x, y)
            for x in (float(MARGIN), picture.width - float(MARGIN))
            for y in (float(MARGIN), middle_y, picture.height - MARGIN)
        ),
        key=lambda place: min(hypot(place[0] - x, place[1] - y) for x, y in places),
    )
    away = sorted(hypot(middle_x - x, middle_y - y) for x, y in places)
    return Beside(x, y, round(away[2 * len(away) // 3 - (len(away) > 1)], 1))
