"""What the inbox says, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.measures import acceptance_threshold, wilson_interval
from weakties.widgets.inbox.model import (
    ACCEPT_ALL,
    ASK_ALL,
    ASK_HOURS,
    DECLINE_ALL,
    YOUR_RULE,
)
from weakties.widgets.inbox.precision import of_signs
from weakties.widgets.inbox.profiles import MANY_MUTUALS, POOL
from weakties.widgets.inbox.rounds import BOUGHT_AGE, LEARNED_ANSWERS, LEARNED_WORK
from weakties.widgets.inbox.senders import inbox
from weakties.widgets.inbox.signs import ANY_SIGN, SIGNS
from weakties.widgets.shared.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.widgets.inbox.model import Outcome, Rule, Stakes
    from weakties.widgets.inbox.senders import Sender

TITLE = "Inbox"
REQUESTS = len(inbox())
GOOD = sum(sender.good for sender in inbox())
INTRODUCTION = (
    f"{REQUESTS} people whom Nadia does not know ask to connect. Decide each one as you would: "
    "accept, ask how the two of you know each other, or decline. Some requests are bad: spam, a "
    "sales campaign, a fake profile. The others do no harm, and now and then one brings something."
)
PREDICTION_QUESTION = "Of every ten requests that you accept, how many will be good?"
ASK_NOTE = (
    f"Asking costs a quarter of an hour, and some goodwill, and shows the reply, if one comes. "
    f"All {REQUESTS} senders are invented."
)
SILENCE = "No reply after two weeks."
ASKED = "You have asked; that counts once. Now accept or decline."
AGAINST = {
    "as they are": "",
    "adapted": "Attackers have adapted. ",
    "learned": "Attackers have learned. ",
}
DECISIONS = {"accept": "accepted", "decline": "declined"}
LIST_HEADER = ["Request", "What it showed", "You", "It was", "What came of accepting"]
MATRIX_HEADER = ["The request was", "You accepted", "You declined"]
POLICY_HEADER = ["Policy", "Precision", "Recall", "Asked", "Hours per request"]
GUESSES = {
    "same": "It brings about as much as before.",
    "less": "It brings less, but still beats declining everybody.",
    "loss": "It becomes worse than declining everybody.",
}
ADAPTED_QUESTION = (
    "Your rule has been noticed. Attackers now befriend one of your colleagues first, then others, "
    "and only then write to you. What happens to your rule?"
)
LEARNED_QUESTION = (
    "A few months on. They have learned to answer a question, they name something that you wrote, "
    "and they buy old accounts. What happens to your rule as it is now?"
)
ROUND_QUESTIONS = [ADAPTED_QUESTION, LEARNED_QUESTION]
ADAPTED_NOTE = (
    f"Assumptions, not findings: adapted attackers share at least {MANY_MUTUALS} connections with "
    f"you. Those who have learned answer as well in {LEARNED_ANSWERS:.0%} of cases, "
    f"name a work in {LEARNED_WORK:.0%} and buy an old account in {BOUGHT_AGE:.0%}. Being at an "
    "event, or in a newspaper, they leave as it was."
)
CROSSING_QUESTION = (
    "With V as it is, up to which cost of a bad one (C), in hours, is accepting all the best of "
    "four: accept all, ask everybody, your rule, decline all?"
)
REQUIRED = {
    "": "need name nothing",
    ANY_SIGN: "names one of these three",
    **{sign: f"names {shown}" for sign, shown in SIGNS.items()},
}
SIGNS_HEADER = ["Sign", "Good, of the thirty", "95% interval", f"Good, of {POOL:,} others"]


def progress(number: int) -> str:
    """Say where the learner is; `number` counts from 1."""
    return f"Request {number} of {REQUESTS}."


def facts(sender: Sender) -> list[list[str]]:
    """Return what a request shows, a term and its value each."""
    return [
        ["Mutual connections", str(sender.mutuals)],
        ["Account", age(sender.months)],
        ["Note", f"“{sender.note}”" if sender.note else "none"],
    ]


def age(months: int) -> str:
    """Say how old an account is.

    Examples
    --------
    >>> age(0), age(1), age(23), age(30)
    ('less than a month old', '1 month old', '23 months old', '2 years old')
    """
    if months == 0:
        return "less than a month old"
    if months < 24:
        return f"{months} month{'s' if months > 1 else ''} old"
    return f"{months // 12} years old"


def reply(sender: Sender) -> str:
    """Say what came back, and what can still be done."""
    came = f"Reply: “{sender.reply}”" if sender.reply else SILENCE
    return f"{came} {ASKED}"


def record(found: Outcome, predicted: int, sure: int, stakes: Stakes) -> str:
    """Say how the learner did by hand."""
    counts = found.record
    taken = round(REQUESTS * (counts.good_accepted + counts.bad_accepted))
    good = round(REQUESTS * counts.good_accepted)
    said = f"You had said {predicted} in ten and were {sure} of 5 sure."
    if counts.precision is None:
        first = f"You accepted nobody, so there is no precision to speak of. {said}"
    else:
        first = (
            f"You accepted {taken} of {REQUESTS}; {good} of them were good: a precision of "
            f"{_percent(counts.precision)}. {said}"
        )
    asked = round(REQUESTS * found.asked)
    goodwill = f" and {_many_hours(stakes.goodwill)} of goodwill for each good one asked"
    return (
        f"{first} Of the {GOOD} good ones you accepted {_percent(counts.recall)}, your recall. You "
        f"asked {asked} {'time' if asked == 1 else 'times'}. With {_many_hours(stakes.value)} for a "
        f"good one, {_many_hours(stakes.cost)} lost by a bad one, {ASK_HOURS:g} for each question"
        f"{goodwill if stakes.goodwill else ''}, that is {_hours(found.worth(stakes.value, stakes.cost))} per request."
    )


def matrix(found: Outcome) -> list[list[str]]:
    """Return the learner's confusion matrix, in requests."""
    counts = [str(round(REQUESTS * share)) for share in found.record]
    return [["good", counts[0], counts[1]], ["bad", counts[2], counts[3]]]


