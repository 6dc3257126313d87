"""What a mutual connection does: fake profiles that were watched, and a trial that drew lots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, shuffled

if TYPE_CHECKING:
    from weakties.data.cards import Card

_WITH_MUTUAL = {"no": 900, "yes": 1_100}
_IN_EACH_ARM = 1_000
_RECEIVERS = ("open", "reserved")


def bots(edition: str, card: Card) -> pd.DataFrame:
    """Return 2,000 requests of fake profiles, which went wherever a friend had let them in.

    Friends of people who accept easily accept easily themselves, so the requests with a mutual
    connection went to other people than those without.
    """
    rng = chance_of(edition, card)
    return first_clear(_is_clear, lambda: _bots(rng, card))


def mutual_trial(edition: str, card: Card) -> pd.DataFrame:
    """Return 2,000 requests in which a lot decided who shared a connection with the sender."""
    rng = chance_of(edition, card)
    return first_clear(lambda table: 1.22 < _ratio(table) < 1.48, lambda: _trial(rng, card))


def _bots(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    groups = []
    for has_mutual, n in _WITH_MUTUAL.items():
        times = card.size_of("mutual_effect") if has_mutual == "yes" else 1.0
        is_open = np.arange(n) < round(n * card.size_of(f"open_share_{has_mutual}"))
        likely = np.where(is_open, card.size_of("accept_open"), card.size_of("accept_reserved"))
        groups.append(
            pd.DataFrame(
                {
                    "has_mutual": has_mutual,
                    "receiver": np.where(is_open, *_RECEIVERS),
                    "accepted": np.where(rng.random(n) < times * likely, "yes", "no"),
                }
            )
        )
    return _numbered(rng, pd.concat(groups), "B")


def _trial(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    base = card.size_of("accept_without")
    likely = np.repeat([base, base * card.size_of("mutual_effect")], _IN_EACH_ARM)
    table = pd.DataFrame(
        {
            "has_mutual": np.repeat(["no", "yes"], _IN_EACH_ARM),
            "accepted": np.where(rng.random(len(likely)) < likely, "yes", "no"),
        }
    )
    return _numbered(rng, table, "L")


def _numbered(rng: np.random.Generator, table: pd.DataFrame, letter: str) -> pd.DataFrame:
    mixed = shuffled(rng, table)
    mixed.insert(0, "request_id", [f"{letter}{i:04d}" for i in range(1, len(mixed) + 1)])
    return mixed


def _ratio(table: pd.DataFrame) -> float:
    rates = (table["accepted"] == "yes").groupby(table["has_mutual"]).mean()
    return float(rates["yes"] / rates["no"])


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the crude ratio is far above the planted one, as in the study it follows."""
    return 2.7 < _ratio(table) < 3.4
