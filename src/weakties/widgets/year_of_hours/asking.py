"""What the front end of the year needs to know once: words, sliders, things to spend hours on."""

from __future__ import annotations

from typing import Any

from weakties.widgets.year_of_hours import words
from weakties.widgets.year_of_hours.accepted import MOST
from weakties.widgets.year_of_hours.model import HOURS, QUARTERS
from weakties.widgets.year_of_hours.planted import LIMITS


def asking() -> dict[str, Any]:
    """Return the words and controls that never change."""
    return {
        "title": words.TITLE,
        "introduction": words.INTRODUCTION,
        "ways": [list(way) for way in words.WAYS.values()],
        "prediction": words.PREDICTION_QUESTION,
        "choices": [{"value": value, "label": label} for value, label in words.CHOICES.items()],
        "plan": words.PLAN_QUESTION,
        "hours": HOURS,
        "quarters": QUARTERS,
        "activities": list(words.ACTIVITIES.values()),
        "expected": [
            {"field": field, "question": question, "most": MOST[field]}
            for field, question in words.EXPECTED.items()
        ],
        "header": words.HEADER,
        "guess": words.GUESS_QUESTION,
        "turn_header": words.TURN_HEADER,
        "assumed": [words.ASSUMED, words.MORE_ASSUMED],
        "settings": [
            {"field": field, "label": label, "unit": unit, "limits": list(LIMITS[field])}
            for field, (label, unit) in words.SETTINGS.items()
        ],
    }
