"""What the think tank asks, before anything is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.widgets.shared.fallback import Fallback
from weakties.widgets.think_tank import words
from weakties.widgets.think_tank.model import PLACES
from weakties.widgets.think_tank.presets import PRESETS, spreads
from weakties.widgets.think_tank.sheet import sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.widgets.think_tank.people import World

MOST_EXPECTED = 999


def ask_of(world: World, presets: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return what the front end asks, and with what; it gives nothing away."""
    people = sorted(world.people.values(), key=lambda p: -p.connections)
    return {
        "title": words.TITLE,
        "question": words.QUESTION,
        "expectation": words.EXPECTATION,
        "most": MOST_EXPECTED,
        "places": PLACES,
        "groups": [
            {
                "industry": industry,
                "people": [words.candidate(p) for p in people if p.industry == industry],
            }
            for industry in sorted({person.industry for person in people})
        ],
        "presets": [
            {"name": name, "label": preset.label, "rule": preset.rule, "picks": list(picks)}
            for (name, preset), picks in zip(PRESETS.items(), presets.values(), strict=True)
        ],
        "mix": {"label": words.MIX, "picks": [list(picks) for picks in spreads(world)]},
        "settings": [
            {"name": name, "label": label, "least": least, "most": most, "step": step}
            for name, (label, least, most, step) in words.SETTINGS.items()
        ],
        "assumed": words.ASSUMED,
    }


def fallback_of(world: World) -> Fallback:
    """Return the question with the sixty by industry."""
    people = list(world.people.values())
    industries = sorted({person.industry for person in people})
    known = {
        industry: [p.connections for p in people if p.industry == industry]
        for industry in industries
    }
    return Fallback(
        title=words.TITLE,
        question=words.QUESTION,
        picture=sheet(known),
        alt=(
            "Sixty dots in ten rows, a row for each industry; the larger a dot, the more "
            "connections that person has. The table says the same in numbers."
        ),
        header=("Industry", "People", "Connections, from fewest to most"),
        rows=tuple(
            (industry, str(len(counts)), f"{min(counts)} to {max(counts)}")
            for industry, counts in known.items()
        ),
    )
