"""A hundred invitations of one person: fifty blank, fifty with a note, and no lot was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear
from weakties.data.message.draws import share_yes, some_say_yes

if TYPE_CHECKING:
    from weakties.data.cards import Card

_PAGES, _ON_A_PAGE = 10, 10


def sends(edition: str, card: Card) -> pd.DataFrame:
    """Return the invitations in the order of the search results: on each page blanks come first."""
    rng = chance_of(edition, card)
    return first_clear(_is_clear, lambda: _sends(rng, card))


def _sends(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    n = _PAGES * _ON_A_PAGE
    place = np.tile(np.arange(1, _ON_A_PAGE + 1), _PAGES)
    has_note = place > _ON_A_PAGE // 2
    answers = {
        kind: some_say_yes(rng, card.size_of(f"{kind}_accepted"), n) for kind in ("blank", "note")
    }
    return pd.DataFrame(
        {
            "send_id": [f"S{i:03d}" for i in range(1, n + 1)],
            "page": np.repeat(np.arange(1, _PAGES + 1), _ON_A_PAGE),
            "place": place,
            "variant": np.where(has_note, "note", "blank"),
            "accepted": np.where(has_note, answers["note"], answers["blank"]),
        }
    )


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the two intervals are apart, so that the gap is too wide for luck."""
    shares = table.groupby("variant")["accepted"].apply(share_yes)
    return bool(0.29 < shares["blank"] < 0.43 and 0.69 < shares["note"] < 0.83)
