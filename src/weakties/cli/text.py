"""Lists of names that stay short on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.report.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 8


def listed(names: Sequence[str]) -> str:
    """Return names as a list, the first few of them if there are many.

    Examples
    --------
    >>> listed(["ann", "bo"])
    'ann, bo'
    >>> listed([f"n{number}" for number in range(12)])
    'n0, n1, n2, n3, n4, n5, n6, n7 and 4 more'
    """
    few = ", ".join(map(plain, names[:_FEW]))
    more = len(names) - _FEW
    return f"{few} and {more:,} more" if more > 0 else few
