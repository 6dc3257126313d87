"""Which cards to ask today: pure functions of cards, record and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.command import command

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from weakties.course import Unit
    from weakties.progress import Record
    from weakties.progress.standing import Standing
    from weakties.recall.cards import Card

MOST = 12
"""How many cards are asked at a time: a few minutes."""


def begun(found: Iterable[Standing]) -> tuple[Unit, ...]:
    """Return the units that the learner has begun."""
    return tuple(one.unit for one in found if one.state != "not started")


def due(cards: Sequence[Card], record: Record, today: date) -> tuple[Card, ...]:
    """Return the cards to ask today, a dozen at most.

    Those that wait longest come first, then those that were never asked, in their order.
    """
    known = record.recalled
    back = [card for card in cards if card.id in known and known[card.id].due <= today]
    back.sort(key=lambda card: known[card.id].due)
    new = [card for card in cards if card.id not in known]
    return tuple([*back, *new][:MOST])


def in_words(cards: Sequence[Card], record: Record, today: date) -> str:
    """Return one sentence on what is due among the cards, and else what to do."""
    if not cards:
        return f"No unit is begun yet, so no card is due. The first one: {command('start')}"
    if found := due(cards, record, today):
        number = "1 card is" if len(found) == 1 else f"{len(found)} cards are"
        return f"{number} due. Say the answer to yourself before you look."
    first = min(record.recalled[card.id].due for card in cards)
    return f"No card is due today. The next comes back on {first.isoformat()}."
