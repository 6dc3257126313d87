"""Whether a prediction was right, by one plain rule, and keeping that for the look back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.lesson.numbers import plain_number
from weakties.lesson.prediction.commitment import commitment_to
from weakties.progress import Line, here

if TYPE_CHECKING:
    from weakties.lesson.prediction.asked import Asked
    from weakties.lesson.prediction.comparison import Comparison
    from weakties.lesson.prediction.curve_comparison import CurveComparison

RULE = (
    "A choice is right if it is the one that came out. A number is right if it lies in the "
    "result's interval, or within a tenth of the range that was asked for; where no range was "
    "asked for, within a fifth of the result. A drawn curve is right if more than half of its "
    "points are."
)


def is_right(
    asked: Asked,
    answer: float | str,
    result: float | str,
    interval: tuple[float, float] | None = None,
) -> bool:
    """Say whether an answer counts as right, by `RULE`.

    Examples
    --------
    >>> from weakties.lesson.prediction import Asked
    >>> dress = Asked("photo-dress", "How many?", unit="points", between=(-5, 5))
    >>> is_right(dress, 1.5, 0.94), is_right(dress, 3, 0.94)
    (True, False)
    """
    if isinstance(answer, str) or isinstance(result, str):
        return answer == result
    if interval and interval[0] <= answer <= interval[1]:
        return True
    if plain_number(answer) == plain_number(result):
        return True
    low, high = asked.between or (0.0, 2 * abs(result))
    # A result that was read off a table makes this a boolean of NumPy's, which no record holds.
    return bool(abs(answer - result) <= (high - low) / 10)


def keep_outcome(comparison: Comparison | CurveComparison) -> None:
    """Note what came out beside a guess; what is known already is not noted again."""
    asked, result = comparison.asked, comparison.result
    if commitment_to(asked) is None:
        return
    if not isinstance(result, str):
        result = float(result)
    right = comparison.right
    kept = here()
    known = kept.record.predictions.get(asked.name)
    if known is None or (known.result, known.right) != (result, right):
        kept.note(Line.now("outcome", name=asked.name, result=result, right=right))
