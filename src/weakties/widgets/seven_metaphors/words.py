"""What the seven metaphors say, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.seven_metaphors.gaming import COUNT, SHARE, THINGS
from weakties.widgets.seven_metaphors.metaphors import METAPHORS
from weakties.widgets.seven_metaphors.model import lists_with, mean_shared, shared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.widgets.seven_metaphors.gaming import Step
    from weakties.widgets.seven_metaphors.people import Circle, Person

TITLE = "Seven metaphors"
INTRODUCTION = (
    "Sixty people around Nadia. Five essays take such a network for seven different things. Choose "
    "one, and pick the ten to whom Nadia should write first if that is what it is. You see what a "
    "profile shows; a headline may be true, or say nothing. Everybody is invented."
)
CHOOSE = "The network is"
EXPECTED = "How many of your ten will stand on the list of the ten who serve this goal best?"
NETWORK_TITLE = "Nadia and the sixty"
LIST_HEADER = ["Place", "Name", "Points for the goal", "Connections", "Headline"]
LISTS_HEADER = ["The network is", "People shared with this list", "Who"]
DIAL = "Turn the dial: the network is"
OVERLAY = "Lay a second goal over it"
NO_OVERLAY = "none"
TO_OPEN = 3
"""So many goals are looked at before the lists are compared."""
TOGETHER = "How much connections decide who stands on a list"
ASSUMED = (
    "In this simulated world everybody has points for each goal, drawn by chance: being good for one "
    "goal has nothing to do with being good for another, or with connections. That is our "
    "assumption. With the slider, connections decide more and more; at 100% they decide alone."
)

NUMBER_INTRODUCTION = (
    "Now make a number of your own, one that would show that Nadia comes closer to her goal. Then "
    "watch somebody push it up who is paid by it, in three moves."
)
NAME = "What do you call your number?"
WHAT = "What does it count?"
FORM = "How?"
FORMS = {COUNT: "how many a month", SHARE: "the share of tries that succeed"}
LEFT = "After three moves the number looks splendid. How much of the goal is left, of 100?"
GUARDS = {
    "cheap": "the other side says whether it helped",
    "bar": "what counts as one is written down first, and somebody else counts",
    "drop": "a second number stands beside it, for what would be dropped",
}
GUARDS_LEGEND = "Put a guard on it; each takes 5% of the time"
GAMED_HEADER = ["Move", "The number", "The goal, of 100"]
GAMED_ASSUMED = (
    "In this simulated world half of twenty hours a month goes into what is counted and half into all "
    "else that serves the goal. What is done the cheap way is worth a tenth of what is done well, an "
    "easy case four tenths, what passes a lower bar six tenths, and a guard stops one move and no "
    "other. All of these sizes are ours. That a number which is a target stops telling what it told "
    "is Goodhart's card."
)


def profile(person: Person) -> dict[str, str]:
    """Return what a learner sees of one of the sixty."""
    return {
        "id": person.id,
        "name": person.name,
        "about": f"{person.function}, {person.employer} · {person.connections:,} connections",
        "work": f"“{person.headline}”",
    }


def verdict(goal: str, found: int, expected: int, sure: int) -> str:
    """Say how many of the learner's ten stand on the list."""
    off = found - expected
    beside = (
        "Just what you expected."
        if not off
        else f"That is {abs(off)} {'more' if off > 0 else 'fewer'} than you expected."
    )
    return (
        f"You took the network for {METAPHORS[goal].label}. Of your ten, {found} stand on its list; "
        f"you expected {expected} and were {sure} of 5 sure. {beside} Picking ten of sixty blindly "
        "gets between one and two."
    )


def meaning(goal: str) -> list[str]:
    """Return what a metaphor turns into: a goal, and a number that would show it."""
    found = METAPHORS[goal]
    return [
        f"If the network is {found.label} ({found.claim}), the goal is {found.goal}.",
        f"A number that would show it: {found.number}.",
    ]


