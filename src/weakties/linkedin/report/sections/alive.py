"""How alive the network is."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from weakties.linkedin.figures.as_of import days_before
from weakties.linkedin.insight.unanswered import unanswered_people
from weakties.linkedin.report.charts import picture_of_bars
from weakties.linkedin.report.owner import another_name
from weakties.linkedin.report.said import COUNTED, between, counted, duration, percent, plural
from weakties.measures import median_interval, wilson_interval
from weakties.pages.section import Fact, Grid, Picture, Section

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.figures import Figures
    from weakties.linkedin.insight.unanswered import Unanswered

_TITLE = "How alive it is"
_TIME_TO_ANSWER = 14
_QUESTION = "With how many of these people do you talk here, and do they answer?"
_SHOWN = 10
MONTHS_ALONE = (
    "Messages are dated to the month alone here, as in a pseudonymized copy. So nothing can be said "
    "about days and hours, and what fell asleep is known to the month."
)
NOT_YOURS = (
    "No message here is from the name that Profile.csv gives, so none can be told to be yours: who "
    "wrote first, and who answered whom, can't be said."
)
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
    if len(exchanges) and not figures.knows_owner:
        silent = people - len(exchanges)
        return Section(
            _TITLE,
            _QUESTION,
            facts=(_share(silent, people, "of ties without a message"),),
            words=(NOT_YOURS,),
            next_step=(
                "Have you changed your name? Write the old one into Profile.csv, as your messages "
                "have it, and run this again."
            ),
        )
    both = int(exchanges["both_ways"].sum())
    parts = {
        "messages both ways": both,
        "one way only": len(exchanges) - both,
        "no message at all": people - len(exchanges),
    }
    unanswered = unanswered_people(figures)
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(*_shares(parts, people), *_replies(figures, started)),
        words=_words(figures),
        pictures=(_picture(parts, people),) if people else (),
        grids=(_waiting(unanswered),) if unanswered else (),
        cannot_tell=(
            "Silence here is not silence: you may call, meet, or write elsewhere. Who answers you "
            "was chosen by you, so your reply rate says little about anybody else's, and nothing "
            "about how a different message would do. An interval is about other conversations that "
            "you would begin with people like these, each deciding alone; who answers alike, as in "
            "one team, makes it too narrow."
        ),
        next_step=(
            "Choose one of those who wrote to you and never got an answer. Answer this week; people "
            "value it more than senders expect (Liu, Rim, Min and Min 2022)."
            if unanswered
            else "Choose one person you have not written to for a year and ask how they are; people "
            "value it more than senders expect (Liu, Rim, Min and Min 2022)."
        ),
    )


def _words(figures: Figures) -> tuple[str, ...]:
    conversations = figures.conversations
    if conversations is None or not conversations.owner_name:
        return ()
    plain = f"Messages from “{conversations.owner_name}” are read as yours."
    said = another_name(figures) or plain
    return (said, MONTHS_ALONE) if figures.by_month else (said,)


def _waiting(unanswered: list[Unanswered]) -> Grid:
    rows = [
        (one.name, one.role or "–", f"{one.last:%b %Y}" if one.last else "–")
        for one in unanswered[:_SHOWN]
    ]
    caption = f"They wrote, and you did not: {counted(len(unanswered), 'person', 'people')}"
    if len(unanswered) > _SHOWN:
        caption += f", the latest {_SHOWN}"
    return Grid(caption, ("Name", "Today", "Their last message"), rows)


def _shares(parts: dict[str, int], people: int) -> tuple[Fact, ...]:
    if not people:
        return ()
    return (
        _share(parts["no message at all"], people, "of ties without a message"),
        _share(parts["messages both ways"], people, "with messages both ways"),
    )


def _share(some: int, people: int, name: str) -> Fact:
    return Fact(percent(some / people), name, f"{some:,} of {people:,}; {COUNTED}")


def _replies(figures: Figures, started: pd.DataFrame) -> tuple[Fact, ...]:
    cases, hits = len(started), int(started["replied"].sum())
    if not cases:
        return (Fact("–", "reply rate", "you started no conversation in this archive"),)
    rate = Fact(
        percent(hits / cases),
        f"of the {counted(cases, 'conversation')} you started {plural(cases, 'was', 'were')} answered",
        between(*wilson_interval(hits, cases)) + _still_open(figures, started),
    )
    if not hits or figures.by_month:
        return (rate,)
    hours = median_interval(started["hours"].dropna())
    if hours.lower is None or hours.upper is None:
        sure = f"of {counted(hits, 'answer')}: too few for an interval"
    else:
        sure = (
            f"of the {hits:,} that were answered; 95 % interval {duration(hours.lower)} to "
            f"{duration(hours.upper)}"
        )
    return (rate, Fact(duration(hours.median), "until the first answer, by the median", sure))


def _still_open(figures: Figures, started: pd.DataFrame) -> str:
    """Return how many of the unanswered have hardly had the time for an answer."""
    if figures.as_of is None or figures.by_month:
        return ""
    day = days_before(figures.as_of, _TIME_TO_ANSWER).replace(tzinfo=UTC)
    late = started["began"] > day
    waiting = int((late & ~started["replied"]).sum())
    return (
        f"; {waiting:,} of them begun in the last {_TIME_TO_ANSWER} days may yet be answered"
        if waiting
        else ""
    )


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
    return picture_of_bars(grid.caption, rows, alt, grid)
