"""The rules of the inbox: who is accepted, what that is worth, which policy is best up to where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.data.cards import about
from weakties.measures import Confusion
from weakties.widgets.inbox.profiles import thirty
from weakties.widgets.inbox.signs import shows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.widgets.inbox.profiles import Profile

ASK_HOURS = 0.25
MOST_MUTUALS, MOST_MONTHS = 12, 36


class Rule(NamedTuple):
    """Accept with enough connections, an account old enough, and a sign; `rest`: all others."""

    mutuals: int
    months: int
    rest: str
    sign: str = ""


class Stakes(NamedTuple):
    """What a good request is worth and a bad one costs, in hours, and what is assumed of the bad.

    Parameters
    ----------
    value, cost
        In hours.
    bad
        Share of requests that are bad, in percent.
    answers
        Share of bad senders who give a fitting answer, in percent.
    goodwill
        How much less a good sender who was asked brings, in hours, accepted or not.
    """

    value: int
    cost: int
    bad: int
    answers: int
    goodwill: int = 0


class Outcome(NamedTuple):
    """What a policy does to requests, as shares of all of them; `spent` is hours on questions."""

    record: Confusion
    asked: float
    spent: float

    def worth(self, value: float, cost: float) -> float:
        """Return what the policy brings for each request, in hours."""
        return self.record.expected_value(value, cost) - self.spent


DECLINE_ALL = "decline all"
ACCEPT_ALL = "accept all"
ASK_ALL = "ask everybody"
YOUR_RULE = "your rule"
POLICIES = (ACCEPT_ALL, ASK_ALL, YOUR_RULE, DECLINE_ALL)
RESTS = ("decline", "ask")
LIMITS = {
    "value": (1, 50),
    "cost": (0, 200),
    "bad": (5, 80),
    "answers": (0, 100),
    "goodwill": (0, 10),
}
"""Lowest and highest of what the stakes may be: hours, hours, percent, percent, hours."""
START_RULE = Rule(mutuals=3, months=0, rest="decline")


def start_stakes() -> Stakes:
    """Return the stakes at the beginning; what is assumed of bad senders is on the card."""
    card = about("requests")
    return Stakes(
        value=10,
        cost=20,
        bad=round(100 * card.size_of("bad_share")),
        answers=round(100 * card.size_of("bad_answers")),
        goodwill=1,
    )


def outcome(
    profiles: Sequence[Profile], policy: str, rule: Rule, stakes: Stakes, *, weighed: bool = True
) -> Outcome:
    """Return what a policy does to requests.

    Parameters
    ----------
    policy
        One of `POLICIES`; `rule` is what ``"your rule"`` stands for.
    weighed
        Whether good and bad count as the stakes say they are mixed, not as they are in `profiles`.
    """
    totals = {True: 0, False: 0}
    taken, asked = {True: 0, False: 0}, {True: 0, False: 0}
    for profile in profiles:
        totals[profile.good] += 1
        answer = _decision(profile, policy, rule)
        asks = answer == "ask"
        asked[profile.good] += asks
        taken[profile.good] += answers(profile, stakes) if asks else answer == "accept"
    bad = stakes.bad / 100 if weighed else totals[False] / len(profiles)
    good_each, bad_each = (1 - bad) / totals[True], bad / totals[False]
    return Outcome(
        Confusion(
            good_accepted=taken[True] * good_each,
            good_declined=(totals[True] - taken[True]) * good_each,
            bad_accepted=taken[False] * bad_each,
            bad_declined=(totals[False] - taken[False]) * bad_each,
        ),
        asked[True] * good_each + asked[False] * bad_each,
        _spent(asked[True] * good_each, asked[False] * bad_each, stakes.goodwill),
    )


def decided(decisions: Sequence[str], asked: Sequence[int], goodwill: float = 0) -> Outcome:
    """Return what the learner did to the thirty requests, `decisions` in their order."""
    n = len(decisions)
    counts = {(good, taken): 0 for good in (True, False) for taken in (True, False)}
    for profile, decision in zip(thirty(), decisions, strict=True):
        counts[profile.good, decision == "accept"] += 1
    good_asked = sum(thirty()[k].good for k in asked)
    return Outcome(
        Confusion(
            good_accepted=counts[True, True] / n,
            good_declined=counts[True, False] / n,
            bad_accepted=counts[False, True] / n,
            bad_declined=counts[False, False] / n,
        ),
        len(asked) / n,
        _spent(good_asked / n, (len(asked) - good_asked) / n, goodwill),
    )


def best_policies(
    outcomes: dict[str, Outcome], value: float, most: float
) -> list[tuple[float, str]]:
    """Return which policy is worth most, and from which cost of a bad request on.

    The worth of every policy is a straight line in the cost, so the best is the upper envelope of
    the lines. Where two are worth the same, the one named first counts.

    Parameters
    ----------
    outcomes
        What each policy does.
    value
        What a good request is worth, in hours.
    most
        The highest cost that is looked at.

    Returns
    -------
    list of tuple
        Costs in hours from 0 up to below `most`, each with the policy that is best from there on.

    Examples
    --------
    >>> all_in = Outcome(Confusion(0.7, 0.0, 0.3, 0.0), 0.0, 0.0)
    >>> nobody = Outcome(Confusion(0.0, 0.7, 0.0, 0.3), 0.0, 0.0)
    >>> best_policies({"accept all": all_in, "decline all": nobody}, value=3, most=100)
    [(0.0, 'accept all'), (7.0, 'decline all')]
    """
    start = {name: found.worth(value, 0) for name, found in outcomes.items()}
    slope = {name: found.record.bad_accepted for name, found in outcomes.items()}
    best = max(start, key=lambda name: (round(start[name], 9), -slope[name]))
    steps = [(0.0, best)]
    while True:
        cost, best = steps[-1]
        flatter = [name for name in outcomes if slope[name] < slope[best] - 1e-12]
        if not flatter:
            return steps
        crossing = {
            name: (start[best] - start[name]) / (slope[best] - slope[name]) for name in flatter
        }
        following = min(flatter, key=lambda name: (round(crossing[name], 9), slope[name]))
        if crossing[following] >= most:
            return steps
        steps.append((round(max(crossing[following], cost), 9), following))


def _decision(profile: Profile, policy: str, rule: Rule) -> str:
    if policy == ACCEPT_ALL:
        return "accept"
    if policy == DECLINE_ALL:
        return "decline"
    if policy == ASK_ALL:
        return "ask"
    passes = (
        profile.mutuals >= rule.mutuals
        and profile.months >= rule.months
        and shows(profile.sign, rule.sign)
    )
    return "accept" if passes else rule.rest


def _spent(good_asked: float, bad_asked: float, goodwill: float) -> float:
    """Return the hours that questions take, and what those good ones who were asked bring less."""
    return ASK_HOURS * (good_asked + bad_asked) + goodwill * good_asked


def answers(profile: Profile, stakes: Stakes) -> bool:
    """Say whether somebody who is asked gives a fitting answer."""
    share = about("requests").size_of("good_answers") if profile.good else stakes.answers / 100
    return profile.reserve < share
