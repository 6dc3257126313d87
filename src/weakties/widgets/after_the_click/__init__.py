"""After the click: ninety days of one new contact, and the year that follows."""

from __future__ import annotations

from random import Random
from typing import Any, ClassVar

import traitlets

from weakties.widgets.after_the_click import accepted, words, year_words
from weakties.widgets.after_the_click.asking import asking
from weakties.widgets.after_the_click.chart import empty_timeline, warmth_chart, year_chart
from weakties.widgets.after_the_click.model import DAYS, HOURS, Move, Step, play, warmth_ahead
from weakties.widgets.after_the_click.others import average_year, others, year_of
from weakties.widgets.after_the_click.planted import Planted, as_planted
from weakties.widgets.shared.base import RefusedError
from weakties.widgets.shared.fallback import Fallback
from weakties.widgets.shared.game import Game

__all__ = ["AfterTheClick", "average_year"]


class AfterTheClick(Game):
    """Ask what silence costs; then play ninety days, predict before each ask, and see the year.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits, then ``{"left": 12, "sure": 3}``: the points of warmth
        that doing nothing leaves.
    moves
        What was done: ``{"day": 8, "what": "phone", "expected": 4}``, of ten for an ask or a pitch,
        ``None`` otherwise.
    finished
        Whether the ninety days are over; `guess` is what the learner then thinks of the others.
    planted
        What the simulated world rests on, once the year has been read.
    """

    inputs: ClassVar[tuple[str, ...]] = (
        *("prediction", "moves", "finished", "guess", "planted"),
        "restart",
    )
    pieces: ClassVar[tuple[str, ...]] = ("slider",)

    moves = traitlets.List(read_only=True).tag(sync=True)
    finished = traitlets.Bool(False, read_only=True).tag(sync=True)
    guess = traitlets.Int(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    planted = traitlets.Dict(read_only=True).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._earlier: list[tuple[list[dict[str, Any]], int]] = []
        self._begin()
        self.put(ask=asking())

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return what came of each move; a new start has new luck."""
        return self._played(self.moves, self.restart)

    def accept_prediction(self, value: object) -> object:
        """Return a valid prediction, or refuse it."""
        return accepted.prediction(value)

    def accept_move(self, name: str, value: object) -> object:
        """Return a valid input after the prediction, or refuse it."""
        if name in ("moves", "finished"):
            return self._accept_a_day(name, value)
        return self._accept_after_the_days(name, value)

    def react(self, name: str) -> None:
        """Show the next day, the question about the others, or the year."""
        if name == "restart":
            if self.guess is not None:
                self._earlier.append((self.moves, self.restart - 1))
            self._begin()
        elif not self.finished:
            self.put(view=self._day())
        elif self.guess is None:
            self.put(view=self._day() | {"stage": "guess"})
        else:
            self.put(view=self._day() | self._year())

    def fallback(self) -> Fallback:
        """Return the question with an empty timeline."""
        return Fallback(
            title=words.TITLE,
            question=f"{words.INTRODUCTION} Before you start: {words.PREDICTION_QUESTION}",
            picture=empty_timeline(),
            alt=f"A line of {DAYS} days; on day 0 she accepted, and nothing has been done yet.",
            header=("What you can do", "Hours it takes"),
            rows=tuple((words.LABELS[what], f"{hours:g}") for what, hours in HOURS.items()),
        )

    def _played(self, moves: list[dict[str, Any]], start: int) -> tuple[Step, ...]:
        planted, luck = Planted(**self.planted), Random(f"contact {start}")  # noqa: S311
        return play([Move(**move) for move in moves], planted, luck)

    @property
    def _first_day(self) -> int:
        """Return the first day on which something can still be done: one thing a day, no more."""
        return self.moves[-1]["day"] + 1 if self.moves else 0

    def _begin(self) -> None:
        self.put(
            prediction=None,
            moves=[],
            finished=False,
            guess=None,
            planted=as_planted()._asdict(),
            view={"stage": "ask"},
        )

    def _accept_a_day(self, name: str, value: object) -> object:
        if self.finished:
            raise RefusedError("The ninety days are over.")
        if name == "finished":
            if value is not True:
                raise RefusedError("The days go forward.")
            return True
        if any(step.ended for step in self.steps):
            raise RefusedError("The tie has ended.")
        return accepted.moves(value, self.moves, self._first_day)

    def _accept_after_the_days(self, name: str, value: object) -> object:
        if not self.finished:
            raise RefusedError("The year comes after the ninety days.")
        if name == "guess":
            if self.guess is not None:
                raise RefusedError("A guess is made once.")
            return accepted.of_ten(value)
        if self.guess is None:
            raise RefusedError("Assumptions are opened after the guess.")
        return accepted.planted(value)

    def _day(self) -> dict[str, Any]:
        steps, half_life = self.steps, self.planted["half_life"]
        first = self._first_day
        ended = any(step.ended for step in steps)
        until = DAYS if self.finished else max(first - 1, 0)
        nothing = year_of((), half_life)
        return {
            "stage": "play",
            "day": first,
            "over": ended or first > DAYS,
            "ahead": [] if ended else warmth_ahead(steps, first, half_life),
            "status": words.status(steps),
            "silence": year_words.silence(
                self.prediction["left"], self.prediction["sure"], nothing
            ),
            "chart": warmth_chart(steps, half_life, until=until),
            "log": words.log_rows(steps),
        }

    def _year(self) -> dict[str, Any]:
        steps, planted = self.steps, Planted(**self.planted)
        games = others(planted)
        they = [year_of(game, planted.half_life) for game in games]
        earlier = [self._played(*game) for game in self._earlier]
        *before, you = [year_of(game, planted.half_life) for game in (*earlier, steps)]
        nothing = year_of((), planted.half_life)
        behind = sum(other.until < you.until for other in they) / len(they)
        return {
            "stage": "year",
            "result": year_words.year(you, behind, self.guess),
            "moral": year_words.two_goals(steps),
            "year_chart": year_chart(you.until, nothing.until, [other.until for other in they]),
            "years": year_words.year_rows([*before, you], nothing, they),
            "biases": year_words.bias_rows(steps, games),
        }
