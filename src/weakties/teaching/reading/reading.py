"""What one reader made of one text, and the points that follow from it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.teaching.reading.rubric import Rubric

LONGEST_COMMENT = 10_000


class NotReadable(CourseError):
    """A reading that can't be taken; the text says why."""


@dataclass(frozen=True)
class Reading:
    """What somebody made of a text.

    Parameters
    ----------
    given
        For each thing in the rubric, whether it is there; ``None`` where that is not decided yet.
    points
        The points, where they are given as a number.
    comment
        What the learner will read.
    text
        The text as it was when it was read.
    when
        When, in universal time.
    """

    given: tuple[bool | None, ...] = ()
    points: float | None = None
    comment: str = ""
    text: str = ""
    when: str = ""

    @property
    def marks(self) -> tuple[tuple[bool | None, ...], float | None]:
        """Return all that decides about points."""
        return self.given, self.points

    @property
    def is_begun(self) -> bool:
        """Say whether anything is decided that points depend on."""
        return self.points is not None or any(one is not None for one in self.given)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {**asdict(self), "given": list(self.given)}


def reading_from_json(plain: Mapping[str, Any]) -> Reading:
    """Return a reading from its plain JSON values."""
    return Reading(**{**plain, "given": tuple(plain["given"])})


def points_of(reading: Reading, rubric: Rubric) -> float | None:
    """Return the points, or ``None`` until all is decided that they depend on.

    Examples
    --------
    >>> from weakties.teaching.reading.rubric import Rubric
    >>> two = Rubric(("a goal", "a cost"), 2)
    >>> points_of(Reading((True, False)), two), points_of(Reading((True, None)), two)
    (1.0, None)
    """
    if not rubric.criteria:
        return reading.points
    fits = len(reading.given) == len(rubric.criteria)
    if not fits or any(one is None for one in reading.given):
        return None
    return float(sum(bool(one) for one in reading.given))


def reading_sent(sent: Mapping[str, Any], rubric: Rubric, text: str, when: str) -> Reading:
    """Return the reading that a page sent.

    Parameters
    ----------
    sent
        What it sent.
    rubric
        What the text is read for.
    text
        The text that was read.
    when
        The time.

    Raises
    ------
    NotReadable
        If it is no reading of such a text.
    """
    given, points, comment = (sent.get(name) for name in ("given", "points", "comment"))
    if not isinstance(comment, str) or len(comment) > LONGEST_COMMENT:
        raise NotReadable(f"A comment is a text of at most {LONGEST_COMMENT:,} letters.")
    if rubric.criteria:
        if (
            not isinstance(given, list)
            or len(given) != len(rubric.criteria)
            or not all(one is None or isinstance(one, bool) for one in given)
        ):
            raise NotReadable("The rubric has changed: load the page again.")
        return Reading(tuple(given), None, comment, text, when)
    if points is not None:
        is_number = isinstance(points, int | float) and not isinstance(points, bool)
        if not is_number or not 0 <= points <= rubric.most:
            raise NotReadable(f"Points are a number from 0 to {rubric.most:g}.")
        points = float(points)
    return Reading((), points, comment, text, when)
