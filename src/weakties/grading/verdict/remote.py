"""A learner's function as a check sees it: it can be called, and runs where the learner's code runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


class Caller(Protocol):
    """What carries a call over."""

    def call(self, number: int, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call a function by its number."""


class RemoteFunction:
    """A function that runs elsewhere.

    Parameters
    ----------
    caller
        Carries a call over.
    number
        The function's number there.
    name, doc
        What it says it is called, and what it does.
    """

    def __init__(self, caller: Caller, number: int, name: str, doc: str) -> None:
        self._caller = caller
        self._number = number
        self.__name__ = self.__qualname__ = name or "function"
        self.__doc__ = doc or None

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call the function where it is."""
        return self._caller.call(self._number, arguments, named)

    def __deepcopy__(self, _memo: object) -> RemoteFunction:
        return self

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


def numbers_of(values: Mapping[str, Any]) -> dict[int, str]:
    """Return the names of those values that are functions elsewhere, by their numbers there."""
    functions = {name: one for name, one in values.items() if isinstance(one, RemoteFunction)}
    return {vars(one)["_number"]: name for name, one in functions.items()}
