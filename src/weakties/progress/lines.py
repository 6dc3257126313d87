"""One line of the learner's record: an event with its time, as text and back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, cast

from weakties.progress.spacing import WENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VERSION = 1
"""Of the lines that are written here; it grows when a known kind changes, not when one is added."""

What = Literal[
    "check",
    "hint",
    "solution",
    "prediction",
    "outcome",
    "looked back",
    "came of it",
    "no questions",
    "recalled",
]
"""What happened."""

Answer = float | str

_NEEDED: dict[str, dict[str, type | tuple[type, ...]]] = {
    "check": {
        "question": str,
        "edition": str,
        "state": str,
        "points": (int, float),
        "of": (int, float),
        "compared": bool,
        "attempt": bool,
        "said": list,
    },
    "hint": {"question": str, "step": int},
    "solution": {"question": str},
    "prediction": {"name": str, "asked": str, "answer": (int, float, str), "sure": int},
    "outcome": {"name": str, "result": (int, float, str), "right": bool},
    "looked back": {"unit": str},
    "came of it": {"unit": str, "words": str},
    "no questions": {},
    "recalled": {"card": str, "went": str},
}


_DECODER = json.JSONDecoder()


class NotALine(ValueError):
    """A text that is no line of the record, or not a whole one."""


class FromALaterVersion(NotALine):
    """A line that a later weakties wrote: of a later version, or of a kind not known here."""


@dataclass(frozen=True)
class Line:
    """One event.

    Parameters
    ----------
    what
        What happened.
    at
        When, with its time zone.
    told
        The rest, as ``docs/progress.md`` says for each kind.
    """

    what: What
    at: datetime
    told: dict[str, Any] = field(default_factory=dict)

    @staticmethod
    def now(what: What, **told: object) -> Line:
        """Return a line about what happens at this moment."""
        return Line(what, datetime.now(UTC).replace(microsecond=0), told)

    def as_text(self) -> str:
        r"""Return the line as it stands in the file, without a line break.

        Examples
        --------
        >>> Line("solution", datetime(2026, 10, 3, 9, tzinfo=UTC), {"question": "photo-q1"}).as_text()
        '{"v": 1, "at": "2026-10-03T09:00:00+00:00", "what": "solution", "question": "photo-q1"}'
        """
        whole = {"v": VERSION, "at": self.at.isoformat(), "what": self.what, **self.told}
        return json.dumps(whole, ensure_ascii=False)

    @staticmethod
    def from_text(text: str) -> Line:
        """Return the line that a text holds.

        Raises
        ------
        FromALaterVersion
            If a later weakties wrote it.
        NotALine
            If it is broken, or says too little.
        """
        try:
            whole = _DECODER.decode(text)
            version, at, what = whole.pop("v"), whole.pop("at"), whole.pop("what")
            if isinstance(version, int) and version > VERSION:
                raise FromALaterVersion(text[:80])
            when = datetime.fromisoformat(at)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            if isinstance(error, FromALaterVersion):
                raise
            raise NotALine(text[:80]) from None
        if version != VERSION or type(what) is not str or when.tzinfo is None:
            raise NotALine(text[:80])
        if what not in _NEEDED:
            # A new kind of line leaves the others as they are, so the version stays.
            raise FromALaterVersion(text[:80])
        for name, kind in _NEEDED[what].items():
            if not isinstance(whole.get(name), kind):
                raise NotALine(text[:80])
        if what == "recalled" and whole["went"] not in WENT:
            raise NotALine(text[:80])
        return Line(cast("What", what), when, whole)


def check_line(
    question: str,
    *,
    edition: str,
    state: str,
    points: float,
    of: float,
    compared: bool,
    attempt: bool,
    said: Sequence[tuple[str | None, str, str]],
    choices: Mapping[str, int] | None = None,
) -> Line:
    """Return the line for one run of a check.

    Parameters
    ----------
    question, edition
        Which question, about which data.
    state
        The verdict's word.
    points, of
        Earned, and what a full answer is worth.
    compared
        Whether values were compared, or only their form was looked at.
    attempt
        Whether any answer was given.
    said
        Each finding: the answer's name, its kind, its sentence.
    choices
        The answers that are choices, and of how many options.
    """
    findings = [list(finding) for finding in said]
    more = {"choices": dict(choices)} if choices else {}
    return Line.now(
        "check",
        question=question,
        edition=edition,
        state=state,
        points=points,
        of=of,
        compared=compared,
        attempt=attempt,
        said=findings,
        **more,
    )
