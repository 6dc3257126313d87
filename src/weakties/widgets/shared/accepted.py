"""What several widgets take from the front end in the same way, or refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.shared.base import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping


def numbers_within(value: object, limits: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """Return a whole number for every name, each within its limits.

    Parameters
    ----------
    value
        What the front end sent.
    limits
        The least and the most of each.

    Raises
    ------
    RefusedError
        If it is anything else.
    """
    if not isinstance(value, dict) or set(value) != set(limits):
        raise RefusedError("Every slider has a number.")
    for name, (low, high) in limits.items():
        if type(value[name]) is not int or not low <= value[name] <= high:
            raise RefusedError(f"{name} lies between {low} and {high}.")
    return value
