"""What the front end of the inbox needs to know once: words, sliders, options."""

from __future__ import annotations

from typing import Any

from weakties.widgets.inbox import words
from weakties.widgets.inbox.model import LIMITS, MOST_MONTHS, MOST_MUTUALS
from weakties.widgets.inbox.rounds import ROUNDS
from weakties.widgets.inbox.signs import REQUIRED


def asking() -> dict[str, Any]:
    """Return the words and controls that never change."""
    return {
        "title": words.TITLE,
        "introduction": words.INTRODUCTION,
        "prediction": words.PREDICTION_QUESTION,
        "note": words.ASK_NOTE,
        "list_header": words.LIST_HEADER,
        "matrix_header": words.MATRIX_HEADER,
        "policy_header": words.POLICY_HEADER,
        "rule": [
            _slider("mutuals", "Mutual connections, at least", "", (0, MOST_MUTUALS)),
            _slider("months", "Age of the account, at least", "months", (0, MOST_MONTHS)),
        ],
        "rests": [
            {"value": "decline", "label": "decline"},
            {"value": "ask", "label": "ask, and accept on a fitting answer"},
        ],
        "required": [{"value": sign, "label": words.REQUIRED[sign]} for sign in REQUIRED],
        "crossing": words.CROSSING_QUESTION,
        "signs_header": words.SIGNS_HEADER,
        "stakes": [
            _slider("value", "A good request is worth (V)", "hours", LIMITS["value"]),
            _slider("cost", "A bad one costs (C)", "hours", LIMITS["cost"]),
            _slider(
                "goodwill", "A good one who was asked brings less by", "hours", LIMITS["goodwill"]
            ),
        ],
        "assumptions": [
            _slider("bad", "Bad requests", "% of all", LIMITS["bad"]),
            _slider(
                "answers", "Bad senders with a fitting answer", "% of the bad", LIMITS["answers"]
            ),
        ],
        "rounds": words.ROUND_QUESTIONS,
        "sides": list(ROUNDS),
        "guesses": [{"value": value, "label": label} for value, label in words.GUESSES.items()],
        "adapted_note": words.ADAPTED_NOTE,
    }


def _slider(field: str, label: str, unit: str, limits: tuple[int, int]) -> dict[str, Any]:
    return {"field": field, "label": label, "unit": unit, "limits": list(limits)}
