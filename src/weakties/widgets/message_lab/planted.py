"""What is planted in the message lab: how each choice moves the chance of an answer, and why so.

A chance is `START` times one factor for each choice. Where somebody has counted, the factor is
theirs, and `rests_on` says who; we plant it as if it were the cause, which their counts do not
show. All other factors are our assumption, and the essays' only in their direction.
"""

from __future__ import annotations

from typing import NamedTuple

START = 0.20
"""The chance of an answer before any choice moves it: our assumption."""

ASSUMED = "our assumption"


class Choice(NamedTuple):
    """One choice of a message.

    Parameters
    ----------
    label
        As a menu says it.
    times
        By which factor it moves the chance of an answer.
    rests_on
        Who has counted something like it, or which essay says in which direction.
    counted
        Whether anybody has counted.
    sample
        What such a message may say; nothing where the choice has no words of its own.
    """

    label: str
    times: float
    rests_on: str
    counted: bool = False
    sample: str = ""


OPENERS = {
    "apology": Choice(
        "an apology",
        0.7,
        f"{ASSUMED}; the direction is E3.1's. Brooks and others tried another apology",
        sample="Sorry to bother you, I know that you are busy.",
    ),
    "template": Choice(
        "the words that everybody gets",
        0.86,
        "Tegze: with a template 38 of 50 accepted, with a tailored note 44; 38 ÷ 44 is 0.86",
        counted=True,
        sample="I am always glad to grow my network of great professionals.",
    ),
    "candid": Choice(
        "a candid reason",
        1.0,
        f"{ASSUMED}: everything else is set against it (E4.9)",
        sample="We have never met. I looked for people who forecast, and found your paper.",
    ),
    "interest": Choice(
        "a shared interest",
        1.1,
        f"{ASSUMED}; the direction is E1.2's",
        sample="I see that you cycle, too. River road or hill road?",
    ),
    "met": Choice(
        "that you met yesterday",
        1.5,
        f"{ASSUMED}; the direction is E3.14's",
        sample="We sat at one table yesterday, at the planning day in Marbleford.",
    ),
    "referral": Choice(
        "who sent you",
        1.35,
        "Mosleh and others 2025: an account tied by lot was reciprocated 35 percent more often",
        counted=True,
        sample="Luca at Pine Labs told me that you are the one to write to.",
    ),
}

LENGTHS = {
    "short": Choice(
        "up to 400 characters", 1.22, "LinkedIn 2022: 22 percent above average", counted=True
    ),
    "middling": Choice(
        "401 to 800 characters", 1.03, "LinkedIn 2022: 3 percent above average", counted=True
    ),
    "long": Choice(
        "801 to 1,200 characters", 0.94, "LinkedIn 2022: 6 percent below average", counted=True
    ),
    "longest": Choice(
        "more than 1,200 characters", 0.89, "LinkedIn 2022: 11 percent below average", counted=True
    ),
}
LONGEST = {"short": 400, "middling": 800, "long": 1200}
"""The most characters of each length; the last one has no end."""

ASKS = {
    "nothing": Choice("nothing", 0.9, ASSUMED, sample="I will read on with pleasure."),
    "question": Choice(
        "one question",
        1.1,
        f"{ASSUMED}; the direction is E1.6's",
        sample="One question: how long was your series when you began?",
    ),
    "call": Choice(
        "a call of a quarter of an hour",
        0.8,
        ASSUMED,
        sample="Would you have a quarter of an hour for a call this week?",
    ),
    "sale": Choice(
        "a purchase",
        0.3,
        f"{ASSUMED}; the direction is E3.6's",
        sample="Our planning suite would save you a day a week. Shall I send an offer?",
    ),
}

TIMES = {
    "minutes": Choice("minutes after connecting", 0.9, f"{ASSUMED}; the direction is E3.6's"),
    "week": Choice("a week after connecting", 1.0, ASSUMED),
    "known": Choice(
        "after some weeks of comments on each other's posts",
        1.3,
        f"{ASSUMED}; the direction is E3.7's",
    ),
}

PARTS = {"opener": OPENERS, "length": LENGTHS, "ask": ASKS, "time": TIMES}
PART_LABELS = {
    "opener": "Opens with",
    "length": "Length",
    "ask": "Asks for",
    "time": "Sent",
}

SOLD_AT_ONCE = Choice(
    "a purchase, minutes after connecting",
    0.5,
    f"{ASSUMED}; E3.6 and E3.12 name just this",
)
"""On top of both its parts: selling at once is worse than selling and than writing at once."""
