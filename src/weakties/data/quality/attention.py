"""How much people hear, and how much of it is new, by how mixed those are whom they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, of_edition
from weakties.data.editions import OPEN
from weakties.data.quality.members import NADIA, people_of

if TYPE_CHECKING:
    from weakties.data.cards import Card

_BANDS = np.round(np.arange(0.1, 0.9, 0.1), 1)
_LOST = {0.0: 0.88, 0.04: 0.98, 0.12: 0.97, 0.24: 0.95, 0.34: 0.92}
"""How much is new at least, and what share of messages is lost, in other editions.

Together they say where the peak lies: between the second and the sixth band.
"""


def bandwidth(edition: str, card: Card) -> pd.DataFrame:
    """Return an experiment: members were given twelve people to ask, more or less mixed ones.

    The more mixed the twelve, the more of a message is new and the fewer messages there are.
    Within a band, who hears more often hears less that is new each time.
    """
    rng = chance_of(edition, card)
    members = people_of(edition)["person_id"].drop(NADIA).to_numpy(dtype=object)
    least = of_edition(edition, card, "least_new", tuple(_LOST))
    lost = card.size_of("messages_lost") if edition == OPEN else _LOST[least]
    table = first_clear(_is_clear, lambda: _bandwidth(rng, card, lost, least))
    table.insert(0, "member_id", sorted(rng.choice(members, len(table), replace=False)))
    return table


def _bandwidth(rng: np.random.Generator, card: Card, lost: float, least: float) -> pd.DataFrame:
    each = int(card.size_of("members_per_band"))
    band = np.repeat(_BANDS, each)
    tilt = rng.uniform(-0.04, 0.04)
    messages = card.size_of("most_messages") * (1 - (lost + tilt) * band)
    new = least + card.size_of("new_gained") * band
    talkative = rng.normal(0, 0.25, len(band))
    table = pd.DataFrame(
        {
            "diversity": band,
            "messages_per_month": np.round(messages * np.exp(talkative), 1),
            "new_per_message": np.round(
                np.clip(new * np.exp(-0.8 * talkative + rng.normal(0, 0.12, len(band))), 0.01, 1), 3
            ),
        }
    )
    return table.iloc[rng.permutation(len(table))].reset_index(drop=True)


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the best band stands out, lies in the middle, and slips lead elsewhere."""
    heard = table.assign(novel=table["messages_per_month"] * table["new_per_message"])
    bands = heard.groupby("diversity")
    novel = bands["novel"].mean()
    best = float(_BANDS[novel.to_numpy().argmax()])
    messages, new = bands["messages_per_month"].mean(), bands["new_per_message"].mean()
    means = messages * new
    ahead = novel.max() - novel.drop(best).max()
    return bool(
        0.2 <= best <= 0.7
        and messages.is_monotonic_decreasing
        and new.is_monotonic_increasing
        and ahead > 0.02 * novel.max()
        and abs(means.max() - novel.max()) > 0.15
        and abs(novel[_BANDS[0]] - novel[_BANDS[-1]]) > 0.03 * novel.max()
        and 0.53 * novel.max() < novel[_BANDS[-1]] < 0.85 * novel.max()
    )
