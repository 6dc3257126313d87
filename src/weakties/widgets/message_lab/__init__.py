"""The message lab: write two messages, race them, declare a winner, then race them 1,000 times."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any, ClassVar

import traitlets

from weakties.widgets.message_lab import accepted, words
from weakties.widgets.message_lab.asking import ask_of, fallback
from weakties.widgets.message_lab.chart import replays
from weakties.widgets.message_lab.model import (
    PLANTED,
    SENDS,
    Message,
    Step,
    chance,
    leads,
    race,
    steps,
    tally,
)
from weakties.widgets.shared.base import RefusedError
from weakties.widgets.shared.game import Game

if TYPE_CHECKING:
    from weakties.widgets.shared.fallback import Fallback

__all__ = ["MessageLab"]

TURNS = ("prediction", "sends", "declared", "replay")
"""What the learner does, in this order; the last as often as they like."""

DIGITS = 4


class MessageLab(Game):
    """Ask which of two messages will be answered more; race them; say how far that is luck.

    Parameters
    ----------
    seed
        Makes the draws repeat. Without it everybody in a room has luck of their own.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits, then the two messages by their parts, and ``"winner"``,
        ``"points"``, ``"sure"``.
    sends
        How many of each are to be sent; 0 before that is chosen.
    declared
        ``None`` until it is declared, then ``{"winner": "a", "after": 20}``.
    replay
        The world and the number of sends of the 1,000 races that are shown.
    """

    inputs: ClassVar[tuple[str, ...]] = (*TURNS, "restart")
    parts: ClassVar[tuple[str, ...]] = ("writing", "race")

    sends = traitlets.Int(0, read_only=True).tag(sync=True)
    declared = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    replay = traitlets.Dict(read_only=True).tag(sync=True)

    def __init__(self, seed: int | None = None) -> None:
        super().__init__()
        self._rng = Random(seed)  # noqa: S311
        self._race: list[Step] = []
        self.put(ask=ask_of())
        self._begin()

    def accept_prediction(self, value: object) -> object:
        """Return a valid prediction, or refuse it."""
        return accepted.prediction(value)

    def accept_move(self, name: str, value: object) -> object:
        """Return a valid input after the prediction, or refuse it."""
        turn = TURNS[sum(map(bool, (self.prediction, self.sends, self.declared)))]
        if name != turn:
            raise RefusedError(f"Now comes the {turn}; what was committed stays.")
        if name == "sends":
            return accepted.sends(value)
        if name == "declared":
            return accepted.declared(value, self.sends)
        return accepted.replay(value, self.declared["after"])

    def react(self, name: str) -> None:
        """Show the next stage, or the replays that were asked for."""
        if name == "restart":
            self._begin()
        elif not self.sends:
            self.put(view={"stage": "plan", **self._committed()})
        elif self.declared is None:
            self._race = list(steps(race(self._chances(PLANTED), self.sends, self._rng)))
            frames = [_frame(step) for step in self._race]
            self.put(view={"stage": "race", **self._committed(), "frames": frames})
        else:
            if name == "declared":
                self.put(replay={"world": PLANTED, "sends": self.declared["after"]})
            self.put(view=self._result())

    def fallback(self) -> Fallback:
        """Return the question with the menus."""
        return fallback()

    def _begin(self) -> None:
        self._race = []
        self.put(prediction=None, sends=0, declared=None, replay={}, view={"stage": "ask"})

    def _messages(self) -> tuple[Message, Message]:
        return Message(**self.prediction["a"]), Message(**self.prediction["b"])

    def _chances(self, world: str) -> tuple[float, float]:
        first, second = self._messages()
        return chance(first, world), chance(second, world)

    def _committed(self) -> dict[str, str]:
        first, second = self._messages()
        return {
            "predicted": words.predicted(self.prediction),
            "a": f"A {words.recap(first)}.",
            "b": f"B {words.recap(second)}.",
        }

    def _result(self) -> dict[str, Any]:
        winner, sent = self.declared["winner"], self.declared["after"]
        world, sends = self.replay["world"], self.replay["sends"]
        chances, stood = self._chances(world), self._race[sent - 1]
        own = stood.a - stood.b if sends == sent else None
        found = leads(chances, sends, self._rng)
        as_large = None if own is None else sum(abs(lead) >= abs(own) for lead in found)
        first, second = self._messages()
        return {
            "stage": "result",
            **self._committed(),
            "status": words.declared(winner, sent, stood, self._chances(PLANTED), self.prediction),
            "stopped": words.stopped(sent, self.sends),
            "replayed": words.replayed(tally(found), sends, words.compared(chances), as_large),
            "chart": replays(found, sends, own),
            "needed": words.needed(chances),
            "chances": words.chances_rows(chances),
            "arithmetic": [
                words.arithmetic("A", first, world),
                words.arithmetic("B", second, world),
            ],
            "planted": words.planted_rows(),
            "numbers": [
                {
                    "value": str(number),
                    "label": f"{number}, as you did" if number == sent else str(number),
                }
                for number in sorted({*SENDS, sent})
            ],
        }


def _frame(step: Step) -> list[float]:
    """Return a step as the front end takes it: counts, then the ends of three intervals."""
    ends = (*step.a_interval, *step.b_interval, *step.difference)
    return [step.a, step.b, *(round(end, DIGITS) for end in ends)]
