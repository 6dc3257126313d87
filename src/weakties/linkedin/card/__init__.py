"""One's network on a card to share: six numbers and a picture, and no name of anybody."""

from __future__ import annotations

from weakties.linkedin.card.card import Card, card_of
from weakties.linkedin.card.file import write_card

__all__ = ["Card", "card_of", "write_card"]
