"""What the outputs of a check are worth, read as nbgrader reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.grading.verdict.outputs import decides

if TYPE_CHECKING:
    from weakties.grading.job import CellRun


@dataclass(frozen=True)
class Standing:
    """What a check gives.

    Parameters
    ----------
    points
        Its points; more than there are where the check itself is wrong.
    failed
        Whether it stopped with an error or wrote on stderr, which counts where there are no points.
    """

    points: float
    failed: bool

    def __lt__(self, other: Standing) -> bool:
        return self._rank < other._rank

    @property
    def _rank(self) -> tuple[float, bool]:
        return self.points, not self.failed

    def words(self, most: float) -> str:
        """Return it in a few words.

        Examples
        --------
        >>> Standing(1.5, failed=False).words(2), Standing(0, failed=True).words(0)
        ('1.5 of 2', '0 of 0, with an error')
        """
        counted = f"{self.points:g} of {most:g}"
        return f"{counted}, with an error" if self.failed else counted


def standing_of(run: CellRun, points: float) -> Standing:
    """Return what a check gives.

    Parameters
    ----------
    run
        What it came to.
    points
        What it is worth.
    """
    for output in run.outputs:
        if not decides(output):
            continue
        if output["output_type"] == "execute_result":
            return Standing(_partial(output["data"].get("text/plain", ""), points), run.failed)
        return Standing(0.0, failed=True)
    return Standing(0.0 if run.failed else points, run.failed)


def _partial(text: object, points: float) -> float:
    plain = text[0] if isinstance(text, list) and len(text) == 1 else text
    try:
        number = float(plain)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return points
    return number if number >= 0 else points
