"""The numbers of the mirror that each step of the audit may use, with interval or limit."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from weakties.linkedin.report.said import between
from weakties.measures import cases_needed, wilson_interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.linkedin.figures import Figures

Unit = Literal["", "%", "hours"]


class Number(NamedTuple):
    """A number of the report; without a value it can't be told.

    Parameters
    ----------
    name
        What it is.
    value
        As it is typed: a share in percent.
    unit
        Nothing for a count.
    sure
        Its interval, or what it can't say.
    """

    name: str
    value: float | None
    unit: Unit
    sure: str


_RISE = 0.10


def numbers_of(figures: Figures) -> dict[str, list[Number]]:
    """Return the numbers of each step, by the step's name."""
    return {step: numbers(figures) for step, numbers in _STEPS.items()}


def _purpose(figures: Figures) -> list[Number]:
    people = len(figures.people)
    both = (
        int(figures.exchanges["both_ways"].sum())
        if figures.exchanges is not None and figures.knows_owner
        else None
    )
    return [
        Number("people", people, "", "counted; says nothing on what they are to you"),
        Number("people with messages both ways", both, "", "counted; who calls or meets is not"),
    ]


def _picture(figures: Figures) -> list[Number]:
    invitations, endorsements = figures.export.invitations, figures.export.endorsements
    received = int((invitations["direction"] == "INCOMING").sum()) if len(invitations) else None
    endorsed = int((endorsements["direction"] == "RECEIVED").sum()) if len(endorsements) else None
    return [
        Number("invitations sent to you", received, "", "the list keeps recent ones alone"),
        Number("endorsements received", endorsed, "", "counted; nobody says what moved them"),
    ]


def _message(figures: Figures) -> list[Number]:
    sent = figures.export.invitations
    sent = sent[sent["direction"] == "OUTGOING"]
    noted = int((sent["message"].str.strip() != "").sum())
    return [
        _rate("of the invitations you sent carry a note", noted, len(sent)),
        Number(
            "conversations you started",
            None if figures.started is None or not figures.knows_owner else len(figures.started),
            "",
            "counted; you chose to whom",
        ),
    ]


def _mix(figures: Figures) -> list[Number]:
    found = figures.json()["companies"]
    sure = "describes this file completely; who hides a company is missing"
    return [
        Number("effective number of companies", _rounded(found["effective"], 1), "", sure),
        Number("Blau index of companies", _rounded(found["blau"], 3), "", sure),
    ]


def _strangers(figures: Figures) -> list[Number]:
    ties = figures.json()["ties"]
    sure = "counted; silence here is not silence elsewhere"
    return [
        Number("ties without a message", ties["silent"], "", sure),
        Number("of your ties are without a message", _percent(ties["silent_share"]), "%", sure),
    ]


def _hours(figures: Figures) -> list[Number]:
    names = ("messages you wrote in the last 365 days", "days on which you wrote one")
    sure = "counted; reading and scrolling leave no trace"
    if figures.conversations is None or figures.as_of is None or not figures.knows_owner:
        return [Number(name, None, "", sure) for name in names]
    import pandas as pd

    messages = figures.conversations.messages
    wrote = messages.loc[messages["by_owner"], "sent_at"].dropna().dt.tz_localize(None)
    last = pd.Timestamp(figures.as_of) + timedelta(days=1)
    recent = wrote[(wrote >= last - timedelta(days=365)) & (wrote < last)]
    days = None if figures.by_month else int(recent.dt.floor("D").nunique())
    return [Number(names[0], len(recent), "", sure), Number(names[1], days, "", sure)]


def _followup(figures: Figures) -> list[Number]:
    dormant = figures.json()["ties"]["dormant"] if figures.knows_owner else None
    return [
        _replies(figures),
        Number("dormant ties", dormant, "", "counted; three years without a message here"),
    ]


def _doubt(figures: Figures) -> list[Number]:
    rate = _replies(figures).value
    name = "conversations in each of two groups, to find a rise of 10 points in your reply rate"
    sure = "with 80 % power; your own choice of whom to write to is no lot"
    if rate is None or rate / 100 + _RISE >= 1:
        return [Number(name, None, "", sure)]
    return [Number(name, cases_needed(rate / 100, rate / 100 + _RISE), "", sure)]


_STEPS: dict[str, Callable[[Figures], list[Number]]] = {
    "purpose": _purpose,
    "picture": _picture,
    "message": _message,
    "mix": _mix,
    "strangers": _strangers,
    "hours": _hours,
    "followup": _followup,
    "doubt": _doubt,
}


def _replies(figures: Figures) -> Number:
    name = "of the conversations you started were answered"
    if figures.started is None or not figures.knows_owner:
        return Number(name, None, "%", "")
    return _rate(name, int(figures.started["replied"].sum()), len(figures.started))


def _rate(name: str, hits: int, cases: int) -> Number:
    if not cases:
        return Number(name, None, "%", "")
    sure = f"{hits:,} of {cases:,}; {between(*wilson_interval(hits, cases))}"
    return Number(name, _percent(hits / cases), "%", sure)


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
