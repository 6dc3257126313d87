"""The course as data: units, questions and ways through, read from ``course/course.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from weakties.content import content_root

if TYPE_CHECKING:
    from pathlib import Path


Graded = Literal["auto", "by hand"]
"""Who grades a question: its check, or a person with a rubric."""


class CourseError(ValueError):
    """The table of contents contradicts itself, or a name in it does not exist."""


@dataclass(frozen=True)
class Question:
    """One graded item of an exercise.

    Parameters
    ----------
    id
        Its name in notebooks and the gradebook, such as ``photo-q2``.
    title
        What it is about, in a few words.
    points
        What a full answer is worth.
    graded
        ``"auto"`` by a check cell, or ``"by hand"`` with a rubric.
    core
        Whether it is one of the three to do first, where a unit has such.
    """

    id: str
    title: str
    points: int
    graded: Graded = "auto"
    core: bool = False

    @property
    def unit(self) -> str:
        """Return the slug of the unit it belongs to."""
        return self.id.rpartition("-")[0]


@dataclass(frozen=True)
class Outcome:
    """What somebody can do after a unit.

    Parameters
    ----------
    id
        Its name, such as ``quality-sources``.
    words
        What it is, as the page for instructors says it.
    prepared
        Ids of the lesson's cells that lead to it.
    assessed
        Ids of the questions that show it.
    """

    id: str
    words: str
    prepared: tuple[str, ...]
    assessed: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """One topic of the course: a lesson, an exercise and their data.

    Minutes are ``(least, most)``; ids of claims, contradictions and evidence are those of
    ``course.toml``; a widget has the name of its folder. A unit that is not `ready` is announced
    once it has a `tension`; before, only its authors know of it. Where some questions are the core,
    `exercise_minutes` are theirs, with the reflection, and `all_minutes` those of all questions.
    """

    slug: str
    title: str
    tension: str
    ready: bool
    lesson_minutes: tuple[int, int] = (0, 0)
    exercise_minutes: tuple[int, int] = (0, 0)
    all_minutes: tuple[int, int] = (0, 0)
    claims: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    widgets: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def core(self) -> tuple[Question, ...]:
        """Return the questions to do first, where there are such."""
        return tuple(question for question in self.questions if question.core)

    @property
    def points(self) -> int:
        """Return the points of all its questions together."""
        return sum(question.points for question in self.questions)

    @property
    def minutes(self) -> tuple[int, int]:
        """Return the least and the most minutes of lesson and exercise together."""
        return (
            self.lesson_minutes[0] + self.exercise_minutes[0],
            self.lesson_minutes[1] + self.exercise_minutes[1],
        )

    @property
    def lesson(self) -> str:
        """Return the path of its lesson below the content root."""
        return f"course/{self.slug}/lesson.ipynb"

    @property
    def exercise(self) -> str:
        """Return the path of its exercise below the content root."""
        return f"exercises/{self.slug}/{self.slug}.ipynb"

    @property
    def solution(self) -> str:
        """Return the path of its solution, the source of the exercise, below the content root."""
        return f"solutions/{self.slug}/{self.slug}.ipynb"


@dataclass(frozen=True)
class Way:
    """A way through the course for some of its learners.

    Parameters
    ----------
    title
        What it is called.
    whom
        For whom it is, and why these units: a sentence.
    units
        The units that it takes, in its order.
    """

    title: str
    whom: str
    units: tuple[Unit, ...]

    @property
    def minutes(self) -> tuple[int, int]:
        """Return the least and the most minutes of its units together."""
        least = sum(unit.minutes[0] for unit in self.units)
        most = sum(unit.minutes[1] for unit in self.units)
        return least, most


@dataclass(frozen=True)
class Course:
    """The whole table of contents, units in their order, and the ways through them."""

    title: str
    subtitle: str
    root: Path
    units: tuple[Unit, ...] = field(default=())
    ways: tuple[Way, ...] = field(default=())

    @property
    def ready(self) -> tuple[Unit, ...]:
        """Return the units that can be studied today."""
        return tuple(unit for unit in self.units if unit.ready)

    @property
    def announced(self) -> tuple[Unit, ...]:
        """Return the units that a learner hears of: those that are ready, and those to come."""
        return tuple(unit for unit in self.units if unit.ready or unit.tension)

    def unit(self, slug: str) -> Unit:
        """Return the ready unit called `slug`.

        Raises
        ------
        CourseError
            If no such unit is ready; the message names those that are.
        """
        return _called(slug, self.ready)

    def listed(self, slug: str) -> Unit:
        """Return the unit called `slug`, ready or still being written.

        Raises
        ------
        CourseError
            If the table of contents lists no such unit; the message names those that it does.
        """
        return _called(slug, self.units)

    def teaching(self, claim_id: str) -> tuple[Unit, ...]:
        """Return the ready units that teach a claim or a contradiction."""
        return tuple(
            unit for unit in self.ready if claim_id in (*unit.claims, *unit.contradictions)
        )

    def question(self, question_id: str) -> Question:
        """Return the question called `question_id`.

        Raises
        ------
        CourseError
            If no unit has such a question.
        """
        for unit in self.units:
            for question in unit.questions:
                if question.id == question_id:
                    return question
        raise CourseError(f"course.toml lists no question '{question_id}'.")


@cache
def load_course(root: Path | None = None) -> Course:
    """Read the table of contents.

    Parameters
    ----------
    root
        The folder that holds ``course/``; by default the course that came with weakties.

    Raises
    ------
    CourseError
        If ``course.toml`` cannot be read or contradicts itself.
    """
    root = root or content_root()
    path = root / "course" / "course.toml"
    try:
        contents = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    return course_in(contents, root)


def course_in(contents: bytes, root: Path) -> Course:
    """Return the course whose table of contents is `contents`.

    Raises
    ------
    CourseError
        If it is not valid TOML or contradicts itself.
    """
    try:
        table = tomllib.loads(contents.decode("utf-8"))
        units = tuple(_unit(entry) for entry in table["units"])
        ways = tuple(_way(entry, units) for entry in table.get("ways", ()))
        course = Course(table["title"], table["subtitle"], root, units, ways)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(f"course.toml is not valid TOML: {error}.") from None
    except KeyError as error:
        raise CourseError(f"course.toml lacks the entry {error}.") from None
    except TypeError as error:
        raise CourseError(
            f"course.toml lacks an entry or has one that nobody reads: {error}."
        ) from None
    _refuse_contradictions(course)
    return course


def _called(slug: str, units: tuple[Unit, ...]) -> Unit:
    for unit in units:
        if unit.slug == slug:
            return unit
    known = ", ".join(unit.slug for unit in units)
    raise CourseError(f"There is no unit '{slug}'. The units are: {known}.")


def _unit(entry: dict[str, Any]) -> Unit:
    questions = tuple(Question(**question) for question in entry.get("questions", ()))
    outcomes = tuple(Outcome(**_lists(outcome)) for outcome in entry.get("outcomes", ()))
    return Unit(**{**_lists(entry), "outcomes": outcomes, "questions": questions})


def _lists(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry whose lists nobody can change."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def _way(entry: dict[str, Any], units: tuple[Unit, ...]) -> Way:
    title, slugs = entry["title"], entry["units"]
    if not isinstance(slugs, list) or not slugs:
        raise CourseError(
            f"The way '{title}' leads nowhere: list the slugs of its units, such as "
            'units = ["photo"].'
        )
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise CourseError(f"The way '{title}' takes '{slug}' twice: list it once.")
    ready = tuple(unit for unit in units if unit.ready)
    try:
        taken = tuple(_called(slug, ready) for slug in slugs)
    except CourseError as error:
        raise CourseError(
            f"The way '{title}' takes a unit that is unknown or not ready. {error}"
        ) from None
    return Way(**{**entry, "units": taken})


def _refuse_contradictions(course: Course) -> None:
    slugs = [unit.slug for unit in course.units]
    ids = [question.id for unit in course.units for question in unit.questions]
    for name in {name for name in [*slugs, *ids] if [*slugs, *ids].count(name) > 1}:
        raise CourseError(f"course.toml names '{name}' twice.")
    for unit in course.ready:
        if not unit.questions:
            raise CourseError(f"The unit '{unit.slug}' is ready but has no questions.")
        for question in unit.questions:
            if question.unit != unit.slug:
                raise CourseError(
                    f"'{question.id}' stands under '{unit.slug}': its id must begin with the slug."
                )
            points: object = question.points
            if type(points) is not int or points <= 0:
                raise CourseError(f"'{question.id}' needs whole points above 0.")
            if question.graded not in get_args(Graded):
                raise CourseError(f'\'{question.id}\' is graded either "auto" or "by hand".')
