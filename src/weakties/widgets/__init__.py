"""The widgets of the lessons: each asks first, then lets the learner play.

A widget loads when its name is first used, so that importing this package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weakties.widgets.after_the_click import AfterTheClick
    from weakties.widgets.first_impression import FirstImpression
    from weakties.widgets.inbox import Inbox
    from weakties.widgets.message_lab import MessageLab
    from weakties.widgets.network_explorer import NetworkExplorer
    from weakties.widgets.photo_studio import PhotoStudio
    from weakties.widgets.prediction import Prediction
    from weakties.widgets.seven_metaphors import SevenMetaphors
    from weakties.widgets.sketch import Sketch
    from weakties.widgets.think_tank import ThinkTank
    from weakties.widgets.year_of_hours import YearOfHours

__all__ = [
    "AfterTheClick",
    "FirstImpression",
    "Inbox",
    "MessageLab",
    "NetworkExplorer",
    "PhotoStudio",
    "Prediction",
    "SevenMetaphors",
    "Sketch",
    "ThinkTank",
    "YearOfHours",
]

_HOMES = {
    "AfterTheClick": "after_the_click",
    "FirstImpression": "first_impression",
    "Inbox": "inbox",
    "MessageLab": "message_lab",
    "NetworkExplorer": "network_explorer",
    "PhotoStudio": "photo_studio",
    "Prediction": "prediction",
    "SevenMetaphors": "seven_metaphors",
    "Sketch": "sketch",
    "ThinkTank": "think_tank",
    "YearOfHours": "year_of_hours",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
