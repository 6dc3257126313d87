"""Who of the sixty knows whom, as a network picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.sociogram import Person, Tie, picture_of, spec_of

if TYPE_CHECKING:
    from weakties.widgets.think_tank.people import World

TITLE = "Who of the sixty knows whom"


def network_of(world: World) -> dict[str, Any]:
    """Return the sixty as ``sociogram.js`` takes them; a mark's area goes with connections."""
    picture = picture_of(
        [
            Person(
                person.id,
                person.name,
                group=person.industry,
                size=max(1, person.connections),
                note=f"{person.connections} connections in all",
            )
            for person in world.people.values()
        ],
        [Tie(*tie) for tie in sorted(world.ties)],
        title=TITLE,
        group_label="Industry",
        marked_word="picked",
    )
    return spec_of(picture)
