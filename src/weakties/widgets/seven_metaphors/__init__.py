"""Seven metaphors: one network, seven goals, seven lists of ten; then a number, and its games."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import traitlets

from weakties.data.editions import current_edition
from weakties.sociogram import spec_of
from weakties.widgets.seven_metaphors import accepted, words
from weakties.widgets.seven_metaphors.asking import asking, fallback_of, network_of
from weakties.widgets.seven_metaphors.gaming import gamed
from weakties.widgets.seven_metaphors.model import lists_of, shared
from weakties.widgets.seven_metaphors.people import circle_of
from weakties.widgets.shared.base import RefusedError
from weakties.widgets.shared.game import Game

if TYPE_CHECKING:
    from weakties.widgets.shared.fallback import Fallback

__all__ = ["SevenMetaphors"]

DIAL, NUMBER = "dial", "number"


class SevenMetaphors(Game):
    """Ask for a metaphor and ten people; then turn the dial, and game a number of one's own.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits, then
        ``{"goal": "tank", "picks": […], "expected": 4, "sure": 3}``.
    goal, overlay
        Where the dial stands, and which goal is laid over it (empty for none).
    together
        How much connections decide who stands on a list, in percent.
    place
        ``"dial"`` or ``"number"``: at which of the two the learner is.
    number
        ``None``, or ``{"name": "real talks", "what": "talks", "form": "count", "left": 60}``.
    guards
        The moves that are stopped.
    """

    inputs: ClassVar[tuple[str, ...]] = (
        *("prediction", "goal", "overlay", "together", "place", "number"),
        *("guards", "restart"),
    )
    pieces: ClassVar[tuple[str, ...]] = ("sociogram", "picker", "slider")

    goal = traitlets.Unicode("", read_only=True).tag(sync=True)
    overlay = traitlets.Unicode("", read_only=True).tag(sync=True)
    together = traitlets.Int(0, read_only=True).tag(sync=True)
    place = traitlets.Unicode(DIAL, read_only=True).tag(sync=True)
    number = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    guards = traitlets.List(read_only=True).tag(sync=True)

    network = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._circle = circle_of(current_edition())
        self._begin()
        self.put(ask=asking(self._circle))

    def accept_prediction(self, value: object) -> object:
        """Return a valid prediction, or refuse it."""
        return accepted.prediction(value, self._circle.people)

    def accept_move(self, name: str, value: object) -> object:
        """Return a valid input after the prediction, or refuse it."""
        if name == "place":
            if value not in (DIAL, NUMBER):
                raise RefusedError("There are two places.")
            return value
        if name in ("number", "guards"):
            return self._accept_a_number(name, value)
        return {
            "goal": accepted.goal,
            "overlay": accepted.overlay,
            "together": accepted.together,
        }[name](value)

    def react(self, name: str) -> None:
        """Show the lists, the question for a number, what became of it, or the first question."""
        if name == "restart":
            self._begin()
            return
        if name == "prediction":
            self.put(goal=self.prediction["goal"], network=spec_of(network_of(self._circle)))
        if name == "place":
            self.put(number=None, guards=[])
        if self.place == DIAL:
            self._looked_at.add(self.goal)
            self.put(view=self._dial())
        elif self.number is None:
            self.put(view={"stage": "number", "meaning": words.meaning(self.goal)})
        else:
            self.put(view=self._gamed())

    def fallback(self) -> Fallback:
        """Return the question with the network and the seven metaphors."""
        return fallback_of(self._circle)

    def _begin(self) -> None:
        self._looked_at: set[str] = set()
        self.put(prediction=None, goal="", overlay="", together=0, place=DIAL)
        self.put(number=None, guards=[], network=None, view={"stage": "ask"})

    def _accept_a_number(self, name: str, value: object) -> object:
        if self.place != NUMBER:
            raise RefusedError("A number is made after the dial.")
        if name == "guards":
            if self.number is None:
                raise RefusedError("A guard needs a number.")
            return accepted.guards(value)
        if self.number is not None:
            raise RefusedError("A number is made once; another one begins anew.")
        return accepted.number(value)

    def _dial(self) -> dict[str, Any]:
        circle, lists = self._circle, lists_of(self._circle, self.together)
        overlay = self.overlay if self.overlay != self.goal else ""
        mine = self.prediction
        # What was predicted is judged in the world as it was then.
        listed = lists_of(circle)[mine["goal"]]
        compared = len(self._looked_at) >= words.TO_OPEN
        return {
            "stage": "dial",
            "verdict": words.verdict(
                mine["goal"],
                len(set(mine["picks"]) & set(listed)),
                mine["expected"],
                mine["sure"],
            ),
            "meaning": words.meaning(self.goal),
            "status": words.status(circle, lists, self.goal, overlay),
            "rows": words.list_rows(circle, lists[self.goal], self.goal),
            "marked": list(shared(lists, self.goal, overlay) if overlay else lists[self.goal]),
            "finding": words.finding(circle, lists, len(self._looked_at)),
            "others": words.other_rows(circle, lists, self.goal) if compared else [],
        }

    def _gamed(self) -> dict[str, Any]:
        what, form = self.number["what"], self.number["form"]
        bare, steps = gamed(what, form), gamed(what, form, self.guards)
        return {
            "stage": "gamed",
            "result": words.gamed_result(
                self.number["name"], form, self.number["left"], bare[0], bare[-1]
            ),
            "rows": words.gamed_rows(what, form, steps),
            "status": words.guarded(steps, self.guards),
        }
