"""A card in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.card.drawn import drawn
from weakties.linkedin.errors import ExportError
from weakties.pages.file import write_over_own

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.linkedin.card.card import Card

_BEGINNINGS = {".svg": b'<?xml version="1.0" encoding="utf-8"', ".png": b"\x89PNG\r\n\x1a\n"}


def write_card(card: Card, path: Path) -> None:
    """Write a card as its suffix says, .svg or .png.

    Raises
    ------
    ExportError
        If the suffix is another.
    NotWritten
        If a file of another kind is there, or the place can't be written to.
    """
    suffix = path.suffix.lower()
    if suffix not in _BEGINNINGS:
        raise ExportError(
            f"A card is a picture, .png or .svg, and “{path.name}” is neither. "
            f"Try --card {path.with_suffix('.png').name}."
        )
    content = drawn(card, "svg" if suffix == ".svg" else "png")
    write_over_own(path, content, _BEGINNINGS[suffix], what="picture", example=f"card{suffix}")
