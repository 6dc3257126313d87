"""The requests that one member got in a year, with what came of accepting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, of_edition, shuffled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

_REQUESTS = 480
_BAD_SHARES = tuple(round(0.27 + 0.005 * step, 3) for step in range(13))
_MUTUALS_RULE = 3
_ASK_HOURS = 0.25
_GOOD_HOURS = 10.0
"""The exercise's rule on mutual connections, its price of a question, and what it says that a good
request brings, for `_is_clear` only."""


def requests(edition: str, card: Card) -> pd.DataFrame:
    """Return 480 requests, each with what the sender's profile shows and what came of it."""
    rng = chance_of(edition, card)
    share = of_edition(edition, card, "bad_share", _BAD_SHARES)
    bad = round(_REQUESTS * share)
    return first_clear(_is_clear, lambda: _requests(rng, card, bad))


def _requests(rng: np.random.Generator, card: Card, bad: int) -> pd.DataFrame:
    both = pd.concat(
        [_senders(rng, card, "good", _REQUESTS - bad), _senders(rng, card, "bad", bad)]
    )
    table = shuffled(rng, both)
    table.insert(0, "request_id", [f"Q{i:03d}" for i in range(1, len(table) + 1)])
    return table


def _senders(rng: np.random.Generator, card: Card, kind: str, n: int) -> pd.DataFrame:
    is_bad = kind == "bad"
    mutuals = _mutuals(rng, card, kind, n)
    age = rng.lognormal(np.log(card.size_of(f"{kind}_account_age")), 1.0, n)
    has_note = rng.random(n) < (0.6 if is_bad else 0.5)
    value, harm = np.zeros(n), np.zeros(n)
    if is_bad:
        harm = _skewed(rng, np.full(n, card.size_of("harm")))
    else:
        value = _skewed(rng, np.where(mutuals == 0, card.size_of("far"), card.size_of("near")))
    return pd.DataFrame(
        {
            "mutuals": mutuals,
            "same_industry": _yes_no(rng.random(n) < card.size_of(f"{kind}_same_industry")),
            "note_length": np.where(has_note, rng.integers(30, 290, n), 0),
            "account_age_days": np.clip(age, 1, 6000).astype(np.int64),
            "answered": _yes_no(_dealt(rng, card.size_of(f"{kind}_answers"), n)),
            "is_bad": "yes" if is_bad else "no",
            "value_hours": value,
            "harm_hours": harm,
        }
    )


def _mutuals(rng: np.random.Generator, card: Card, kind: str, n: int) -> NDArray[np.int64]:
    """Return how many connections each sender shares, the shares of none, few and many dealt out."""
    none = round(n * card.size_of(f"{kind}_no_mutuals"))
    many = round(n * card.size_of(f"{kind}_many_mutuals"))
    few = rng.integers(1, _MUTUALS_RULE, n - none - many)
    return np.concatenate(
        [np.zeros(none, np.int64), few, _MUTUALS_RULE - 1 + rng.geometric(0.28, many)]
    )


def _skewed(rng: np.random.Generator, mean: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return hours of which half are next to nothing and few are many, with these means."""
    return np.asarray(np.round(mean * rng.gamma(0.5, 2.0, len(mean)), 1))


def _dealt(rng: np.random.Generator, share: float, n: int) -> NDArray[np.bool_]:
    return np.asarray(rng.permutation(np.arange(n) < round(share * n)))


def _yes_no(values: NDArray[np.bool_]) -> NDArray[np.str_]:
    return np.where(values, "yes", "no")


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the policies can be told apart, and each from the slips next to it."""
    net = table["value_hours"] - table["harm_hours"]
    answered = table["answered"] == "yes"
    shared = {least: (net * (table["mutuals"] >= least)).mean() for least in (1, 3, 4)}
    worth = {"all": net.mean(), "rule": shared[3], "ask": (net * answered).mean() - _ASK_HOURS}
    only_them = (net[answered] - _ASK_HOURS).mean()
    none = table[table["mutuals"] == 0]
    good = (none["is_bad"] == "no").mean()
    brought = none.loc[none["is_bad"] == "no", "value_hours"].mean()
    return bool(
        worth["all"] < -0.3
        and worth["ask"] > worth["rule"] + 0.4
        and worth["rule"] > 0.3
        and min(abs(shared[3] - shared[4]), abs(shared[3] - shared[1])) > 0.05
        and abs(only_them - worth["ask"]) > 0.1
        and 0.3 < good < 0.47
        and abs(brought - _GOOD_HOURS) * good / (1 - good) > 0.25
    )
