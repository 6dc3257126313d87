"""Four lists of contacts, and who knows whom within each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of, first_clear
from weakties.data.quality.members import (
    NADIA,
    OPEN_NETWORKER,
    connections_of,
    people_of,
    person_ids,
    some_pairs,
    ties_among,
)
from weakties.data.world.names import PROTAGONISTS_FIRM
from weakties.measures import effective_number

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

    Ints = NDArray[np.int64]

LISTS = ("nadia", "parents", "firm", "think tank")
_FIRST_CLASS, _LAST_CLASS = 1990, 2012
"""When the parents of the association took their degrees."""


def contacts(edition: str, card: Card) -> pd.DataFrame:
    """Return the people on four lists of contacts; some show no industry."""
    rng, people = chance_of(edition, card), people_of(edition)
    industry = people["industry"].set_axis(person_ids(people.index))
    return first_clear(
        lambda table: _is_clear(table, industry), lambda: _contacts(rng, edition, card)
    )


def _contacts(rng: np.random.Generator, edition: str, card: Card) -> pd.DataFrame:
    people = people_of(edition)
    chosen = {
        "nadia": connections_of(edition, NADIA),
        "parents": _parents(rng, people, card),
        "firm": _firm(rng, people, card),
        "think tank": _think_tank(rng, people, card),
    }
    return pd.concat(
        [_shown(rng, people, name, rows, card) for name, rows in chosen.items()],
        ignore_index=True,
    )


def _is_clear(table: pd.DataFrame, industry: pd.Series[str]) -> bool:
    """Say whether taking hidden industries from `industry`, by id, shows in the measures."""
    own = industry.iloc[NADIA]
    firm, hers = table[table["list"] == "firm"], table[table["list"] == "nadia"]
    colleague = hers["employer"] == PROTAGONISTS_FIRM
    of_firm, all_of_firm = firm["industry"].dropna(), firm["person_id"].map(industry)
    types = effective_number(of_firm.value_counts()), effective_number(all_of_firm.value_counts())
    shares = [
        (rows["industry"].dropna().eq(own).mean(), rows["person_id"].map(industry).eq(own).mean())
        for rows in (hers, hers[~colleague])
    ]
    # An index of 0, half of each kind, is the same with the sign turned round.
    return abs(types[0] - types[1]) > 0.05 and all(
        abs(shown - elsewhere) > 0.0012 and abs(shown - 0.5) > 0.015 for shown, elsewhere in shares
    )


def ego_ties(edition: str, card: Card) -> pd.DataFrame:
    """Return who knows whom within each list: as the world has it for Nadia's, else planted."""
    rng = chance_of(edition, card)
    listed = contacts(edition, about("contacts"))
    frames = []
    for name in LISTS:
        rows = [int(word[1:]) for word in listed.loc[listed["list"] == name, "person_id"]]
        if name == "nadia":
            pairs = np.array(sorted(ties_among(edition, rows)))
        else:
            effect = f"{name.replace(' ', '_')}_density"
            share = card.size_of(effect) + rng.uniform(-1, 1) * card.size_of("density_spread")
            pairs = _pairs(rng, rows, share)
        a, b = pairs.T
        frames.append(pd.DataFrame({"list": name, "a": person_ids(a), "b": person_ids(b)}))
    return pd.concat(frames, ignore_index=True)


def _pairs(rng: np.random.Generator, rows: list[int], share: float) -> Ints:
    """Return who knows whom; where few do, somebody on the list knows nobody."""
    if share > 0.5:
        return some_pairs(rng, rows, share)
    return first_clear(
        lambda pairs: len(np.unique(pairs)) < len(rows), lambda: some_pairs(rng, rows, share)
    )


def _parents(rng: np.random.Generator, people: pd.DataFrame, card: Card) -> Ints:
    """Return parents of one school: nearly all of Nadia's town, of all trades."""
    age = people["graduated"].between(_FIRST_CLASS, _LAST_CLASS)
    may_be = age & (people["openness"] < OPEN_NETWORKER) & (people["employer"] != _firm_of(people))
    here = people["city"] == people.loc[NADIA, "city"]
    elsewhere = int(card.size_of("parents_from_elsewhere"))
    n = int(card.size_of("parents"))
    return np.concatenate(
        [
            _some(rng, people, may_be & here, n - elsewhere),
            _some(rng, people, may_be & ~here, elsewhere),
        ]
    )


def _firm(rng: np.random.Generator, people: pd.DataFrame, card: Card) -> Ints:
    """Return current staff of Nadia's firm, and former staff, most of them in the same trade."""
    at_firm = (people["employer"] == _firm_of(people)) & (people.index != NADIA)
    same_trade = people["industry"] == people.loc[NADIA, "industry"]
    changed_trade = int(rng.integers(4, 8))
    n, former = int(card.size_of("firm")), int(card.size_of("former_staff"))
    # Some worlds' firm is smaller: more of the list have left it there.
    staff = min(n - former, int(at_firm.sum()))
    return np.concatenate(
        [
            _some(rng, people, at_firm, staff),
            _some(rng, people, ~at_firm & same_trade, n - staff - changed_trade),
            _some(rng, people, ~at_firm & ~same_trade, changed_trade),
        ]
    )


def _think_tank(rng: np.random.Generator, people: pd.DataFrame, card: Card) -> Ints:
    """Return people of many trades, two of each, chosen one by one."""
    trades = rng.permutation(np.unique(people["industry"]))
    n = int(card.size_of("think_tank"))
    return np.concatenate(
        [_some(rng, people, people["industry"] == trade, 2) for trade in trades[: n // 2]]
    )


def _some(rng: np.random.Generator, people: pd.DataFrame, who: pd.Series[bool], n: int) -> Ints:
    eligible = people.index[who & (people.index != NADIA)].to_numpy()
    return np.sort(rng.choice(eligible, n, replace=False))


def _firm_of(people: pd.DataFrame) -> str:
    return str(people.loc[NADIA, "employer"])


def _shown(
    rng: np.random.Generator, people: pd.DataFrame, name: str, rows: Ints, card: Card
) -> pd.DataFrame:
    """Return one list as its owner sees it: a few people on it show no industry."""
    hidden = rng.permutation(np.arange(len(rows)) < round(card.size_of("hidden") * len(rows)))
    seen = people.loc[rows]
    return pd.DataFrame(
        {
            "list": name,
            "person_id": person_ids(rows),
            "industry": seen["industry"].where(~hidden).to_numpy(),
            "employer": seen["employer"].to_numpy(),
            "city": seen["city"].to_numpy(),
        }
    )
