"""How far somebody is in each unit, and where to go on: pure functions of course and record."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from weakties.counted import points
from weakties.progress.places import Places, places_of

if TYPE_CHECKING:
    from weakties.course import Course, Question, Unit
    from weakties.progress.record import Record

State = Literal["not started", "started", "done"]

_STEP = 5  # minutes to which what is left is rounded up


@dataclass(frozen=True)
class Place:
    """A cell to go on at.

    Parameters
    ----------
    path
        The notebook, below the working folder.
    cell
        The cell's id; empty for the notebook's beginning.
    words
        What is there, for the reader.
    """

    path: str
    cell: str
    words: str

    @property
    def fragment(self) -> str:
        """Return what a link to it ends in."""
        return f"#cell-id={self.cell}" if self.cell else ""


@dataclass(frozen=True)
class Standing:
    """How far somebody is in one unit.

    Parameters
    ----------
    unit
        The unit.
    lesson
        The share of the lesson that lies behind, from 0 to 1.
    done, questions
        How many of the questions that a check answers are done, and how many there are.
    points, of
        Points so far in them, and how many there are to get.
    go_on
        Where to go on; ``None`` once all is done.
    """

    unit: Unit
    lesson: float
    done: int
    questions: int
    points: float
    of: int
    tried: int
    go_on: Place | None

    @property
    def state(self) -> State:
        """Return the one word for it."""
        if self.go_on is None:
            return "done"
        return "started" if self.lesson or self.tried else "not started"

    @property
    def minutes_left(self) -> int:
        """Return about how many minutes are left, rounded up to five."""
        lesson = sum(self.unit.lesson_minutes) / 2 * (1 - self.lesson)
        exercise = sum(self.unit.exercise_minutes) / 2 * (1 - self.done / max(1, self.questions))
        return 0 if self.go_on is None else _STEP * math.ceil((lesson + exercise) / _STEP)

    def as_json(self) -> dict[str, object]:
        """Return it as plain values, for a script."""
        place = self.go_on
        return {
            "unit": self.unit.slug,
            "title": self.unit.title,
            "state": self.state,
            "lesson": round(self.lesson, 2),
            "questions_done": self.done,
            "questions": self.questions,
            "points": self.points,
            "of": self.of,
            "minutes_left": self.minutes_left,
            "go_on": {"path": place.path, "cell": place.cell} if place else None,
        }


def standings(course: Course, record: Record, edition: str) -> tuple[Standing, ...]:
    """Return how far somebody is in each ready unit, in the course's order."""
    return tuple(
        standing(unit, record, edition, places_of(course.root / unit.lesson))
        for unit in course.ready
    )


def standing(unit: Unit, record: Record, edition: str, places: Places) -> Standing:
    """Return how far somebody is in a unit.

    A lesson is followed by its predictions: what lies before the furthest of them is behind. Whoever
    has begun the exercise has left the lesson.
    """
    checked = [question for question in unit.questions if question.graded == "auto"]
    known = {question.id: record.of_question(question.id, edition) for question in checked}
    open_questions = [question for question in checked if not known[question.id].done]
    tried = sum(one.times > 0 for one in known.values())
    share, place = _in_lesson(unit, record, places)
    if tried:
        share, place = 1.0, None
    if place is None:
        place = _in_exercise(unit, open_questions)
    return Standing(
        unit,
        share,
        len(checked) - len(open_questions),
        len(checked),
        sum(one.best for one in known.values()),
        sum(question.points for question in checked),
        tried,
        place,
    )


def where_to_go_on(found: tuple[Standing, ...]) -> Place | None:
    """Return the one place to go on: in the unit that is begun, else in the first that is not.

    ``None`` where nothing is begun yet, and where all is done.
    """
    if all(one.state == "not started" for one in found):
        return None
    begun = [one.go_on for one in found if one.state == "started"]
    waiting = [one.go_on for one in found if one.state == "not started"]
    return next(iter([*begun, *waiting]), None)


def next_question(unit: Unit, question_id: str, record: Record, edition: str) -> Question | None:
    """Return the question to go to after one: the next that is not done, from there in a circle."""
    ids = [question.id for question in unit.questions]
    if question_id not in ids:
        return None
    after = ids.index(question_id) + 1
    for question in (*unit.questions[after:], *unit.questions[:after]):
        if question.id == question_id or record.of_question(question.id, edition).done:
            continue
        if question.graded == "auto" or unit.questions.index(question) >= after:
            return question
    return None


def _in_lesson(unit: Unit, record: Record, places: Places) -> tuple[float, Place | None]:
    """Return the share that is behind, and the next place in the lesson if there is one."""
    if unit.slug in record.looked_back:
        return 1.0, None
    reached = [
        number
        for number, (name, _) in enumerate(places.predictions, start=1)
        if name in record.predictions
    ]
    furthest = max(reached, default=0)
    ends = len(places.predictions)
    if not ends:
        return 0.0, Place(unit.lesson, "", f"the lesson {unit.title}")
    # The look back is a place of its own, so that the last prediction is not yet the end.
    share = furthest / (ends + bool(places.look_back))
    words = f"the lesson {unit.title}"
    if furthest == 0:
        return 0.0, Place(unit.lesson, "", words)
    if furthest < ends:
        return share, Place(
            unit.lesson,
            places.predictions[furthest][1],
            f"{words}, prediction {furthest + 1} of {ends}",
        )
    if places.look_back:
        return share, Place(unit.lesson, places.look_back, f"{words}, the look back at its end")
    return 1.0, None


def _in_exercise(unit: Unit, open_questions: list[Question]) -> Place | None:
    if not open_questions:
        return None
    question = open_questions[0]
    number = [one.id for one in unit.questions].index(question.id) + 1
    return Place(
        unit.exercise,
        question.id,
        f"the exercise {unit.title}, question {number}: {question.title}",
    )


def in_words(found: Standing) -> str:
    """Return how far somebody is in a unit, as a phrase."""
    got = points(found.points, found.of)
    if found.state == "not started":
        return f"not started, {points(found.of)} to get"
    if found.state == "done":
        return f"done, {got}"
    if not found.tried:
        return f"lesson begun, {found.lesson:.0%}" if found.lesson < 1 else "lesson done"
    return f"{found.done} of {found.questions} questions done, {got}"
