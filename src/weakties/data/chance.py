"""Chance in generators: a seed for each dataset, and drawing again until answers stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from weakties.data.editions import OPEN, seed_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from weakties.data.cards import Card

Draw = TypeVar("Draw")


def chance_of(edition: str, card: Card) -> np.random.Generator:
    """Return the source of chance of one dataset in one edition."""
    return np.random.default_rng(seed_of(edition, card.name))


def of_edition(edition: str, card: Card, what: str, sizes: Sequence[float]) -> float:
    """Return a planted size in which editions differ: what the card says, or one of some others.

    Without it an answer would be the same in every edition, and a cohort could copy an earlier one's.

    Parameters
    ----------
    what
        Which size of the card; the open edition has what stands there.
    sizes
        What it may be in other editions, each as likely.
    """
    if edition == OPEN:
        return card.size_of(what)
    rng = np.random.default_rng(seed_of(edition, f"{card.name}/{what}"))
    return float(rng.choice(np.asarray(sizes)))


def first_clear(is_clear: Callable[[Draw], bool], draw: Callable[[], Draw]) -> Draw:
    """Return the first draw in which right and wrong answers stand apart."""
    while not is_clear(drawn := draw()):
        pass
    return drawn


def shuffled(rng: np.random.Generator, table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with its rows in an order that says nothing."""
    return table.iloc[rng.permutation(len(table))].reset_index(drop=True)


def stand_apart(values: list[float], least: float) -> bool:
    """Say whether each two of some numbers differ by more than `least`.

    Examples
    --------
    >>> stand_apart([0.1, 0.5, 0.3], least=0.15), stand_apart([0.1, 0.2], least=0.15)
    (True, False)
    """
    return bool(np.diff(np.sort(values)).min() > least)
