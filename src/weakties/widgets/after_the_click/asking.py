"""What the front end of the ninety days needs to know once: words, sliders, things to do."""

from __future__ import annotations

from typing import Any

from weakties.widgets.after_the_click import words, year_words
from weakties.widgets.after_the_click.chart import ACROSS
from weakties.widgets.after_the_click.contact import NEWS
from weakties.widgets.after_the_click.model import DAYS, HOURS, PREDICTED, START
from weakties.widgets.after_the_click.planted import LIMITS


def asking() -> dict[str, Any]:
    """Return the words and controls that never change."""
    return {
        "title": words.TITLE,
        "introduction": words.INTRODUCTION,
        "prediction": words.PREDICTION_QUESTION,
        "most": int(START),
        "days": DAYS,
        "across": ACROSS,
        "news": [{"day": news.day, "text": news.text} for news in NEWS],
        "asked": words.WHAT_IS_ASKED,
        "actions": [
            {
                "what": what,
                "label": words.LABELS[what],
                "hours": hours,
                "question": words.asking_question(what) if what in PREDICTED else "",
            }
            for what, hours in HOURS.items()
        ],
        "guess": words.GUESS_QUESTION,
        "log_header": words.LOG_HEADER,
        "year_header": year_words.YEAR_HEADER,
        "bias_header": year_words.BIAS_HEADER,
        "assumed": [words.ASSUMED, words.MORE_ASSUMED],
        "settings": [
            {"field": field, "label": label, "unit": unit, "limits": list(LIMITS[field])}
            for field, (label, unit) in words.SETTINGS.items()
        ],
    }
