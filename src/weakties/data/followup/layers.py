"""How often one keeps up with how many people: layers, given as running totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.chance import chance_of

if TYPE_CHECKING:
    from weakties.data.cards import Card

LAYERS = ("closest", "close", "good", "known")
_JITTER = (1, 2, 6, 15)
_EACH_YEAR = (52, 12, 2, 1)
_MINUTES = ((25, 30, 35), (20, 25), (15, 20), (5, 10))
"""Minutes that one contact takes, by layer; each edition has its own."""


def contact_layers(edition: str, card: Card) -> pd.DataFrame:
    """Return four layers: people up to each, contacts a year with each person, minutes each."""
    rng = chance_of(edition, card)
    totals = [
        int(card.size_of(f"up_to_{layer}") + rng.integers(-spread, spread + 1))
        for layer, spread in zip(LAYERS, _JITTER, strict=True)
    ]
    return pd.DataFrame(
        {
            "layer": LAYERS,
            "people_up_to": totals,
            "contacts_each": _EACH_YEAR,
            "minutes_per_contact": [int(rng.choice(minutes)) for minutes in _MINUTES],
        }
    )
