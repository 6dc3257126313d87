"""What the keys of a unit's checks come to: worked out once in each edition, for all the answers there.

Dozens of answers meet one check. The engine that grades a class has its key worked out with the
instructor's solution alone, and every learner's answers compared with what came of it; so it is here.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from weakties.check.reckoned import known, taken_down
from weakties.data.editions import OPEN
from weakties.grading.verdict.keys import reads_of_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.check.reckoned import Reckoned

_reads_of_key = cache(reads_of_key)


class Keys:
    """What the keys of some checks come to."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Reckoned]] = {}
        """By check cell, then by edition."""

    @contextmanager
    def with_the_solution(self, check: str) -> Iterator[None]:
        """Take down what the key of a check comes to here, while the check runs in this block."""
        reads = _reads_of_key(check)
        if reads is None:
            yield
            return
        with taken_down(reads) as notes:
            yield
        if notes.taken:
            # Tables are large, and of the other editions only the open one is asked for again.
            kept = {name: one for name, one in self._of(check).items() if name == OPEN}
            self._known[check] = {**kept, notes.taken.edition: notes.taken}

    @contextmanager
    def with_an_answer(self, check: str) -> Iterator[None]:
        """Have a check that runs in this block repeat what its key is known to come to."""
        with known(*self._of(check).values()):
            yield

    def _of(self, check: str) -> dict[str, Reckoned]:
        return self._known.get(check, {})
