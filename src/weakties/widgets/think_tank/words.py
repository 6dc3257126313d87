"""What the think tank says, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.shared.numbers import signed
from weakties.widgets.think_tank.model import PLACES

if TYPE_CHECKING:
    from weakties.widgets.think_tank.model import Gauges
    from weakties.widgets.think_tank.people import Person

TITLE = "Think tank"
QUESTION = (
    "Nadia has six hours a month for people whom she can ask. Here are sixty. Pick the twelve you "
    "would ask, write down how many things that are new to her you expect her to hear in a month, "
    "and say how sure you are. The gauges open after that. Shared connections are those that "
    "somebody has in common with Nadia."
)
EXPECTATION = "New things that you expect in a month, from 0 to 999"

SETTINGS = {
    "hours": ("Hours a month for all of them", 1, 12, 1),
    "reading": ("Minutes of reading up a month, for each other industry", 0, 40, 5),
    "exchange": ("Minutes that one exchange takes", 5, 60, 5),
    "attention": ("Connections at which a person's attention for each is halved", 20, 1000, 20),
    "new_elsewhere": ("Percent of exchanges that are new, other industries", 0, 100, 5),
    "new_at_home": ("Percent of exchanges that are new, own industry", 0, 100, 5),
}
"""For each assumption what it says, the least, the most, and the step."""

MIX = "Other industries in the twelve"

ASSUMED = (
    "In this simulated world all of this is our assumption. Aral and Van Alstyne carry one part of it: the "
    "more diverse the contacts, the fewer exchanges with each. At how many industries that turns, "
    "and all sizes, are ours, and you can change them. What somebody tells is less often new if "
    "others of the twelve work in the same industry or know that person: the chance falls in "
    "proportion to their share."
)


def verdict(expected: float, sure: int, result: Gauges) -> str:
    """Say what the committed twelve bring, beside what was expected."""
    away = result.novelty - expected
    if abs(away) < 0.5:
        beside = "That was about what you expected."
    else:
        beside = f"That was {abs(away):.1f} {'more' if away > 0 else 'fewer'} than you expected."
    return (
        f"You expected {expected:g} new things a month and were {sure} of 5 sure. In this "
        f"simulated world, with the sliders as they stood at first, your twelve brought "
        f"{result.novelty:.1f}. {beside}"
    )


def status(now: Gauges, mine: Gauges, *, is_mine: bool) -> str:
    """Say what the current choice brings."""
    if not now.picked:
        return "Nobody is picked."
    head = (
        f"{_people(now.picked)}: {now.novelty:.1f} new things a month. That is "
        f"{now.bandwidth:.1f} exchanges, of which {100 * now.share_new:.0f}% bring something new. "
        f"Effective size {now.effective_size:.1f}; {now.minutes:.0f} minutes for each."
    )
    if now.picked < PLACES:
        missing = PLACES - now.picked
        return f"{head} Pick {missing} more to compare with your first twelve."
    if is_mine:
        return f"{head} These are your first twelve."
    difference = now.novelty - mine.novelty
    if abs(difference) < 0.05:
        return f"{head} About as much as your first twelve."
    return f"{head} {signed(difference, 1)} against your first twelve."


def still_locked(left: int) -> str:
    """Say how many more choices open the comparison."""
    if not left:
        return "What a search finds is open below."
    choices = "1 other twelve" if left == 1 else f"{left} other twelves"
    return f"Try {choices} to see what a search finds."


def moral(connected: Gauges, diverse: Gauges, found: Gauges) -> str:
    """Say what the ready-made choices and the search have to do with one another."""
    return (
        f"The twelve best connected have {connected.connections:,} connections and an effective "
        f"size of {connected.effective_size:.1f}: {_pairs_known(connected):.0%} of the pairs among "
        f"them know each other. Their Blau index is {connected.blau:.2f}, so counting industries does not give them away. The "
        f"twelve most diverse are {diverse.effective_size:.1f} sources, but reading up on "
        f"{other_industries(diverse.industries)} leaves {diverse.minutes:.0f} minutes for each. "
        f"{_compared(diverse, found)} A search is not a proof: there may be better ones."
    )


def attention(found: Gauges) -> str:
    """Say which assumption the search leans on."""
    return (
        f"Look at their {found.connections / found.picked:.0f} connections each: we assume that "
        "whoever has many connections has less attention for one more, so the search likes people "
        "with few. Change that assumption, and others win."
    )


def spread_over(others: int) -> str:
    """Name the twelve that the slider of other industries picks."""
    return f"The twelve from {other_industries(others)}" if others else "The twelve from her own"


def other_industries(n: int) -> str:
    """Write how many industries other than her own."""
    return "1 other industry" if n == 1 else f"{n} other industries"


def candidate(person: Person) -> dict[str, str]:
    """Return what a learner sees of one of the sixty."""
    return {
        "id": person.id,
        "name": person.name,
        "about": f"{person.connections} connections, {person.mutuals} shared",
        "work": f"{person.function}, {person.employer}",
    }


def names(people: list[Person]) -> str:
    """Return the names of a choice with their industries, by industry."""
    ordered = sorted(people, key=lambda person: (person.industry, person.name))
    return "; ".join(f"{person.name} ({person.industry})" for person in ordered)


def _pairs_known(choice: Gauges) -> float:
    """Return the share of pairs that are tied, from what overlap takes off the effective size."""
    return (choice.picked - choice.effective_size) / (choice.picked - 1)


def _compared(diverse: Gauges, found: Gauges) -> str:
    return (
        f"The search finds twelve from {other_industries(found.industries)} who bring "
        f"{found.novelty:.1f} new things a month, where the most diverse bring "
        f"{diverse.novelty:.1f}."
    )


def _people(n: int) -> str:
    return "1 person" if n == 1 else f"{n} people"