def status(circle: Circle, lists: Mapping[str, Sequence[str]], goal: str, overlay: str) -> str:
    """Say what two lists share, or how the list was made."""
    first = METAPHORS[goal].label
    if not overlay:
        names = _names(circle, lists[goal][:3])
        return f"Ten for {first}, ringed in the picture: first {names}."
    both = shared({k: tuple(v) for k, v in lists.items()}, goal, overlay)
    second = METAPHORS[overlay].label
    if not both:
        return f"Nobody stands on both lists, that of {first} and that of {second}."
    return (
        f"{_people(len(both))} on both lists, that of {first} and that of {second}: "
        f"{_names(circle, both)}. Ringed in the picture."
    )


def finding(circle: Circle, lists: Mapping[str, tuple[str, ...]], looked_at: int) -> str:
    """Say what all lists have in common, once enough of them were looked at."""
    if looked_at < TO_OPEN:
        left = TO_OPEN - looked_at
        return f"Look at {left} more {'list' if left == 1 else 'lists'} to compare all seven."
    most = circle.best_connected
    on = len(lists_with(lists, most.id))
    anywhere = len({who for names in lists.values() for who in names})
    return (
        f"In this simulated world two lists share {mean_shared(lists):.1f} of ten people on "
        f"average. {most.name} has the most connections, {most.connections:,}, and stands on {on} of seven lists. On one list or more "
        f"stand {anywhere} of the sixty."
    )


def list_rows(circle: Circle, names: Sequence[str], goal: str) -> list[list[str]]:
    """Return the ten of a list as a table."""
    return [
        [
            str(place),
            person.name,
            str(person.points[goal]),
            f"{person.connections:,}",
            person.headline,
        ]
        for place, person in enumerate((circle.people[who] for who in names), start=1)
    ]


def other_rows(circle: Circle, lists: Mapping[str, tuple[str, ...]], goal: str) -> list[list[str]]:
    """Return what each other list shares with this one."""
    rows = []
    for other in lists:
        if other != goal:
            both = shared(lists, goal, other)
            rows.append([METAPHORS[other].label, str(len(both)), _names(circle, both) or "nobody"])
    return rows


def gamed_rows(what: str, form: str, steps: Sequence[Step]) -> list[list[str]]:
    """Return the start and the three moves as a table."""
    return [[_move(what, form, step), _number(form, step), f"{step.goal:.0f}"] for step in steps]


def gamed_result(name: str, form: str, left: int, first: Step, last: Step) -> str:
    """Say what three moves without a guard did, beside what the learner expected."""
    if form == COUNT:
        grown = f"is {last.number / first.number:,.0f} times as large"
    else:
        grown = f"went from {_number(form, first)} to {_number(form, last)}"
    return (
        f"“{name}” {grown}. Of the goal, {last.goal:.0f} of 100 are left in this simulated "
        f"world; you expected {left}. Nobody has lied."
    )


def guarded(steps: Sequence[Step], guards: Sequence[str]) -> str:
    """Say what the guards do to the end."""
    if not guards:
        return "Without a guard all three moves go through."
    last = steps[-1]
    kept = f"{len(guards)} of three moves {'is' if len(guards) == 1 else 'are'} stopped"
    return (
        f"{kept}, and {last.goal:.0f} of 100 are left of the goal. A guard costs time: before any "
        f"move the goal stands at {steps[0].goal:.0f}."
    )


def _move(what: str, form: str, step: Step) -> str:
    thing = THINGS[what]
    said = {
        "": "At the start, everything done well",
        "cheap": f"1 · The cheap way: {thing.cheap}"
        if form == COUNT
        else "1 · The easy cases: try only where it can hardly fail",
        "bar": "2 · A lower bar: half of it counts as one",
        "drop": "3 · Drop what is not counted, and do more of what is"
        if form == COUNT
        else "3 · Stop after the first success",
    }[step.move]
    return f"{said} (stopped)" if step.stopped else said


def _number(form: str, step: Step) -> str:
    return f"{step.number:,.0f}" if form == COUNT else f"{step.number:.0f}%"


def _names(circle: Circle, who: Sequence[str]) -> str:
    return ", ".join(circle.people[one].name for one in who)


def _people(n: int) -> str:
    return "1 person stands" if n == 1 else f"{n} people stand"
