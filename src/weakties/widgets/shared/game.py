"""Widgets that ask for a prediction, are then played in stages, and can be begun again."""

from __future__ import annotations

from abc import abstractmethod

import traitlets

from weakties.widgets.shared.base import RefusedError, Widget


class Game(Widget, has_view=False):
    """Ask for a prediction; accept moves only after it; begin again when told so.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits.
    restart
        How often the learner began again.
    ask, view
        What stands in the questions, and what is on show now: its stage and what belongs to it.
    """

    prediction = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)
    restart = traitlets.Int(0, read_only=True).tag(sync=True)

    ask = traitlets.Dict(read_only=True).tag(sync=True)
    view = traitlets.Dict(read_only=True).tag(sync=True)

    @abstractmethod
    def accept_prediction(self, value: object) -> object:
        """Return a valid prediction, or refuse it."""

    @abstractmethod
    def accept_move(self, name: str, value: object) -> object:
        """Return a valid input after the prediction, or refuse it."""

    def accept(self, name: str, value: object) -> object:
        """Return a valid input, or refuse it."""
        if name == "restart":
            if type(value) is not int or value != self.restart + 1:
                raise RefusedError("A new start is counted one by one.")
            return value
        if name == "prediction":
            if self.prediction is not None:
                raise RefusedError("A prediction is made once.")
            return self.accept_prediction(value)
        if self.prediction is None:
            raise RefusedError("All else comes after the prediction.")
        return self.accept_move(name, value)
