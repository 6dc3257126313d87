"""What the lesson shows of the simulated world: whom people asked, and what for."""

from __future__ import annotations

import pandas as pd

from weakties.data.datasets import load
from weakties.measures import mean_interval


def by_contact() -> pd.DataFrame:
    """Return how often each kind of contact was asked, and how useful the help was."""
    asks = load("asks")
    granted = asks[asks["said_yes"] == "yes"]
    rows = {}
    for contact, helps in granted.groupby("contact")["usefulness"]:
        found = mean_interval(helps.to_list())
        rows[contact] = {
            "share of asks": (asks["contact"] == contact).mean(),
            "usefulness, 0 to 10": found.mean,
            "95% low": found.low,
            "95% high": found.high,
        }
    return pd.DataFrame(rows).T.rename_axis("contact")
