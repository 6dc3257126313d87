"""The checks of a cell's visible part: they say whether each answer has the right form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.check import plain, tables
from weakties.check.calls import function
from weakties.check.choices import option_in
from weakties.check.days import date
from weakties.check.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LIKE_A_RATIO = 2.0
"""Below it, what should be a share may well be one share divided by another."""


class Forms(Ledger):
    """Checks of form; each names the answer and notes what is wrong with it."""

    def number(
        self,
        name: str,
        value: object,
        *,
        unit: str = "",
        between: tuple[float, float] | None = None,
    ) -> None:
        """Check that an answer is one finite number, perhaps within a range that makes sense."""
        self._read(name, value, plain.number, _within_range(unit, between), unit)

    def count(
        self, name: str, value: object, *, between: tuple[float, float] | None = None
    ) -> None:
        """Check that an answer is a whole number of things."""
        in_range = _within_range("", between) if between else _not_negative
        self._read(name, value, plain.count, in_range)

    def share(self, name: str, value: object) -> None:
        """Check that an answer is a share between 0 and 1."""

        def in_unit(found: Any) -> str | None:
            if found > 1:
                return (
                    f"is {plain.shown(found)}, above 1: a share lies between 0 and 1. "
                    f"{_how_above_1(found)}"
                )
            return f"is {plain.shown(found)}: a share is not negative." if found < 0 else None

        self._read(name, value, plain.number, in_unit, "share")

    def choice(self, name: str, value: object, options: Sequence[str]) -> None:
        """Check that an answer is one of the options offered, whatever its case."""
        self._read(name, value, lambda given: option_in(given, options))
        self._answers[name].options = len(options)

    def members(self, name: str, value: object, *, size: int | None = None) -> None:
        """Check that an answer is a set (or list) of ids, perhaps of a given size."""

        def sized(found: Any) -> str | None:
            if size is None or len(found) == size:
                return None
            held = "one element" if len(found) == 1 else f"{len(found)} different elements"
            return f"has {held}: {size} are asked for."

        self._read(name, value, plain.members, sized)

    def date(self, name: str, value: object) -> None:
        """Check that an answer is a date: an ISO text, a date or a Timestamp."""
        self._read(name, value, date)

    def table(self, name: str, value: object, columns: Sequence[str]) -> None:
        """Check that an answer is a table with the columns asked for, in any order."""
        self._read(name, value, lambda given: tables.table(given, columns))

    def function(
        self, name: str, value: object, *, example: Sequence[Any] = (), seconds: float = 2.0
    ) -> None:
        """Check that an answer is a function that can be called with `example`."""

        def works(found: Any) -> None:
            if example:
                self._called(name, found, example, seconds)

        self._read(name, value, function, works)


def _how_above_1(found: float) -> str:
    count = "a count? Divide by the number of all that the share is of."
    if found > 100:
        return f"Is it {count}"
    if found.is_integer():
        return f"Is it a percentage, or {count}"
    ratio = ", or a ratio of two shares" if found < _LIKE_A_RATIO else ""
    return f"Is it a percentage{ratio}?"


def _not_negative(found: float) -> str | None:
    return f"is {plain.shown(found)}: a count is not negative." if found < 0 else None


def _within_range(unit: str, between: tuple[float, float] | None) -> Callable[[Any], str | None]:
    def problem(found: float) -> str | None:
        if between is None or between[0] <= found <= between[1]:
            return None
        low, high = (plain.shown(float(end)) for end in between)
        return (
            f"is {plain.shown(found)}: the right answer lies between {low} and {high} {unit}".strip()
            + "."
        )

    return problem
