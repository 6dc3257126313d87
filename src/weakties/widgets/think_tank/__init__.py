"""The think tank: pick twelve of sixty to ask, then see what they bring and why."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar

import traitlets

from weakties.data.editions import current_edition
from weakties.joined import tell_played
from weakties.widgets.shared.base import RefusedError, Widget
from weakties.widgets.think_tank import rows, words
from weakties.widgets.think_tank.asking import MOST_EXPECTED, ask_of, fallback_of
from weakties.widgets.think_tank.model import PLACES, Assumptions, Gauges, gauges, novelty_of
from weakties.widgets.think_tank.network import network_of
from weakties.widgets.think_tank.people import sixty
from weakties.widgets.think_tank.presets import PRESETS, best_connected, most_diverse, spreads
from weakties.widgets.think_tank.search import best_found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.widgets.shared.fallback import Fallback

__all__ = ["ThinkTank"]

CHOICES_TO_TRY = 3
SURENESS = range(1, 6)
NOBODY = Gauges(0, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0)


class ThinkTank(Widget):
    """Ask for twelve people and what they will bring; then open gauges to play with.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits, then ``{"picks": […], "expected": 8, "sure": 4}``.
    picks
        The ids that are picked now.
    assumptions
        What the expectation rests on, by the names of `model.Assumptions`.
    tried
        How many other choices of twelve the learner has looked at.
    """

    inputs: ClassVar[tuple[str, ...]] = ("prediction", "picks", "assumptions")
    pieces: ClassVar[tuple[str, ...]] = ("sociogram", "picker")

    prediction = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    picks = traitlets.List(read_only=True).tag(sync=True)
    assumptions = traitlets.Dict(read_only=True).tag(sync=True)

    ask = traitlets.Dict(read_only=True).tag(sync=True)
    desk = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    network = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    reveal = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._edition = current_edition()
        self._world = sixty(self._edition)
        self._spreads = spreads(self._world)
        self._presets = {name: preset.choose(self._world) for name, preset in PRESETS.items()}
        self._tried: dict[tuple[str, ...], str] = {}
        self.put(assumptions=asdict(Assumptions()), ask=ask_of(self._world, self._presets))

    @property
    def assumed(self) -> Assumptions:
        """Return the assumptions as the rules take them."""
        return Assumptions(**self.assumptions)

    @property
    def tried(self) -> int:
        """Return how many choices of twelve other than the committed one were looked at."""
        return len(self._tried)

    @property
    def now(self) -> Gauges | None:
        """Return what the current choice amounts to; nothing before the prediction."""
        return self._gauges(self.picks) if self.prediction else None

    def new_things(self, others: Iterable[int]) -> list[float]:
        """Return what twelve from so many other industries bring in a month, for each number.

        They are the twelve that the slider picks, under the assumptions that are set now.
        """
        chosen = ([self._world.people[pick] for pick in self._spreads[n]] for n in others)
        return [novelty_of(self._world, people, self.assumed).total for people in chosen]

    def accept(self, name: str, value: object) -> object:
        """Return a valid input, or refuse it."""
        if name == "prediction":
            return self._accept_prediction(value)
        if self.prediction is None:
            raise RefusedError("The gauges open after the prediction.")
        if name == "picks":
            return self._accept_picks(value)
        return _accept_assumptions(value)

    def react(self, name: str) -> None:
        """Show what the choice brings now."""
        if name == "prediction":
            self.put(picks=self.prediction["picks"], network=network_of(self._world))
        mine, chosen = tuple(self.prediction["picks"]), tuple(self.picks)
        if len(chosen) == PLACES and chosen != mine:
            self._tried.setdefault(chosen, self._label(chosen))
        now, first = self._gauges(chosen), self._gauges(mine)
        if name == "prediction":
            tell_played("think-tank", [], [self.prediction["expected"], first.novelty])
        left = max(0, CHOICES_TO_TRY - self.tried)
        self.put(
            desk={
                "verdict": words.verdict(
                    self.prediction["expected"],
                    self.prediction["sure"],
                    gauges(self._world, mine, Assumptions()),
                ),
                "gauges": rows.gauge_rows(now, self.assumed),
                "others": now.industries,
                "status": words.status(now, first, is_mine=chosen == mine),
                "locked": words.still_locked(left),
                "header": rows.HEADER,
                "rows": [
                    rows.comparison_row("Your first twelve", first),
                    *(
                        rows.comparison_row(label, self._gauges(picks))
                        for picks, label in self._tried.items()
                    ),
                ],
            }
        )
        if not left:
            self.put(reveal=self._reveal())

    def fallback(self) -> Fallback:
        """Return the question with the sixty by industry."""
        return fallback_of(self._world)

    def _reveal(self) -> dict[str, Any]:
        found = best_found(self._edition, self.assumed)
        choices = {
            "Your first twelve": self.prediction["picks"],
            **{PRESETS[name].label: picks for name, picks in self._presets.items()},
            "The best that a search finds": found,
        }
        connected, diverse = best_connected(self._world), most_diverse(self._world)
        return {
            "moral": words.moral(
                self._gauges(connected), self._gauges(diverse), self._gauges(found)
            ),
            "attention": words.attention(self._gauges(found)),
            "names": words.names([self._world.people[pick] for pick in found]),
            "picks": list(found),
            "header": rows.HEADER,
            "rows": [
                rows.comparison_row(label, self._gauges(picks)) for label, picks in choices.items()
            ],
        }

    def _gauges(self, picks: Iterable[str]) -> Gauges:
        chosen = tuple(picks)
        return gauges(self._world, chosen, self.assumed) if chosen else NOBODY

    def _label(self, chosen: tuple[str, ...]) -> str:
        for name, picks in self._presets.items():
            if picks == chosen:
                return PRESETS[name].label
        if chosen in self._spreads:
            return words.spread_over(self._spreads.index(chosen))
        own = sum(label.startswith("Your choice") for label in self._tried.values())
        return f"Your choice {own + 2}"

    def _accept_picks(self, value: object) -> list[str]:
        if (
            not isinstance(value, list)
            or len(value) > PLACES
            or not all(isinstance(pick, str) and pick in self._world.people for pick in value)
            or len(set(value)) != len(value)
        ):
            raise RefusedError("Picks are up to twelve different people of the sixty.")
        return sorted(value)

    def _accept_prediction(self, value: object) -> dict[str, object]:
        if self.prediction is not None:
            raise RefusedError("A prediction is made once.")
        match value:
            case {
                "picks": list(picks),
                "expected": int() | float() as expected,
                "sure": int(sure),
            } if (
                len(chosen := self._accept_picks(picks)) == PLACES
                and not isinstance(expected, bool)
                and math.isfinite(expected)
                and 0 <= expected <= MOST_EXPECTED
                and sure in SURENESS
                and not isinstance(sure, bool)
            ):
                return {"picks": chosen, "expected": expected, "sure": sure}
        raise RefusedError("A prediction is twelve people, a number, and how sure the learner is.")


def _accept_assumptions(value: object) -> dict[str, int]:
    if not isinstance(value, dict) or set(value) != set(words.SETTINGS):
        raise RefusedError("Assumptions name every setting.")
    for name, (_, least, most, _) in words.SETTINGS.items():
        number = value[name]
        if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= most:
            raise RefusedError(f"{name} is a whole number from {least} to {most}.")
    return dict(value)
