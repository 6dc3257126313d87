"""The first impression: rate nine photos after 100 ms, again without hurry, and compare."""

from __future__ import annotations

from math import isfinite
from typing import Any, ClassVar

import traitlets

from weakties.widgets.first_impression import words
from weakties.widgets.first_impression.chart import mask, procedure, scatter, strips
from weakties.widgets.first_impression.model import (
    FLASH_MS,
    HIGHEST,
    LOWEST,
    PHOTOS,
    order,
    outcome,
)
from weakties.widgets.portrait import CHOICES, describe, draw
from weakties.widgets.shared.base import RefusedError
from weakties.widgets.shared.fallback import Fallback
from weakties.widgets.shared.game import Game

__all__ = ["FirstImpression"]

SURENESS = range(1, 6)
LONGEST_FLASH_MS = 60_000


class FirstImpression(Game):
    """Ask what a second look will change; then flash nine photos, show them again, and compare.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits, then ``{"changed": 3, "spread": "less", "sure": 4}``:
        how many ratings will change by more than one point, and whether photos of one person will
        differ ``"less"``, the ``"same"`` or ``"more"`` than different people do.
    first, second
        The ratings so far, from 1 to 9, in the order in which the photos were shown.
    flashes
        How long each photo was on the screen in the first look, in ms, as the browser measured it.
    """

    inputs: ClassVar[tuple[str, ...]] = ("prediction", "flashes", "first", "second", "restart")

    flashes = traitlets.List(read_only=True).tag(sync=True)
    first = traitlets.List(read_only=True).tag(sync=True)
    second = traitlets.List(read_only=True).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.put(ask=_ask(), view={"stage": "ask"})

    @property
    def ratings(self) -> list[dict[str, object]]:
        """Return a row for each photo rated so far, ready for a data frame."""
        first, second = (
            dict(zip(order(look), ratings, strict=False))
            for look, ratings in ((1, self.first), (2, self.second))
        )
        shown_ms = dict(zip(order(1), self.flashes, strict=False))
        return [
            {
                "photo": describe(photo),
                "person": CHOICES["person"][photo.person].label,
                "first": first[k],
                "second": second.get(k),
                "flash_ms": shown_ms.get(k),
            }
            for k, photo in enumerate(PHOTOS)
            if k in first
        ]

    def accept_prediction(self, value: object) -> object:
        """Return a valid prediction, or refuse it."""
        match value:
            case {"changed": int(changed), "spread": str(spread), "sure": int(sure)} if (
                changed in range(len(PHOTOS) + 1)
                and spread in words.SPREADS
                and sure in SURENESS
                and not isinstance(changed, bool)
                and not isinstance(sure, bool)
            ):
                return {"changed": changed, "spread": spread, "sure": sure}
        raise RefusedError("A prediction has a number of changes, a spread, and how sure one is.")

    def accept_move(self, name: str, value: object) -> object:
        """Return a valid input after the prediction, or refuse it."""
        if name == "flashes":
            return self._accept_flashes(value)
        return self._accept_ratings(name, value)

    def react(self, name: str) -> None:
        """Show the next photo, or the result."""
        if name == "restart":
            self.put(prediction=None, flashes=[], first=[], second=[])
        if self.prediction is None:
            self.put(view={"stage": "ask"})
        elif len(self.first) < len(PHOTOS):
            self.put(view=_photo("first", 1, len(self.first)))
        elif len(self.second) < len(PHOTOS):
            self.put(view=_photo("second", 2, len(self.second)))
        else:
            self.put(view=self._result())

    def fallback(self) -> Fallback:
        """Return the question with the plan."""
        number = str(len(PHOTOS))
        return Fallback(
            title=words.TITLE,
            question=(
                f"{words.INTRODUCTION} Before you start: {words.CHANGED_QUESTION} And will your "
                "ratings of different photos of one person differ less, about as much, or more "
                "than your ratings of different people?"
            ),
            picture=procedure(),
            alt="Each photo of the first look in four steps: a cross, the photo for 100 ms, a mask, your rating.",
            header=("Part", "Photos", "Shown for", "You rate"),
            rows=(
                ("First look", number, f"{FLASH_MS} ms", "competence, 1 to 9"),
                ("Second look", number, "as long as you like", "competence, 1 to 9"),
            ),
        )

    def _accept_flashes(self, value: object) -> list[float]:
        if not isinstance(value, list) or len(value) > len(PHOTOS):
            raise RefusedError("There is one flash for each photo.")
        if not all(
            type(ms) in (int, float) and isfinite(ms) and 0 < ms < LONGEST_FLASH_MS for ms in value
        ):
            raise RefusedError("A flash lasts some milliseconds.")
        return [float(ms) for ms in value]

    def _accept_ratings(self, name: str, value: object) -> list[int]:
        known = self.first if name == "first" else self.second
        if name == "second" and len(self.first) < len(PHOTOS):
            raise RefusedError("The second look comes after the first.")
        if not isinstance(value, list) or not len(known) < len(value) <= len(PHOTOS):
            raise RefusedError("Ratings are added one by one.")
        if not all(type(rating) is int and LOWEST <= rating <= HIGHEST for rating in value):
            raise RefusedError("A rating is a whole number from 1 to 9.")
        if value[: len(known)] != known:
            raise RefusedError("A rating that was given stays.")
        return value

    def _result(self) -> dict[str, Any]:
        first, second = _by_photo(1, self.first), _by_photo(2, self.second)
        found, guess = outcome(first, second), self.prediction
        return {
            "stage": "result",
            "status": words.result(found, guess["changed"], guess["spread"], guess["sure"]),
            "scatter": scatter(first, second),
            "strips": strips(first, second),
            "header": words.HEADER,
            "rows": words.rows(first, second),
            "timing": words.timing(self.flashes),
            "not_said": words.NOT_SAID,
        }


def _ask() -> dict[str, Any]:
    return {
        "title": words.TITLE,
        "introduction": words.INTRODUCTION,
        "changed": words.CHANGED_QUESTION,
        "most": len(PHOTOS),
        "spread": words.SPREAD_QUESTION,
        "spreads": [{"value": value, "label": label} for value, label in words.SPREADS.items()],
        "rating": words.RATING_QUESTION,
        "lowest": LOWEST,
        "highest": HIGHEST,
        "flash_ms": FLASH_MS,
        "mask": mask(),
    }


def _photo(stage: str, look: int, shown: int) -> dict[str, Any]:
    return {
        "stage": stage,
        "number": shown + 1,
        "svg": draw(PHOTOS[order(look)[shown]]),
        "progress": words.progress(shown + 1),
    }


def _by_photo(look: int, ratings: list[int]) -> list[int]:
    """Return ratings in the order of `PHOTOS`."""
    by_photo = dict(zip(order(look), ratings, strict=True))
    return [by_photo[k] for k in range(len(PHOTOS))]