def list_rows(decisions: Sequence[str], asked: Sequence[int]) -> list[list[str]]:
    """Return the thirty requests with what each was."""
    return [
        [
            sender.name,
            f"{sender.headline}; {sender.mutuals} mutual; {age(sender.months)}",
            f"asked, then {DECISIONS[decision]}" if k in asked else DECISIONS[decision],
            "good" if sender.good else "bad",
            sender.came,
        ]
        for k, (sender, decision) in enumerate(zip(inbox(), decisions, strict=True))
    ]


def sign_rows(stakes: Stakes) -> list[list[str]]:
    """Return for each sign how many of those who have it are good: of the thirty, and of others."""
    return [
        [
            name,
            f"{seen.good} of {seen.all}",
            "{:.0f} to {:.0f}%".format(
                *(100 * end for end in wilson_interval(seen.good, seen.all))
            ),
            _percent(precision),
        ]
        for name, seen, precision in of_signs(stakes)
    ]


def rule_in_words(rule: Rule) -> str:
    """Say the rule as one line.

    Examples
    --------
    >>> from weakties.widgets.inbox.model import Rule
    >>> rule_in_words(Rule(3, 12, "ask"))
    'Accept with at least 3 mutual connections and an account of at least 12 months; ask all others.'
    >>> rule_in_words(Rule(0, 0, "ask"))
    'Accept everybody.'
    >>> rule_in_words(Rule(0, 0, "ask", "event"))
    'Accept with a note that names an event where you talked; ask all others.'
    """
    needs = []
    if rule.mutuals:
        ending = "" if rule.mutuals == 1 else "s"
        needs.append(f"at least {rule.mutuals} mutual connection{ending}")
    if rule.months:
        needs.append(f"an account of at least {rule.months} month{'' if rule.months == 1 else 's'}")
    if rule.sign:
        needs.append(f"a note that {REQUIRED[rule.sign]}".replace("these three", "three signs"))
    if not needs:
        return "Accept everybody."
    return f"Accept with {' and '.join(needs)}; {rule.rest} all others."


def status(
    outcomes: dict[str, Outcome], rule: Rule, stakes: Stakes, *, side: str, compared: bool
) -> str:
    """Say what the rule is worth, and if `compared` how that is beside threshold and policies."""
    found = outcomes[YOUR_RULE]
    needed = acceptance_threshold(stakes.value, stakes.cost)
    worth = found.worth(stakes.value, stakes.cost)
    others = {
        policy: outcomes[policy].worth(stakes.value, stakes.cost)
        for policy in (ACCEPT_ALL, ASK_ALL, DECLINE_ALL)
    }
    against = AGAINST[side]
    precision = found.record.precision
    if precision is None:
        return f"{against}{rule_in_words(rule)} It accepts nobody, so it brings nothing."
    accepts = f"{against}{rule_in_words(rule)} {_percent(precision)} of those it accepts are good"
    if not compared:
        return f"{accepts}. It brings {_hours(worth)} per request."
    where = "above" if precision >= needed else "below"
    return (
        f"{accepts}, {where} the threshold of {_percent(needed)}. It brings {_hours(worth)} per request; accepting "
        f"all {_hours(others[ACCEPT_ALL])}, asking everybody {_hours(others[ASK_ALL])}, declining "
        "all 0."
    )


