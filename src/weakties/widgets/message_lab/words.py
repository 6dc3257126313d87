"""What the message lab says, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.measures import Lead, cases_needed, chance_of_leading, wilson_interval
from weakties.widgets.message_lab.model import (
    COUNTED,
    EQUAL,
    PLANTED,
    RACES,
    SENDS,
    Message,
    Step,
    Tally,
    chance,
    factors,
)
from weakties.widgets.message_lab.planted import (
    ASSUMED,
    PART_LABELS,
    PARTS,
    SOLD_AT_ONCE,
    START,
    Choice,
)
from weakties.widgets.shared.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "Message lab"
INTRODUCTION = (
    "Nadia wants to write to people who have just connected with her. Put two messages together, "
    "say which of them will be answered more, and let them race: every send goes to somebody new, "
    "who gets A or B by lot. An answer is any reply within two weeks. The people are simulated."
)
WINNER_QUESTION = "Which will be answered more?"
WINNERS = {"a": "A", "b": "B", "none": "no difference"}
POINTS_QUESTION = "By how many percentage points?"
SENDS_QUESTION = "How many will you send of each?"
SENDS_NOTE = (
    "Every send uses up a person to whom Nadia can write a first message only once, and half of "
    "them get the message that turns out to be worse."
)
OWN_NOTE = (
    "Your text stays in this page: it is sent nowhere, not even to Python, and is gone when you "
    "leave. Only what is shown here is counted, and only the length is used. Nobody is judged."
)
INTERVALS_NOTE = "Intervals: Wilson's for a share, Newcombe's for the difference of two."
WORLDS = {
    PLANTED: "all that we planted",
    COUNTED: "only what somebody has counted",
    EQUAL: "nothing: both are equally good",
}
WORLD_QUESTION = "What shall move the chance of an answer?"
CHANCES_HEADER = ["Sends of each", "A leads", "Neither", "B leads"]
PLANTED_HEADER = ["Part", "Choice", "Times", "Rests on"]
NOT_SAID = (
    "What this does not say: that people answer so. We multiplied factors that hardly know one "
    "another, and let everybody decide alone. Even where somebody has counted, nobody drew lots "
    "about messages on LinkedIn: we planted their ratio as if it were the cause. And an answer is "
    "not a relationship: no one here is annoyed, remembers, or tells a colleague."
)


def compared(chances: tuple[float, float]) -> str:
    """Return which of two chances is larger: ``"a"``, ``"b"`` or ``"none"``."""
    if chances[0] == chances[1]:
        return "none"
    return "a" if chances[0] > chances[1] else "b"


def predicted(prediction: dict[str, Any]) -> str:
    """Say what was committed."""
    name, sure = WINNERS[prediction["winner"]], prediction["sure"]
    by = f"{name} by {_points(prediction['points'])}" if prediction["winner"] != "none" else name
    return f"You said: {by}, and were {sure} of 5 sure."


def recap(message: Message) -> str:
    """Say what a message is made of.

    Examples
    --------
    >>> recap(Message("candid", "short", "question", "week"))
    'opens with a candid reason, up to 400 characters, asks for one question, a week after connecting'
    """
    opener, length, ask, time = (PARTS[part][key].label for part, key in message._asdict().items())
    return f"opens with {opener}, {length}, asks for {ask}, {time}"


def declared(
    winner: str, sent: int, step: Step, chances: tuple[float, float], prediction: dict[str, Any]
) -> str:
    """Say how the race went, who is better in truth, and whether the declaration was right."""
    crowned = "no winner" if winner == "none" else f"{WINNERS[winner]} the winner"
    low, high = (signed(100 * end, 0) for end in step.difference)
    better = compared(chances)
    a, b = (f"{share:.1%}" for share in chances)
    truth = (
        f"In this simulated world {a} answer A and {b} answer B, which is {_points(_gap(chances))} apart"
        if better != "none"
        else f"In this simulated world {a} answer, whichever they get"
    )
    return (
        f"After {sent} of each A had {_answers(step.a)} and B {step.b}; you declared {crowned}. "
        f"{truth}: {_verdict(winner, better, step)} The 95% interval of the difference went from "
        f"{low} to {high} points. {predicted(prediction)}"
    )


def stopped(after: int, most: int) -> str:
    """Say what it means that a race was ended before all was sent; nothing if it was not."""
    if after == most:
        return ""
    return (
        f"You ended the race at {after} of {most}. If you did because it looked decided, you are "
        "wrong more often than the races below, which all run their full length: leads come and go."
    )


def replayed(found: Tally, sends: int, better: str, as_large: int | None) -> str:
    """Say how many same races came out how.

    Parameters
    ----------
    found
        Who led in how many races.
    sends
        Of each message in one race.
    better
        ``"a"``, ``"b"``, or ``"none"``.
    as_large
        In how many races somebody led by at least as much as in the learner's own; nothing where
        that cannot be compared.
    """
    first = (
        f"The same race {RACES:,} times, {sends} of each: A led in {found.a}, B in {found.b}, "
        f"neither in {found.tie}."
    )
    if better == "none":
        more = f" Somebody led in {found.a + found.b}, though there is nothing to be better at."
        if as_large is not None:
            more += f" A lead as large as the one you saw, or larger, came in {as_large}."
        return first + more
    wrong = found.b if better == "a" else found.a
    low, high = wilson_interval(wrong, RACES)
    return (
        f"{first} Whoever crowns the one that leads crowns the wrong one in "
        f"{wrong / RACES:.1%} of the races (95% interval {low:.1%} to {high:.1%})."
    )


def needed(chances: tuple[float, float]) -> str:
    """Say how many sends it takes to find the difference."""
    if compared(chances) == "none":
        return "No number of sends finds a difference that is not there."
    return (
        f"A test at the usual 5 percent finds a difference of {_points(_gap(chances))} in 8 of 10 "
        f"races once each message is sent {cases_needed(*chances):,} times."
    )


def chances_rows(chances: tuple[float, float]) -> list[list[str]]:
    """Return how often each leads, computed exactly, for all numbers of sends."""
    return [[str(sends), *_shares(chance_of_leading(*chances, sends))] for sends in SENDS]


def arithmetic(name: str, message: Message, world: str) -> str:
    """Write out a message's chance of an answer.

    Examples
    --------
    >>> arithmetic("A", Message("apology", "short", "question", "week"), COUNTED)
    'A: 20% × 1.22 = 24.4%'
    """
    product = "".join(f" × {_times(choice)}" for choice in factors(message, world))
    return f"{name}: {START:.0%}{product} = {100 * chance(message, world):.1f}%"


def planted_rows() -> list[list[str]]:
    """Return all that is planted, and what each rests on."""
    rows = [["Every message", "before anything is chosen", f"{START:.0%}", ASSUMED]]
    for part, menu in PARTS.items():
        rows += [_row(PART_LABELS[part], choice) for choice in menu.values()]
    return [*rows, _row("Both at once", SOLD_AT_ONCE)]


def _row(part: str, choice: Choice) -> list[str]:
    return [part, choice.label, f"× {_times(choice)}", choice.rests_on]


def _times(choice: Choice) -> str:
    return f"{choice.times:.2f}"


def _verdict(winner: str, better: str, step: Step) -> str:
    if winner == better:
        return "you were right." if winner != "none" else "you were right, there is none."
    if better == "none":
        return "there was no winner to find."
    if winner == "none":
        low, high = step.difference
        seen = "the race could not show it yet." if low <= 0 <= high else "the race had shown it."
        return f"{WINNERS[better]} is better, and {seen}"
    return "you crowned the wrong one."


def _shares(lead: Lead) -> list[str]:
    return [_share(part) for part in lead]


def _share(part: float) -> str:
    if 0 < part < 0.005:
        return "below 1%"
    return "above 99%" if 0.995 < part < 1 else f"{part:.0%}"


def _gap(chances: Sequence[float]) -> float:
    return 100 * abs(chances[0] - chances[1])


def _points(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return f"{text} point{'' if text == '1' else 's'}"


def _answers(count: int) -> str:
    return f"{count} answer{'' if count == 1 else 's'}"
