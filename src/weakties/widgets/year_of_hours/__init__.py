"""A year of hours: five a week, shared among five things, and what connections are good for."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from weakties.widgets.shared.base import RefusedError, Widget
from weakties.widgets.shared.fallback import Fallback
from weakties.widgets.shared.numbers import ordinal
from weakties.widgets.year_of_hours import accepted, words
from weakties.widgets.year_of_hours.asking import asking
from weakties.widgets.year_of_hours.chart import counters, empty_week
from weakties.widgets.year_of_hours.model import (
    GARDEN,
    RACE,
    State,
    carries,
    garden_wins,
    turning_points,
    year,
)
from weakties.widgets.year_of_hours.planted import Planted, as_planted

__all__ = ["YearOfHours"]


class YearOfHours(Widget):
    """Ask which of two ways brings more; take a plan with what it should bring; then show the year.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits, then ``{"more": "race", "sure": 3}``.
    years
        Each plan of the learner's with what they expected: ``{"plan": [[5, 0, 0, 0], …],
        "connections": 400, "opportunities": 12}``. A week has hours of inviting, commenting,
        messaging and asking.
    replanned
        How often the learner has gone back to plan another year.
    guess
        Which assumption carries the result, in the learner's opinion.
    planted
        What the simulated world rests on, once that guess was made.
    """

    inputs: ClassVar[tuple[str, ...]] = ("prediction", "years", "replanned", "guess", "planted")
    pieces: ClassVar[tuple[str, ...]] = ("slider",)

    prediction = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    years = traitlets.List(read_only=True).tag(sync=True)
    replanned = traitlets.Int(0, read_only=True).tag(sync=True)
    guess = traitlets.Unicode(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    planted = traitlets.Dict(read_only=True).tag(sync=True)

    ask = traitlets.Dict(read_only=True).tag(sync=True)
    view = traitlets.Dict(read_only=True).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.put(planted=as_planted()._asdict(), ask=asking(), view={"stage": "ask"})

    def accept(self, name: str, value: object) -> object:
        """Return a valid input, or refuse it."""
        if name == "prediction":
            if self.prediction is not None:
                raise RefusedError("A prediction is made once.")
            return accepted.prediction(value)
        if self.prediction is None:
            raise RefusedError("The first year comes after the prediction.")
        if name == "years":
            if not self._is_planning:
                raise RefusedError("A new year begins with a new plan.")
            return accepted.years(value, self.years)
        if self._is_planning:
            raise RefusedError("First comes the year that is being planned.")
        return self._accept_after_a_year(name, value)

    def react(self, name: str) -> None:  # noqa: ARG002 - whatever came, the view follows from all
        """Show the plan, the year, or what it rests on."""
        if self._is_planning:
            last = self.years[-1]["plan"] if self.years else None
            self.put(view={"stage": "plan", "before": last})
        elif self.guess is None:
            self.put(view=self._year() | {"stage": "year"})
        else:
            self.put(view=self._year() | self._world() | {"stage": "world"})

    def fallback(self) -> Fallback:
        """Return the question with five hours unspent."""
        return Fallback(
            title=words.TITLE,
            question=f"{words.INTRODUCTION} {words.PREDICTION_QUESTION}",
            picture=empty_week(),
            alt="Five boxes in a row, one for each hour of a week; none is spent yet.",
            header=("Way", "What it does"),
            rows=tuple(words.WAYS.values()),
        )

    @property
    def _is_planning(self) -> bool:
        return bool(len(self.years) <= self.replanned)

    def _accept_after_a_year(self, name: str, value: object) -> object:
        if name == "replanned":
            if type(value) is not int or value != self.replanned + 1:
                raise RefusedError("New plans are counted one by one.")
            return value
        if name == "guess":
            if self.guess is not None:
                raise RefusedError("A guess is made once.")
            return accepted.assumption(value)
        if self.guess is None:
            raise RefusedError("Assumptions are opened after the guess.")
        return accepted.planted(value)

    def _year(self) -> dict[str, Any]:
        planted = Planted(**self.planted)
        race, garden = year(RACE, planted), year(GARDEN, planted)
        mine = [year(accepted.plan_of(made["plan"]), planted) for made in self.years]
        names = {way: title for way, (title, _) in words.WAYS.items()}
        return {
            "result": words.result(race, garden, self.prediction),
            "own": words.own(mine[-1], self.years[-1]),
            "slopes": words.last_quarter(race, garden),
            "chart": counters({"you": mine[-1], names["race"]: race, names["garden"]: garden}),
            "rows": [
                *self._own_rows(mine),
                words.row(names["race"], race),
                words.row(names["garden"], garden),
            ],
        }

    def _own_rows(self, mine: list[tuple[State, ...]]) -> list[list[str]]:
        titles = [
            "You" if n == 1 else f"You, the {ordinal(n)} plan" for n in range(1, len(mine) + 1)
        ]
        rows = [
            words.row(title, states, said)
            for title, states, said in zip(titles, mine, self.years, strict=True)
        ]
        return rows[::-1]

    def _world(self) -> dict[str, Any]:
        planted = Planted(**self.planted)
        points = turning_points(planted)
        carrying = carries(points, planted)
        wins = garden_wins(planted)
        return {
            "verdict": words.verdict(carrying, points, self.guess, wins=wins),
            "turns": words.turn_rows(points, planted, carrying),
        }
