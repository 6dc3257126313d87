"""Three kinds of invitations; only of the blank ones does anybody know who got them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.chance import chance_of, first_clear
from weakties.data.message.draws import numbered, share_yes, some_say_yes

if TYPE_CHECKING:
    import numpy as np

    from weakties.data.cards import Card

_IN_EACH_GROUP = 120
_GROUPS = {
    "blank_recruiters": ("blank", "recruiter"),
    "blank_others": ("blank", "other"),
    "template": ("template", None),
    "tailored": ("tailored", None),
}


def recipients(edition: str, card: Card) -> pd.DataFrame:
    """Return 480 invitations, half of them blank ones to recruiters and to others."""
    rng = chance_of(edition, card)
    return first_clear(_is_clear, lambda: _recipients(rng, card))


def _recipients(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    groups = [
        pd.DataFrame(
            {
                "variant": variant,
                "recipient": pd.Series([recipient] * _IN_EACH_GROUP, dtype="str"),
                "accepted": some_say_yes(rng, card.size_of(effect), _IN_EACH_GROUP),
            }
        )
        for effect, (variant, recipient) in _GROUPS.items()
    ]
    return numbered(rng, pd.concat(groups), "I", "invitation_id")


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the template lies between the two kinds of blanks, and the tailored note above."""
    blank = table[table["variant"] == "blank"]
    kinds = blank.groupby("recipient")["accepted"].apply(share_yes)
    notes = table.groupby("variant")["accepted"].apply(share_yes)
    mix = (notes["template"] - kinds["other"]) / (kinds["recruiter"] - kinds["other"])
    return bool(
        0.36 < kinds["other"] < 0.48
        and kinds["recruiter"] > 0.82
        and notes["tailored"] > kinds["recruiter"] + 0.03
        # The mix is a half or the template's share, or one of these in another edition, nowhere.
        and notes["template"] > notes["blank"] + 0.03
        and 0.54 < mix < 0.64 < 0.665 < notes["template"]
    )
