"""The photo studio: choose a photo for a goal and a viewer, then see what a panel makes of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar

import traitlets

from weakties.widgets.photo_studio import words
from weakties.widgets.photo_studio.chart import score_chart
from weakties.widgets.photo_studio.model import CANDIDATES, COMPOSABLE, panel_scores
from weakties.widgets.photo_studio.planted import TRAITS, VIEWERS
from weakties.widgets.portrait import CHOICES, Portrait, contact_sheet, describe, draw
from weakties.widgets.shared.base import RefusedError, Widget
from weakties.widgets.shared.fallback import Fallback

if TYPE_CHECKING:
    from weakties.measures import MeanInterval
    from weakties.widgets.prediction import Prediction

__all__ = ["PhotoStudio"]

PHOTOS_TO_TRY = 3
SURENESS = range(1, 6)


class PhotoStudio(Widget):
    """Ask for a photo and how sure the learner is; then open a studio with a simulated panel.

    Parameters
    ----------
    goal
        The trait that the photo is chosen for: competence, likability or influence.
    viewer
        Who will see it: ``"bank"``, ``"gym"`` or ``"club"``. The learner can change it later.
    after
        A guess that the studio would answer: it opens once that was committed.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits, then ``{"photo": "B", "sure": 4}``.
    composition
        What is chosen in the studio, field by field; `current` is the same as a portrait.
    tried
        How many different photos the learner has put together.

    Raises
    ------
    ValueError
        If there is no such goal or viewer.
    """

    inputs: ClassVar[tuple[str, ...]] = ("prediction", "viewer", "composition")

    prediction = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    viewer = traitlets.Unicode(read_only=True).tag(sync=True)
    composition = traitlets.Dict(read_only=True).tag(sync=True)

    ask = traitlets.Dict(read_only=True).tag(sync=True)
    waits = traitlets.Unicode(read_only=True).tag(sync=True)
    studio = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    reveal = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)

    def __init__(
        self, goal: str = "competence", viewer: str = "bank", *, after: Prediction | None = None
    ) -> None:
        if goal not in TRAITS:
            raise ValueError(f"goal must be one of {', '.join(TRAITS)}; it is {goal!r}.")
        if viewer not in VIEWERS:
            raise ValueError(f"viewer must be one of {', '.join(VIEWERS)}; it is {viewer!r}.")
        super().__init__()
        self.goal, self._asked_viewer, self._after = goal, viewer, after
        self._tried: set[Portrait] = set()
        self.put(viewer=viewer, composition=_fields(CANDIDATES["A"]), ask=self._ask())

    @property
    def current(self) -> Portrait:
        """Return the portrait in the studio."""
        return Portrait(**self.composition)

    @property
    def committed(self) -> Portrait | None:
        """Return the photo that the learner committed to, if any."""
        return CANDIDATES[self.prediction["photo"]] if self.prediction else None

    @property
    def scores(self) -> dict[str, MeanInterval]:
        """Return what the panel thinks of the current portrait; nothing before the prediction."""
        return panel_scores(self.current, self.viewer) if self.prediction else {}

    @property
    def tried(self) -> int:
        """Return how many photos other than the committed one were put together."""
        return len(self._tried)

    def accept(self, name: str, value: object) -> object:
        """Return a valid input, or refuse it."""
        if name == "prediction":
            return self._accept_prediction(value)
        if self.prediction is None:
            raise RefusedError("The studio opens after the prediction.")
        if name == "viewer":
            if not isinstance(value, str) or value not in VIEWERS:
                raise RefusedError("There is no such viewer.")
            return value
        return self._accept_composition(value)

    def react(self, name: str) -> None:
        """Show what the panel thinks now."""
        if name == "prediction":
            self.put(composition=_fields(CANDIDATES[self.prediction["photo"]]))
        if self.current != self.committed:
            self._tried.add(self.current)
        photo, sure = self.prediction["photo"], self.prediction["sure"]
        mine = panel_scores(CANDIDATES[photo], self.viewer)
        self.put(
            studio={
                "verdict": words.verdict(photo, sure, self.goal, self._asked_viewer),
                "mine": {"svg": draw(CANDIDATES[photo]), "caption": f"Your photo {photo}"},
                "now": {"svg": draw(self.current), "caption": "In the studio"},
                "status": words.status(photo, self.current, self.goal, self.viewer),
                "locked": words.still_locked(max(0, PHOTOS_TO_TRY - self.tried)),
                "chart": score_chart(photo, mine, self.scores),
                "header": words.score_header(photo),
                "rows": words.score_rows(photo, self.current, self.viewer),
            }
        )
        if self.tried >= PHOTOS_TO_TRY and self.reveal is None:
            self.put(
                reveal={
                    "winners": words.winners(photo, self.goal, draw),
                    "moral": words.moral(self.goal),
                    "note": words.PLANTED_NOTE,
                    "header": words.PLANTED_HEADER,
                    "rows": words.planted_rows(),
                }
            )

    def fallback(self) -> Fallback:
        """Return the question with the six photos."""
        return Fallback(
            title=words.TITLE,
            question=words.question(self.goal, self._asked_viewer),
            picture=contact_sheet(CANDIDATES),
            alt="Six drawn photos of one person, lettered A to F and described in the table.",
            header=("Photo", "What it shows"),
            rows=tuple((letter, describe(photo)) for letter, photo in CANDIDATES.items()),
        )

    def _ask(self) -> dict[str, Any]:
        return {
            "title": words.TITLE,
            "question": words.question(self.goal, self._asked_viewer),
            "photos": [
                {"value": letter, "svg": draw(photo), "description": describe(photo)}
                for letter, photo in CANDIDATES.items()
            ],
            "viewers": [{"value": v, "label": seen_by.label} for v, seen_by in VIEWERS.items()],
            "menus": [
                {
                    "field": field,
                    "label": words.FIELD_LABELS[field],
                    "options": [
                        {"value": value, "label": choice.label}
                        for value, choice in CHOICES[field].items()
                    ],
                }
                for field in COMPOSABLE
            ],
        }

    def _accept_prediction(self, value: object) -> dict[str, object]:
        if self.prediction is not None:
            raise RefusedError("A prediction is made once.")
        if self._after is not None and self._after.commitment is None:
            self.put(waits="")  # so that it is said again to whoever tries again
            self.put(waits=words.GUESS_FIRST)
            raise RefusedError(words.GUESS_FIRST)
        match value:
            case {"photo": str(photo), "sure": int(sure)} if (
                photo in CANDIDATES and sure in SURENESS and not isinstance(sure, bool)
            ):
                return {"photo": photo, "sure": sure}
        raise RefusedError("A prediction is a photo and how sure the learner is.")

    def _accept_composition(self, value: object) -> dict[str, str]:
        if not isinstance(value, dict) or set(value) != set(COMPOSABLE):
            raise RefusedError("A composition names every field of the studio.")
        try:
            return _fields(Portrait(**value))
        except ValueError as problem:
            raise RefusedError(str(problem)) from problem


def _fields(portrait: Portrait) -> dict[str, str]:
    return {field: value for field, value in asdict(portrait).items() if field in COMPOSABLE}
