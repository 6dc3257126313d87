"""What the message lab asks before anything is sent: its words and menus, and what stands in."""

from __future__ import annotations

from typing import Any

from weakties.widgets.message_lab import words
from weakties.widgets.message_lab.accepted import MOST_POINTS
from weakties.widgets.message_lab.chart import two_envelopes
from weakties.widgets.message_lab.model import SENDS, Message
from weakties.widgets.message_lab.planted import LONGEST, PART_LABELS, PARTS
from weakties.widgets.shared.fallback import Fallback

FIRST = {
    "a": Message("candid", "short", "question", "week"),
    "b": Message("apology", "short", "question", "week"),
}
"""The messages that stand there at first: the two openers on which essays disagree."""


def ask_of() -> dict[str, Any]:
    """Return what the front end asks, and with what; it gives nothing away."""
    return {
        "title": words.TITLE,
        "introduction": words.INTRODUCTION,
        "parts": [
            {
                "name": part,
                "label": PART_LABELS[part],
                "choices": [
                    {"value": key, "label": choice.label, "sample": choice.sample}
                    for key, choice in menu.items()
                ],
            }
            for part, menu in PARTS.items()
        ],
        "longest": list(LONGEST.values()),
        "first": {name: message._asdict() for name, message in FIRST.items()},
        "own_note": words.OWN_NOTE,
        "winner": words.WINNER_QUESTION,
        "winners": _options(words.WINNERS),
        "points": words.POINTS_QUESTION,
        "most": MOST_POINTS,
        "sends": words.SENDS_QUESTION,
        "sends_note": words.SENDS_NOTE,
        "intervals_note": words.INTERVALS_NOTE,
        "numbers": _options({str(number): str(number) for number in SENDS}),
        "world": words.WORLD_QUESTION,
        "worlds": _options(words.WORLDS),
        "chances_header": words.CHANCES_HEADER,
        "planted_header": words.PLANTED_HEADER,
        "not_said": words.NOT_SAID,
    }


def fallback() -> Fallback:
    """Return the question with the menus."""
    return Fallback(
        title=words.TITLE,
        question=f"{words.INTRODUCTION} {words.WINNER_QUESTION} {words.POINTS_QUESTION}",
        picture=two_envelopes({name: words.recap(message) for name, message in FIRST.items()}),
        alt="Two envelopes, A and B, each with what its message is made of.",
        header=("Part of a message", "What it can be"),
        rows=tuple(
            (PART_LABELS[part], "; ".join(choice.label for choice in menu.values()))
            for part, menu in PARTS.items()
        ),
        width=560,
    )


def _options(labels: dict[str, str]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in labels.items()]
