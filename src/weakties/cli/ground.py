"""What marks rest on, in a few lines for a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from weakties.grading.stamps.digest import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from weakties.grading.result import Result

_AGAIN = {
    "changed": ("differs from what was graded", "differ from what was graded"),
    "key": ("was graded by an older key", "were graded by an older key"),
    "unknown": (
        "had marks that nothing here vouches for",
        "had marks that nothing here vouches for",
    ),
}


def again_lines(results: Sequence[Result]) -> Iterator[str]:
    """Yield how many were graded again, and why."""
    counts = Counter(result.again for result in results)
    for why, (one, several) in _AGAIN.items():
        if counts[why]:
            yield f"{counts[why]:,} {one if counts[why] == 1 else several}: graded again."


def ground_lines(results: Iterable[Result]) -> Iterator[str]:
    """Yield in which edition, and by which key, what was graded now was graded."""
    grounds = Counter(
        (stamp["edition"], stamp["key"])
        for result in results
        if not result.skipped
        for stamp in result.stamps.values()
    )
    editions = sorted({edition for edition, _ in grounds if edition})
    if editions:
        keys = ", ".join(sorted({key[:SHORT] for edition, key in grounds if edition}))
        yield f"Edition {', '.join(editions)}, key {keys}."
