"""Who was photographed, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of
from weakties.data.photo.draws import some_of
from weakties.data.world.datasets import people as people_of

if TYPE_CHECKING:
    from weakties.data.cards import Card

PEOPLE, PHOTOS_EACH = 20, 6
_ATTIRE = ("formal", "casual")
_FORMAL_EACH = (2,) * 7 + (3,) * 6 + (4,) * 7
"""How many formal photos the people have: half of all photos, but not half of everybody's."""


def photos(edition: str, card: Card) -> pd.DataFrame:
    """Return 120 photos: 20 people, six photos each, half of all photos in formal dress.

    Were it half of everybody's, a mean of people's means would be the mean of the photos, and who
    takes the one for the other would never know.
    """
    rng = chance_of(edition, card)
    n = PEOPLE * PHOTOS_EACH
    members = people_of(edition, about("people"))["person_id"]
    people = np.repeat(some_of(edition, "photographed", members, PEOPLE), PHOTOS_EACH)
    attire = np.concatenate(
        [
            rng.permutation(np.repeat(_ATTIRE, (formal, PHOTOS_EACH - formal)))
            for formal in rng.permutation(_FORMAL_EACH)
        ]
    )
    return pd.DataFrame(
        {
            "photo_id": [f"F{i:03d}" for i in range(1, n + 1)],
            "person_id": people,
            "attire": attire,
            "expression": rng.choice(["neutral", "smile"], n),
            "eyes": np.where(
                rng.random(n) < card.size_of("sunglasses_share"), "covered", "visible"
            ),
            "framing": rng.choice(["close-up", "head and shoulders", "full body"], n),
        }
    )
