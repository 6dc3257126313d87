"""How alive the network is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.charts import bars
from weakties.linkedin.report.said import COUNTED, between, duration, number, percent
from weakties.linkedin.report.section import Fact, Grid, Picture, Section
from weakties.measures import median_interval, wilson_interval

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.figures import Figures

_TITLE = "How alive it is"
_QUESTION = "With how many of these people do you talk here, and do they answer?"
NO_MESSAGES = "This export holds no messages.csv, so nothing can be said about conversations."
GET_MESSAGES = (
    "Request your archive again and tick Messages (Settings & Privacy → Data privacy → Get a copy "
    "of your data). It arrives within a day."
)


def alive(figures: Figures) -> Section:
    """Return the section on silence, exchange and replies."""
    exchanges, started = figures.exchanges, figures.started
    if exchanges is None or started is None:
        return Section(_TITLE, _QUESTION, words=(NO_MESSAGES,), next_step=GET_MESSAGES)
    people = len(figures.people)
    both = int(exchanges["both_ways"].sum())
    parts = {
        "messages both ways": both,
        "one way only": len(exchanges) - both,
        "no message at all": people - len(exchanges),
    }
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(*_shares(parts, people), *_replies(started)),
        pictures=(_picture(parts, people),) if people else (),
        cannot_tell=(
            "Silence here is not silence: you may call, meet, or write elsewhere. Who answers you "
            "was chosen by you, so your reply rate says little about anybody else's, and nothing "
            "about how a different message would do."
        ),
        next_step=(
            "Choose one person of “one way only” whose message you never answered. Answer it this "
            "week; people value it more than senders expect (Liu, Rim, Min and Min 2022)."
        ),
    )


def _shares(parts: dict[str, int], people: int) -> tuple[Fact, ...]:
    if not people:
        return ()
    silent, both = parts["no message at all"], parts["messages both ways"]
    return (
        Fact(percent(silent / people), "silent ties", f"{silent:,} of {people:,}; {COUNTED}"),
        Fact(
            percent(both / people), "with messages both ways", f"{both:,} of {people:,}; {COUNTED}"
        ),
    )


def _replies(started: pd.DataFrame) -> tuple[Fact, ...]:
    cases, hits = len(started), int(started["replied"].sum())
    if not cases:
        return (Fact("–", "reply rate", "you started no conversation in this archive"),)
    rate = Fact(
        percent(hits / cases),
        f"of the {cases:,} conversations you started were answered",
        between(*wilson_interval(hits, cases)),
    )
    if not hits:
        return (rate,)
    hours = median_interval(started["hours"].dropna())
    if hours.lower is None or hours.upper is None:
        sure = f"of {number(hits)} answers: too few for an interval"
    else:
        sure = f"95 % interval {duration(hours.lower)} to {duration(hours.upper)}"
    return (rate, Fact(duration(hours.median), "until the first answer, by the median", sure))


def _picture(parts: dict[str, int], people: int) -> Picture:
    rows = [
        (name, float(count), f"{count:,} · {percent(count / people)}")
        for name, count in parts.items()
    ]
    alt = "Bars of people: " + ", ".join(f"{name} {words}" for name, _, words in rows) + "."
    grid = Grid(
        f"People by their messages with you, of {people:,}",
        ("Messages", "People", "Share"),
        [(name, f"{count:,}", percent(count / people)) for name, count in parts.items()],
    )
    return Picture(grid.caption, bars(rows, alt=alt), alt, grid)
