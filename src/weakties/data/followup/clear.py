"""Whether right and wrong readings of an export lead to numbers that stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from weakties.data.followup.letters import HER

if TYPE_CHECKING:
    from datetime import datetime

_LEAST_DORMANT = 20
_DAYS = {"year": 365.0, "three years": 3 * 365.25}


def stands_apart(connections: pd.DataFrame, messages: pd.DataFrame) -> bool:
    """Say whether the exercise's answers differ enough from what its known slips give."""
    kept = messages[
        ~messages["draft"] & ~messages["no_sender"] & (messages["folder"] != "SPAM")
    ].sort_values("sent_at")
    people = connections[connections["status"] == "read"].set_index("slug")
    return (
        _old_ties(kept, people)
        and _silence_stands_apart(kept, people)
        and _replies_stand_apart(kept)
    )


def _replies_stand_apart(kept: pd.DataFrame) -> bool:
    """Say whether how often and how fast people answer is told from the slips next to it."""
    started = _started(kept)
    rate, hours = started["answered"].notna().mean(), _hours(started["answered"] - started["first"])
    since_last = _hours(started["answered"] - started["last_before"])
    any_second = _hours(started["second"] - started["first"])
    with_zeros = hours.reindex(started.index).fillna(0)
    right = hours.median()
    wrong = [since_last.median(), any_second.median(), with_zeros.median(), hours.mean()]
    return bool(
        abs(started["second"].notna().mean() - rate) > 0.05
        and min(abs(right - value) for value in wrong) > 1.5
    )


class _Thread(NamedTuple):
    """When Nadia began a thread, when another wrote, and what lies between."""

    first: datetime
    answered: datetime | None
    last_before: datetime
    second: datetime | None


def _started(kept: pd.DataFrame) -> pd.DataFrame:
    rows = []
    told = kept.assign(mine=kept["sender_slug"] == HER[1])
    for _, thread in told.groupby("conversation")[["sent_at", "mine"]]:
        times, mine = thread["sent_at"].tolist(), thread["mine"].tolist()
        if not mine[0]:
            continue
        turn = mine.index(False) if False in mine else None
        rows.append(
            _Thread(
                times[0],
                None if turn is None else times[turn],
                times[(turn or len(times)) - 1],
                times[1] if len(times) > 1 else None,
            )
        )
    return pd.DataFrame(rows, columns=_Thread._fields).astype("datetime64[us, UTC]")


def _hours(waits: pd.Series[pd.Timedelta]) -> pd.Series[float]:
    return (waits.dt.total_seconds() / 3600).dropna()


def _silence_stands_apart(kept: pd.DataFrame, people: pd.DataFrame) -> bool:
    """Say whether the silent are told from those whom a slip takes for them."""
    senders = set(kept["sender_slug"])
    called = set(kept["sender"]) | set(", ".join(kept["recipients"]).split(", "))
    everybody = senders | set(" ".join(kept["recipient_slugs"]).split())
    silent = ~people.index.isin(everybody)
    alone = ~people.index.isin(senders | set(kept["recipient_slugs"]))
    names = (people["first_name"] + " " + people["last_name"]).isin(called)
    right = silent.mean()
    return bool(
        abs(alone.mean() - right) > 0.012
        and abs(1 - names.mean() - right) > 0.02
        and abs((~people.index.isin(senders)).mean() - right) > 0.02
    )


def _old_ties(kept: pd.DataFrame, people: pd.DataFrame) -> bool:
    """Say whether who is dormant, and who of them to write to first, is beyond doubt."""
    table = _exchanges(kept).join(people[["company"]], how="inner")
    table["total"] = table["from_her"] + table["from_them"]
    both = table[(table["from_her"] > 0) & (table["from_them"] > 0)]
    age = (kept["sent_at"].max() - table["last"]).dt.total_seconds() / 86400
    near = [(age - days).abs().min() for days in _DAYS.values()]
    dormant = both[age[both.index] >= _DAYS["three years"]]
    active = set(table.loc[age <= _DAYS["year"], "company"])
    shown = dormant.dropna(subset="company")
    new = shown[~shown["company"].isin(active)]
    ranked = new["from_them"].sort_values(ascending=False).to_numpy()
    if min(near) < 1.5 or len(new) < 6 or ranked[2] == ranked[3]:
        return False
    # Right first, then the slips; each leads to three people of its own.
    choices = [
        new.nlargest(3, "from_them"),
        new.nlargest(3, "total"),
        new.nlargest(3, "from_her"),
        shown.nlargest(3, "from_them"),
        dormant.nlargest(3, "total"),
        dormant[~dormant["company"].isin(active)].nlargest(3, "from_them"),
        dormant.nsmallest(3, "last"),
        new.nsmallest(3, "last"),
        both.nlargest(3, "from_them"),
    ]
    right, *slips = [frozenset(chosen.index) for chosen in choices]
    closest = frozenset(dormant.nlargest(3, "from_them").index)
    return (
        len({right, *slips}) == len(choices)
        and not any(_may_lead(new[count], right) for count in ("total", "from_her"))
        and closest not in {right, *slips[:3], slips[4]}
        and len(dormant) >= _LEAST_DORMANT
    )


def _may_lead(counts: pd.Series[int], people: frozenset[object]) -> bool:
    """Say whether some people may come out first by a count, however equal counts are ordered."""
    among = counts.index.isin(people)
    return bool(counts[among].min() >= counts[~among].max())


def _exchanges(kept: pd.DataFrame) -> pd.DataFrame:
    """Return how many messages went each way with one person alone, and when the last one did."""
    alone = kept[~kept["recipient_slugs"].str.contains(" ")]
    hers = alone["sender_slug"] == HER[1]
    other = alone["sender_slug"].where(~hers, alone["recipient_slugs"])
    rows = pd.DataFrame({"hers": hers, "theirs": ~hers, "sent_at": alone["sent_at"]})
    return rows.groupby(other.rename("slug")).agg(
        from_her=("hers", "sum"), from_them=("theirs", "sum"), last=("sent_at", "max")
    )
