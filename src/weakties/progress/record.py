"""What all lines together come to: a fold, line by line, with nothing read or written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weakties.progress.first_choices import choices_compared
from weakties.progress.spacing import Waiting, after, day_of

if TYPE_CHECKING:
    from datetime import datetime

    from weakties.progress.first_choices import FirstChoice
    from weakties.progress.lines import Answer, Line

DONE = "Done"
_WHOLE = ("Not yet", DONE)


@dataclass
class Tried:
    """What is known of one question, in one edition of the data.

    Parameters
    ----------
    times
        How often its check ran on an answer.
    best, of
        The most points so far, and what a full answer is worth.
    done
        Whether a check ever said so.
    last
        The last run of its check that all answers were there for.
    in_a_row
        For each answer and kind of finding, how many of the last tries had it without a break.
    """

    times: int = 0
    best: float = 0.0
    of: float = 0.0
    done: bool = False
    last: Line | None = None
    in_a_row: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Take one run of its check into account."""
        told = line.told
        self.times += told["attempt"]
        if told["state"] not in _WHOLE:
            return
        self.best, self.of = max(self.best, float(told["points"])), float(told["of"])
        self.done = self.done or told["state"] == DONE
        self.last = line
        found = {
            (str(finding[0]), str(finding[1]))
            for finding in told["said"]
            if isinstance(finding, list) and len(finding) == 3 and finding[1] != "fine"
        }
        self.in_a_row = {key: self.in_a_row.get(key, 0) + 1 for key in found}


@dataclass
class Foretold:
    """One prediction: what was asked, said, and what came out, once that was looked at."""

    name: str
    asked: str
    answer: Answer
    sure: int
    result: Answer | None = None
    right: bool | None = None


@dataclass
class Record:
    """What a learner did so far.

    Parameters
    ----------
    tried
        Each question by edition and id.
    attempted
        Questions that were tried in any edition.
    first_choices
        How the first try at each choice went, in whatever edition, by question and answer.
    hints
        For each question, the furthest hint that was looked at.
    solutions
        Questions whose worked answer was looked at.
    predictions
        By name; the first one counts.
    looked_back
        Units whose end was reached.
    came_of_it
        What came of the decision of a unit, once that was asked; empty where nobody answered.
    no_questions
        Whether the learner wants never to be asked that.
    recalled
        Where each card is that was asked, by its id.
    last
        The latest moment.
    broken, later
        How many lines could not be read, and how many a later version wrote.
    """

    tried: dict[tuple[str, str], Tried] = field(default_factory=dict)
    attempted: set[str] = field(default_factory=set)
    first_choices: dict[tuple[str, str], FirstChoice] = field(default_factory=dict)
    hints: dict[str, int] = field(default_factory=dict)
    solutions: set[str] = field(default_factory=set)
    predictions: dict[str, Foretold] = field(default_factory=dict)
    looked_back: set[str] = field(default_factory=set)
    came_of_it: dict[str, str] = field(default_factory=dict)
    no_questions: bool = False
    recalled: dict[str, Waiting] = field(default_factory=dict)
    last: datetime | None = None
    broken: int = 0
    later: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is known yet."""
        return self.last is None

    def add(self, line: Line) -> None:
        """Take one line into account."""
        told = line.told
        if self.last is None or line.at > self.last:
            self.last = line.at
        if line.what == "check":
            self._add_check(line)
        elif line.what == "hint":
            question = told["question"]
            self.hints[question] = max(self.hints.get(question, 0), told["step"])
        elif line.what == "solution":
            self.solutions.add(told["question"])
        elif line.what == "prediction":
            self._add_prediction(
                Foretold(told["name"], told["asked"], told["answer"], told["sure"])
            )
        elif line.what == "outcome":
            self._add_outcome(line)
        elif line.what == "looked back":
            self.looked_back.add(told["unit"])
        elif line.what == "came of it":
            self.came_of_it[told["unit"]] = told["words"]
        elif line.what == "recalled":
            before = self.recalled.get(told["card"])
            self.recalled[told["card"]] = after(before, told["went"], day_of(line.at))
        else:
            self.no_questions = True

    def _add_check(self, line: Line) -> None:
        told = line.told
        if told["attempt"]:
            self.attempted.add(told["question"])
        for choice in choices_compared(line, self.solutions):
            self.first_choices.setdefault((choice.question, choice.answer), choice)
        key = (told["edition"], told["question"])
        if key not in self.tried:
            self.tried[key] = Tried()
        self.tried[key].add(line)

    def _add_prediction(self, new: Foretold) -> None:
        before = self.predictions.get(new.name)
        if before is None or before.asked != new.asked:
            # Whoever rewrites a question asks another one.
            self.predictions[new.name] = new

    def _add_outcome(self, line: Line) -> None:
        foretold = self.predictions.get(line.told["name"])
        if foretold is not None:
            foretold.result, foretold.right = line.told["result"], line.told["right"]

    def of_question(self, question: str, edition: str) -> Tried:
        """Return what is known of a question in an edition."""
        return self.tried.get((edition, question)) or Tried()
