"""Ready-made choices to compare one's own with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.widgets.think_tank.model import PLACES
from weakties.widgets.think_tank.people import HOME_FIRM

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.widgets.think_tank.people import World


class Preset(NamedTuple):
    """A rule that chooses twelve people."""

    label: str
    rule: str
    choose: Callable[[World], tuple[str, ...]]


def best_connected(world: World) -> tuple[str, ...]:
    """Return those with the most connections."""
    ranked = sorted(world.people.values(), key=lambda p: (-p.connections, p.id))
    return tuple(sorted(person.id for person in ranked[:PLACES]))


def most_diverse(world: World) -> tuple[str, ...]:
    """Return people spread over all industries, tied to one another as little as possible.

    The industries take turns; each time the one is taken who knows fewest of those already taken.
    """
    chosen: list[str] = []
    while len(chosen) < PLACES:
        counts = {person.industry: 0 for person in world.people.values()}
        for pick in chosen:
            counts[world.people[pick].industry] += 1
        fewest = min(counts.values())
        chosen.append(
            min(
                (
                    person.id
                    for person in world.people.values()
                    if person.id not in chosen and counts[person.industry] == fewest
                ),
                key=lambda who: (sum(world.tied(who, pick) for pick in chosen), who),
            )
        )
    return tuple(sorted(chosen))


def closest(world: World) -> tuple[str, ...]:
    """Return those who share the most connections with Nadia, the best connected left out.

    That is whom a platform suggests; a circle that knows everybody would stand in it too.
    """
    circle = set(best_connected(world))
    ranked = sorted(
        (person for person in world.people.values() if person.id not in circle),
        key=lambda p: (p.employer != HOME_FIRM, -p.mutuals, p.id),
    )
    return tuple(sorted(person.id for person in ranked[:PLACES]))


PRESETS = {
    "best-connected": Preset(
        "The twelve best connected", "who has the most connections", best_connected
    ),
    "most-diverse": Preset(
        "The twelve most diverse",
        "all industries in turn, as few as possible who know one another",
        most_diverse,
    ),
    "closest": Preset(
        "The twelve closest to home",
        "colleagues at Tarn Valley first, then who shares most connections with Nadia",
        closest,
    ),
}
