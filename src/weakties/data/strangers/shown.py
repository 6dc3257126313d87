"""What the lesson shows of the simulated world: its tables, grouped as their questions need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.datasets import load
from weakties.measures import wilson_interval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_BY_MUTUALS = {0: "none", 2: "1 or 2", 5: "3 to 5", 1000: "6 or more"}
_EFFORT = ("introduction", "search")
_FIRM = "Tarn Valley"
_NADIA = "P0000"


def good_by_mutuals() -> pd.DataFrame:
    """Return how many requests are good, by mutual connections."""
    requests = _requests()
    groups = pd.cut(requests["mutuals"], [-1, *_BY_MUTUALS], labels=list(_BY_MUTUALS.values()))
    counts = requests.groupby(groups, observed=True)["good"]
    return pd.DataFrame(counts.agg(good="sum", requests="size"))


def worth_by_cost(value: float, costs: Iterable[float]) -> pd.DataFrame:
    """Return what policies are worth per request, in hours, for each cost of a bad one.

    A good one brings `value`. Asking costs nothing here; whoever is declined is worth 0. The
    interval is that of accepting all, from Wilson's interval of the share that is good.
    """
    requests = _requests()
    good, answered = requests["good"], requests["answered"] == "yes"
    sure = (good.mean(), *wilson_interval(int(good.sum()), len(good)))
    rows = []
    for cost in costs:
        worth = good * value - ~good * cost
        low, high = (p * value - (1 - p) * cost for p in sure[1:])
        rows.append((cost, worth.mean(), low, high, (worth * answered).mean()))
    names = ["C", "accept all", "95% low", "95% high", "accept who answered"]
    return pd.DataFrame(rows, columns=names).set_index("C")


def good_by_answer() -> pd.DataFrame:
    """Return how many requests without a mutual connection are good, by whether they answered."""
    requests = _requests()
    groups = requests[requests["mutuals"] == 0].groupby("answered")["good"]
    counts = pd.DataFrame(groups.agg(good="sum", requests="size"))
    counts["share good"] = counts["good"] / counts["requests"]
    counts["95% low"], counts["95% high"] = zip(
        *map(wilson_interval, counts["good"], counts["requests"]), strict=True
    )
    return counts


def good_by_industry() -> pd.DataFrame:
    """Return how many requests are good and what these bring, by whether the industry is Nadia's."""
    requests = _requests()
    groups = requests.groupby("same_industry")["good"]
    shown = pd.DataFrame(groups.agg(requests="size")).assign(**{"share good": groups.mean()})
    good = requests[requests["good"]].groupby("same_industry")
    shown = shown.assign(**{"hours a good one brings": good["value_hours"].mean()})
    return shown.rename_axis("works in Nadia's industry")


def by_beginning() -> pd.DataFrame:
    """Return what came of invitations and ties, by how two people met, in percent.

    Accepted are invitations of two years; in touch on the last day, close, and of help within two
    years are ties.
    """
    invitations, ties = load("invitations"), load("ties")
    accepted = (invitations["accepted"] == "yes").groupby(invitations["relation"]).mean()
    close, helped = ties["strength"] == "strong", ties["helped"] == "yes"
    columns = {"in touch": ties["ended"].isna(), "close": close, "helped": helped}
    of_ties = pd.DataFrame(columns).groupby(ties["met"]).mean()
    shown = of_ties.assign(accepted=accepted)[["accepted", *columns]]
    shares = {"share of ties": ties["met"], "share of help": ties.loc[helped, "met"]}
    for name, met in shares.items():
        shown[name] = met.value_counts(normalize=True)
    return (100 * shown.rename_axis("met through")).sort_values("share of help", ascending=False)


def share_by_effort(beginnings: pd.DataFrame) -> float:
    """Return the percentage of help through people whom one looked up or was introduced to."""
    return float(beginnings.loc[list(_EFFORT), "share of help"].sum())


def gained_by_kind() -> pd.DataFrame:
    """Return the opportunities that came through a contact, per 100 recruiters and 100 others."""
    people, came = load("people").set_index("person_id"), load("opportunities")
    recruits = (people["function"] == "recruiting").map({True: "recruiters", False: "others"})
    through = came.dropna(subset="via_id")
    counted = pd.crosstab(through["person_id"].map(recruits), through["kind"])
    per_100 = 100 * counted.div(recruits.value_counts(), axis=0)
    return per_100.assign(all=per_100.sum(axis=1)).rename_axis("per 100", axis=0)


def office() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return everybody at Nadia's firm, and the connections among them."""
    people, ties = load("people"), load("ties")
    firm = people[people["employer"] == _FIRM]
    inside = ties["a"].isin(firm["person_id"]) & ties["b"].isin(firm["person_id"])
    return firm, ties.loc[inside, ["a", "b"]]


def seen_by_fake(picked: Collection[str] = ()) -> pd.DataFrame:
    """Return how many colleagues share connections with a fake profile, by whom it befriended.

    First whoever was picked, if anybody, then the one to five best connected; Nadia is spared.
    """
    firm, ties = office()
    known: dict[str, set[str]] = {person: set() for person in firm["person_id"]}
    for a, b in ties.itertuples(index=False):
        known[a].add(b)
        known[b].add(a)
    best = sorted(known.keys() - {_NADIA}, key=lambda person: (-len(known[person]), person))
    own = set(picked) - {_NADIA}
    rows = [("your pick", *_sharing(known, own))] if own else []
    rows += [(f"best connected, {n}", *_sharing(known, set(best[:n]))) for n in range(1, 6)]
    names = ["friends made", "others", "share at least 1", "share at least 3"]
    return pd.DataFrame(rows, columns=names).set_index("friends made")


def friends_until_half(seen: pd.DataFrame, shared: int) -> int:
    """Return how many of the best connected it takes until half of the others share so many."""
    best = seen.iloc[-5:]
    return 1 + int((2 * best[f"share at least {shared}"] < best["others"]).sum())


def _sharing(known: dict[str, set[str]], friends: set[str]) -> tuple[int, int, int]:
    shared = [len(known[other] & friends) for other in known.keys() - friends]
    return len(shared), sum(s >= 1 for s in shared), sum(s >= 3 for s in shared)


def _requests() -> pd.DataFrame:
    requests = load("requests")
    return requests.assign(good=requests["is_bad"] == "no")