def best(steps: list[tuple[float, str]], stakes: Stakes, most: float) -> str:
    """Say which policy is best at which cost of a bad request."""
    parts = []
    for k, (begin, policy) in enumerate(steps):
        last = k == len(steps) - 1
        end = most if last else steps[k + 1][0]
        if len(steps) == 1:
            where = f"at every cost up to {most:g} hours"
        elif k == 0:
            where = f"while a bad one costs less than {end:.1f} hours"
        elif last:
            where = f"from {begin:.1f} hours on"
        else:
            where = f"from {begin:.1f} to {end:.1f} hours"
        parts.append(f"{policy} {where}")
    here = [policy for begin, policy in steps if begin <= stakes.cost][-1]
    return (
        f"In this simulated world, with {_many_hours(stakes.value)} for a good one, the best of the four is to "
        f"{'; to '.join(_infinitive(part) for part in parts)}. You say {_many_hours(stakes.cost)}: "
        f"{_infinitive(here)}."
    )


def crossing_verdict(said: int, steps: list[tuple[float, str]], stakes: Stakes, most: float) -> str:
    """Say up to which cost accepting all is best, beside what was said; it stays as it is."""
    begin, policy = steps[0]
    limit = begin if policy != ACCEPT_ALL else (steps[1][0] if len(steps) > 1 else most)
    return (
        f"You said {_many_hours(said)}. With V = {_many_hours(stakes.value)} and the rule that you had "
        f"then, it is {limit:.1f}."
    )


def threshold(stakes: Stakes) -> str:
    """Say the threshold for one request."""
    needed = acceptance_threshold(stakes.value, stakes.cost)
    return (
        f"Accepting one request pays if it is good with a probability above C ÷ (V + C) = "
        f"{stakes.cost} ÷ ({stakes.value} + {stakes.cost}) = {_percent(needed)}."
    )


def policy_rows(
    outcomes: dict[str, Outcome], hand: Outcome, same: Outcome, stakes: Stakes
) -> list[list[str]]:
    """Return the table of policies: the learner's own record first."""
    named = [
        (f"You, by hand ({REQUESTS} requests)", hand),
        (f"Your rule on the same {REQUESTS}", same),
        (f"Your rule ({POOL:,} others)", outcomes[YOUR_RULE]),
        *(
            (f"{policy.capitalize()} ({POOL:,} others)", outcomes[policy])
            for policy in (ACCEPT_ALL, ASK_ALL, DECLINE_ALL)
        ),
    ]
    return [
        [
            name,
            "none accepted" if found.record.precision is None else _percent(found.record.precision),
            _percent(found.record.recall),
            _percent(found.asked),
            signed(found.worth(stakes.value, stakes.cost)),
        ]
        for name, found in named
    ]


def guess_verdict(
    guess: str, before: float, after: float, *, rule: Rule, stakes: Stakes, side: str
) -> str:
    """Say what became of the rule that the guess was made for, and whether it had been guessed.

    It is said once and stays when sliders move, so it names the stakes and speaks of the past.
    """
    changed = "less" if after > 0 else "loss"
    happened = "same" if after >= before - 0.1 * abs(before) else changed
    right = "as you said" if guess == happened else "not as you said"
    ending = {
        "same": "What they changed made little difference to it."
        if rule.mutuals or side == "learned"
        else "Your rule did not look at what they changed.",
        "less": "It still beat declining everybody. Which part of it did that?",
        "loss": "A sign that anybody can buy protects nobody. What could they not buy so easily?",
    }[happened]
    return (
        f"You guessed when V was {_many_hours(stakes.value)} and C {_many_hours(stakes.cost)}. There "
        f"your rule brought {_hours(before)} per request before they {side} and {_hours(after)} "
        f"after, {right}. {ending}"
    )


def _infinitive(text: str) -> str:
    """Return a policy as what one does, such as ``follow your rule``."""
    return text.replace(YOUR_RULE, f"follow {YOUR_RULE}", 1)


def _percent(share: float | None) -> str:
    return "none" if share is None else f"{100 * share:.0f}%"


def _many_hours(count: int) -> str:
    return f"{count} hour{'' if count == 1 else 's'}"


def _hours(amount: float) -> str:
    return f"{signed(amount)} hours"
