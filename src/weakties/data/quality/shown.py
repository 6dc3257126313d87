"""What the lesson shows of the simulated world: its tables, grouped as their questions need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.datasets import load
from weakties.measures import effective_size, wilson_interval

if TYPE_CHECKING:
    from collections.abc import Iterable

_BY_CONNECTIONS = {
    25: "up to 25",
    50: "26 to 50",
    100: "51 to 100",
    200: "101 to 200",
    1000: "over 200",
}
_BY_SHARED = {0: "none", 4: "1 to 4", 9: "5 to 9", 19: "10 to 19", 1000: "20 or more"}


def by_shared() -> pd.DataFrame:
    """Return how many invitations were accepted, by shared connections, with Wilson's interval."""
    invitations = _invitations()
    groups = invitations.groupby("shared", observed=True)
    rates = pd.DataFrame(groups["yes"].agg(accepted="sum", invitations="size", share="mean"))
    rates["95% low"], rates["95% high"] = zip(
        *map(wilson_interval, rates["accepted"], rates["invitations"]), strict=True
    )
    openness = load("people").set_index("person_id")["openness"]
    receivers = invitations.assign(openness=invitations["receiver_id"].map(openness))
    rates["receivers' openness"] = receivers.groupby("shared", observed=True)["openness"].mean()
    return rates


def by_source_and_shared() -> pd.DataFrame:
    """Return the percentage of invitations that was accepted, by how two met and what they share.

    Nothing is said of fewer than 30 invitations.
    """
    groups = _invitations().groupby(["relation", "shared"], observed=True)
    percent = 100 * groups["yes"].mean().where(groups.size() >= 30)
    return pd.DataFrame(percent.unstack()).round().iloc[:, :4]


def by_connections() -> pd.DataFrame:
    """Return what people with few and with many connections have of each, as means per person."""
    groups = _everybody().groupby("group", observed=True)
    means = groups.mean().rename(columns={"in_touch": "in touch"})
    means["95% ±"] = 1.96 * groups["opportunities"].sem()
    means["people"] = groups.size()
    return means


def two_lists() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the people on the parents' and the think tank's list, and who of them know each other."""
    return _listed("parents", "think tank")


def think_tank() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the twelve people on the think tank's list, and who of them know each other."""
    return _listed("think tank")


def gains_of_newcomers(newcomers: Iterable[tuple[str, int]]) -> pd.DataFrame:
    """Return what newcomers add to the effective size of a list, by how many they know on it."""
    contacts, ties = load("contacts"), load("ego_ties")
    rows = []
    for name, shared in newcomers:
        n, t = int(contacts["list"].eq(name).sum()), int(ties["list"].eq(name).sum())
        gain = effective_size(n + 1, t + shared) - effective_size(n, t)
        rows.append((name, shared, gain))
    return pd.DataFrame(rows, columns=["list", "shared", "sources"]).set_index("list")


def _listed(*names: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the people on some lists, with their names, and their ties."""
    people = load("people").set_index("person_id")
    called = people["first_name"] + " " + people["last_name"]
    contacts, ties = load("contacts"), load("ego_ties")
    listed = contacts[contacts["list"].isin(names)]
    listed = listed.assign(name=listed["person_id"].map(called))
    return listed, ties[ties["list"].isin(names)]


def _invitations() -> pd.DataFrame:
    invitations = load("invitations")
    shared = pd.cut(invitations["mutuals"], [-1, *_BY_SHARED], labels=list(_BY_SHARED.values()))
    return invitations.assign(shared=shared, yes=invitations["accepted"] == "yes")


def _everybody() -> pd.DataFrame:
    ties = load("ties")
    kept = ties.assign(strong=ties["strength"] == "strong", in_touch=ties["ended"].isna())
    ends = pd.concat([kept.assign(person=kept[end]) for end in ("a", "b")]).groupby("person")
    everybody = ends.agg(
        connections=("strong", "size"), in_touch=("in_touch", "sum"), strong=("strong", "sum")
    )
    through_contact = load("opportunities").dropna(subset="via_id")["person_id"].value_counts()
    everybody["opportunities"] = through_contact.reindex(everybody.index, fill_value=0)
    labels = list(_BY_CONNECTIONS.values())
    groups = pd.cut(everybody["connections"], [0, *_BY_CONNECTIONS], labels=labels)
    return everybody.assign(group=groups)
