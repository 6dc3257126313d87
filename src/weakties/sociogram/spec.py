"""The picture as plain data for the front end that makes it answer to mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.sociogram.drawing import svg
from weakties.sociogram.words import alt_of, called, order_of, table_of, told

if TYPE_CHECKING:
    from weakties.sociogram.picture import Picture


def spec_of(picture: Picture) -> dict[str, Any]:
    """Return what ``sociogram.js`` takes; it holds only what JSON knows.

    Returns
    -------
    dict
        ``title``, ``alt`` (without those who are marked), ``svg``, ``markedWord``; ``people`` (``id, name, told, x, y, radius,
        near`` by row number); ``marked`` (ids); ``order`` (row numbers, most ties first) with the
        table's ``header`` and ``rows`` in that order.
    """
    header, rows = table_of(picture, with_marks=False)
    return {
        "title": picture.title,
        "alt": alt_of(picture, with_marks=False),
        "svg": svg(picture, live=True),
        "markedWord": picture.marked_word,
        "people": [
            {
                "id": node.person.id,
                "name": called(picture, node),
                "told": told(picture, node),
                "x": node.x,
                "y": node.y,
                "radius": node.radius,
                "near": list(node.near),
            }
            for node in picture.nodes
        ],
        "marked": [node.person.id for node in picture.nodes if node.person.marked],
        "order": order_of(picture),
        "header": list(header),
        "rows": [list(row) for row in rows],
    }
