"""What the front end of the seven metaphors needs to know once; it gives nothing away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.sociogram import Person, Picture, Tie, alt_of, picture_of, svg
from weakties.widgets.seven_metaphors import words
from weakties.widgets.seven_metaphors.accepted import LONGEST_NAME
from weakties.widgets.seven_metaphors.gaming import THINGS
from weakties.widgets.seven_metaphors.metaphors import METAPHORS
from weakties.widgets.seven_metaphors.model import TEN, best_connected
from weakties.widgets.seven_metaphors.people import NADIA
from weakties.widgets.shared.fallback import Fallback

if TYPE_CHECKING:
    from weakties.widgets.seven_metaphors.people import Circle


def asking(circle: Circle) -> dict[str, Any]:
    """Return the words and controls that never change."""
    people = list(circle.people.values())
    return {
        "title": words.TITLE,
        "introduction": words.INTRODUCTION,
        "choose": words.CHOOSE,
        "metaphors": _options({goal: found.label for goal, found in METAPHORS.items()}),
        "places": TEN,
        "groups": [
            {
                "industry": industry,
                "people": [words.profile(one) for one in people if one.industry == industry],
            }
            for industry in dict.fromkeys(person.industry for person in people)
        ],
        "best_connected": list(best_connected(circle)),
        "expected": words.EXPECTED,
        "dial": words.DIAL,
        "overlay": words.OVERLAY,
        "none": words.NO_OVERLAY,
        "list_header": words.LIST_HEADER,
        "lists_header": words.LISTS_HEADER,
        "assumed": words.ASSUMED,
        "together": {"label": words.TOGETHER, "unit": "%", "limits": [0, 100]},
        "number_introduction": words.NUMBER_INTRODUCTION,
        "name": words.NAME,
        "longest": LONGEST_NAME,
        "what": words.WHAT,
        "things": _options({what: thing.label for what, thing in THINGS.items()}),
        "form": words.FORM,
        "forms": _options(words.FORMS),
        "left": words.LEFT,
        "guards": _options(words.GUARDS),
        "guards_legend": words.GUARDS_LEGEND,
        "gamed_header": words.GAMED_HEADER,
        "gamed_assumed": words.GAMED_ASSUMED,
    }


def network_of(circle: Circle) -> Picture:
    """Return Nadia and the sixty as a network picture; a mark's area goes with connections."""
    nadia = Person(NADIA, "Nadia Ferro", group="software", size=300, note="who asks")
    others = [
        Person(
            person.id,
            person.name,
            group=person.industry,
            # A mark as large as 30,000 connections would hide the others.
            size=min(person.connections, 5000),
            note=f"{person.connections:,} connections in all",
        )
        for person in circle.people.values()
    ]
    return picture_of(
        [nadia, *others],
        [Tie(*tie) for tie in circle.ties],
        title=words.NETWORK_TITLE,
        group_label="Industry",
        marked_word="on the list",
    )


def fallback_of(circle: Circle) -> Fallback:
    """Return the question with the network, and the seven metaphors as a table."""
    picture = network_of(circle)
    return Fallback(
        title=words.TITLE,
        question=words.INTRODUCTION,
        picture=svg(picture, alone=True),
        alt=alt_of(picture),
        header=("The network is", "Where an essay says so"),
        rows=tuple((found.label, found.claim) for found in METAPHORS.values()),
        width=640,
    )


def _options(labels: dict[str, str]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in labels.items()]
