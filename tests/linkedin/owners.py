"""Simulated owners of exports: how often the mirror's figures are right where the truth is known.

    PYTHONPATH=tests .venv/bin/python -m linkedin.owners

writes the table in docs/mirror.md. An owner connects in sittings, as people do, in which several
come at once; one month has an event that brings ten times as many as usual. The owner begins
conversations; who is written to answers with a chance that is known here, after a while, perhaps
too late for the export; one in ten has deleted the account since.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from weakties.linkedin.export import Account, Export
from weakties.linkedin.figures import figures_of
from weakties.linkedin.insight.growth import months_of
from weakties.linkedin.names import DELETED
from weakties.linkedin.tables import frame
from weakties.measures import median_interval, wilson_interval

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs" / "mirror.md"
BEGIN, END = "<!-- owners -->\n", "<!-- end of owners -->"
OWNERS, FEW = 1_000, 20
HOURS, SPREAD = 20.0, 1.5
"""The true median time until an answer, and the spread of its logarithm."""
_EXPORTED = date(2026, 10, 1)
_EVENT = 10


@dataclass
class Tally:
    """What was seen over several owners."""

    quiet_months: int = 0
    false_bursts: int = 0
    events: int = 0
    events_found: int = 0
    rates: int = 0
    off: float = 0.0
    covered: int = 0
    covered_alike: int = 0
    medians: int = 0
    medians_covered: int = 0

    def rows(self) -> list[tuple[str, str]]:
        """Return each line of the table: what, and how much."""
        return [
            (
                "months without an event that are called a burst",
                f"{self.false_bursts / self.quiet_months:.1%} of {self.quiet_months:,}",
            ),
            (
                f"events, {_EVENT} times a usual month, that are called a burst",
                f"{self.events_found / self.events:.1%} of {self.events:,}",
            ),
            (
                "reply rate: measured minus true, on average",
                f"{100 * self.off / self.rates:+.2f} points",
            ),
            (
                "95 % interval of the reply rate holds the true one, if each answers alone",
                f"{self.covered / self.rates:.1%} of {self.rates:,}",
            ),
            (
                "the same, if ten people of one company tend to answer alike",
                f"{self.covered_alike / self.rates:.1%} of {self.rates:,}",
            ),
            (
                "95 % interval of the median time until an answer holds the true one",
                f"{self.medians_covered / self.medians:.1%} of {self.medians:,}",
            ),
        ]


def tally_of(owners: range) -> Tally:
    """Return what the mirror says of some of the simulated owners, counted against the truth."""
    tally = Tally()
    for owner in owners:
        _growth(tally, Random(f"growth of {owner}"))
    truths = {owner: Random(f"rate of {owner}").uniform(0.2, 0.8) for owner in owners}
    alone, alike = (_started(truths, together) for together in (1, 10))
    for owner, truth in truths.items():
        replied = alone[owner]["replied"]
        tally.rates += 1
        tally.off += replied.mean() - truth
        tally.covered += _holds(alone[owner], truth)
        tally.covered_alike += _holds(alike[owner], truth)
        found = median_interval(alone[owner]["hours"].dropna())
        if found.lower is not None and found.upper is not None:
            tally.medians += 1
            tally.medians_covered += found.lower <= HOURS <= found.upper
    return tally


def _holds(started: pd.DataFrame, truth: float) -> bool:
    low, high = wilson_interval(int(started["replied"].sum()), len(started))
    return low <= truth <= high


def _growth(tally: Tally, chance: Random) -> None:
    """Let an owner connect for 3 to 12 years, in sittings that bring 1 to 8 people on average."""
    months = chance.randrange(36, 145)
    each, sittings = chance.uniform(1, 8), chance.uniform(0.3, 3)
    event = chance.randrange(12, months - 12)
    first = pd.Period(_EXPORTED, "M") - months
    days: list[pd.Timestamp] = []
    for month in range(months):
        came = sum(_geometric(each, chance) for _ in range(_poisson(sittings, chance)))
        came += month == event and math.ceil(_EVENT * each * sittings)
        days += [(first + month).to_timestamp()] * came
    found = months_of(pd.Series(days))
    bursts = set(found.index[found["burst"]])
    tally.events += 1
    tally.events_found += first + event in bursts
    tally.quiet_months += len(found) - 1
    tally.false_bursts += len(bursts - {first + event})


def _poisson(mean: float, chance: Random) -> int:
    count, passed = 0, chance.expovariate(1)
    while passed < mean:
        count, passed = count + 1, passed + chance.expovariate(1)
    return count


def _geometric(mean: float, chance: Random) -> int:
    return 1 + int(math.log(1 - chance.random()) / math.log(1 - 1 / mean)) if mean > 1 else 1


def _started(truths: dict[int, float], together: int) -> dict[int, pd.DataFrame]:
    """Return the conversations that each owner began, as the figures have them.

    All owners write under one name into one mailbox: conversations are judged each by itself, so
    this says of each owner what a mailbox of their own would, a hundred times as fast.
    """
    rows: list[tuple[object, ...]] = []
    people: list[str] = []
    until: dict[int, int] = {}
    for owner, truth in truths.items():
        for began in _conversations(truth, together, Random(f"answers {together} to {owner}")):
            slug, name = f"p{len(people)}", f"Ana{len(people)} Ruiz"
            people.append(slug)
            rows += _talk(f"c{slug}", ("", DELETED) if began.deleted else (slug, name), began)
        until[owner] = len(people)
    names = ("conversation", "sender", "sender_slug", "recipients", "recipient_slugs", "sent_at")
    figures = figures_of(
        _export(
            connections={
                "first_name": [f"Ana{at}" for at in range(len(people))],
                "last_name": ["Ruiz"] * len(people),
                "slug": people,
                "status": ["read"] * len(people),
            },
            messages=dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)),
            profile={"first_name": ["Me"], "last_name": ["Moss"]},
        )
    )
    assert figures.started is not None
    assert len(figures.started) == len(people)
    ends = list(until.values())
    starts = [0, *ends[:-1]]
    # Conversations are numbered as they come.
    in_order = figures.started.sort_index()
    return {
        owner: in_order.iloc[start:end]
        for owner, start, end in zip(until, starts, ends, strict=True)
    }


class _Began(NamedTuple):
    """A conversation that an owner began."""

    sent: datetime
    answered: datetime | None
    deleted: bool


def _conversations(truth: float, together: int, chance: Random) -> Iterator[_Began]:
    """Let an owner write to 20 to 150 people; of `together` who follow each other, most act alike."""
    export_day = datetime(_EXPORTED.year, _EXPORTED.month, _EXPORTED.day, tzinfo=UTC)
    leaning = truth
    for person in range(chance.randrange(20, 151)):
        if together > 1 and person % together == 0:
            leaning = chance.betavariate(4 * truth, 4 * (1 - truth))
        sent = export_day - timedelta(days=chance.uniform(0, 1_000))
        answered = sent + timedelta(hours=HOURS * math.exp(chance.gauss(0, SPREAD)))
        comes = chance.random() < leaning and answered < export_day
        yield _Began(sent, answered if comes else None, deleted=chance.random() < 0.1)


def _talk(thread: str, them: tuple[str, str], began: _Began) -> list[tuple[object, ...]]:
    slug, name = them
    rows = [(thread, "Me Moss", "me", name, slug, began.sent)]
    if began.answered:
        rows.append((thread, name, slug, "Me Moss", "me", began.answered))
    return rows


def _export(**tables: dict[str, Any]) -> Export:
    names = ("invitations", "positions", "endorsements", "recommendations")
    return Export(
        **{name: frame(name, held) for name, held in tables.items()},
        **{name: frame(name) for name in names},
        name="simulated",
        made_on=_EXPORTED,
        era="since-2023",
        message_columns=("FROM",),
        account=Account(pd.DataFrame(), pd.DataFrame(), (), {}),
    )


def table_of(few: Tally, many: Tally) -> str:
    """Return the table in Markdown."""
    lines = [f"| what | the first {FEW} owners | {OWNERS:,} owners |", "|---|---|---|"]
    for (what, little), (_, much) in zip(few.rows(), many.rows(), strict=True):
        lines.append(f"| {what} | {little} | {much} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    table = table_of(tally_of(range(FEW)), tally_of(range(OWNERS)))
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
