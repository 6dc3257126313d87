"""Who is connected to whom in the protagonist's town."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from weakties.data.chance import chance_of, first_clear, stand_apart
from weakties.data.quality.members import NADIA, people_of, tie_table, ties_among

if TYPE_CHECKING:
    import pandas as pd

    from weakties.data.cards import Card

    Pairs = set[tuple[int, int]]


def friends(edition: str, card: Card) -> pd.DataFrame:
    """Return the ties among some people of Nadia's town, as the world has them.

    Who is asked is drawn by lot, until no wrong comparison leads to the right share.
    """
    rng, people = chance_of(edition, card), people_of(edition)
    town = people.index[people["city"] == people.loc[NADIA, "city"]]
    ties, asked = ties_among(edition, town), int(card.size_of("asked"))

    def among_some() -> Pairs:
        some = set(rng.choice(town, asked, replace=False).tolist())
        return {(a, b) for a, b in ties if a in some and b in some}

    pairs: Pairs = first_clear(_is_clear, among_some)
    return tie_table(pairs)


def _is_clear(pairs: Pairs) -> bool:
    """Say whether comparing with one number, or counting who is at the mean, leads elsewhere."""
    import networkx as nx

    town = nx.Graph(list(pairs))
    own = dict(town.degree())
    theirs = {who: fmean(own[friend] for friend in town[who]) for who in town}
    mean, of_friends = fmean(own.values()), fmean(theirs.values())
    weighted = sum(k * k for k in own.values()) / sum(own.values())
    shares = [
        fmean(own[who] < theirs[who] for who in town),
        fmean(own[who] <= theirs[who] for who in town),
        *(fmean(k < one for k in own.values()) for one in (mean, of_friends, weighted)),
    ]
    return stand_apart(shares, least=0.0025) and abs(of_friends - weighted) > 0.12
