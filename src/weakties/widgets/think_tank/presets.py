"""Ready-made choices to compare one's own with."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from weakties.widgets.think_tank.model import PLACES
from weakties.widgets.think_tank.people import HOME_FIRM, HOME_INDUSTRY

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
    """Return people spread over all industries, tied to one another as little as possible."""
    return spread(world, len(other_industries(world)))


def spread(world: World, others: int) -> tuple[str, ...]:
    """Return people of Nadia's industry and of so many others, tied as little as possible.

    The industries take turns; each time the one is taken who knows fewest of those already taken.
    """
    counts = dict.fromkeys([HOME_INDUSTRY, *other_industries(world)[:others]], 0)
    left = {one.id: one.industry for one in world.people.values() if one.industry in counts}
    chosen: list[str] = []
    while len(chosen) < PLACES:
        fewest = min(counts[industry] for industry in left.values())
        pick = min(
            (who for who, industry in left.items() if counts[industry] == fewest),
            key=lambda who: (sum(world.tied(who, other) for other in chosen), who),
        )
        counts[left.pop(pick)] += 1
        chosen.append(pick)
    return tuple(sorted(chosen))


def spreads(world: World) -> list[tuple[str, ...]]:
    """Return the twelve for no other industry, for one, and so on to all of them."""
    return [spread(world, others) for others in range(len(other_industries(world)) + 1)]


def other_industries(world: World) -> list[str]:
    """Return the industries other than Nadia's, those with most people first."""
    counted = Counter(one.industry for one in world.people.values() if not one.is_of_own_trade)
    return sorted(counted, key=lambda industry: (-counted[industry], industry))


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
