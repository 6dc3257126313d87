"""What a check says about one attempt at a question: states, findings, points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """The four things a check can say, with the words a learner reads."""

    NOT_ATTEMPTED = "Not attempted"
    NOT_YET = "Not yet"
    ERROR = "Error"
    DONE = "Done"


class Kind(Enum):
    """What a finding is about; every kind but `FINE` keeps an answer from its points."""

    BLANK = "blank"
    FORM = "form"
    VALUE = "value"
    WAITS = "waits"
    ERROR = "error"
    FINE = "fine"


@dataclass(frozen=True)
class Finding:
    """One sentence about one answer.

    Parameters
    ----------
    answer
        The name of the variable, or ``None`` where the finding is about the whole question.
    kind
        What it is about.
    message
        A sentence that names the variable, what was seen and where to look.
    """

    answer: str | None
    kind: Kind
    message: str


@dataclass(frozen=True)
class Verdict:
    """The outcome of one attempt.

    Parameters
    ----------
    question
        The question's id.
    title
        The question's title, or an empty text where the course lists none.
    points
        What a full answer is worth.
    earned
        What this attempt is worth, between 0 and `points`.
    findings
        One or more sentences for every answer.
    compared
        Whether the values were compared with the key, or only their form was looked at.
    edition
        The edition of the data; empty where it is not known.
    meaning
        What the right answer says about the world, in a sentence; told with *Done* alone.
    """

    question: str
    title: str
    points: float
    earned: float
    findings: tuple[Finding, ...]
    compared: bool
    edition: str = ""
    meaning: str = ""

    @property
    def state(self) -> State:
        """Return the one word for all findings together."""
        kinds = {finding.kind for finding in self.findings}
        if Kind.ERROR in kinds:
            return State.ERROR
        if kinds == {Kind.BLANK}:
            return State.NOT_ATTEMPTED
        if kinds <= {Kind.FINE}:
            return State.DONE
        return State.NOT_YET
