"""Rules on outcomes: each is told to instructors, prepared in the lesson, assessed in the exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.authoring.layout import facilitation_path
from weakties.authoring.lint.finding import Finding
from weakties.course import CourseError
from weakties.facilitation import facilitation_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material
    from weakties.course import Unit

ENTRY = "course/course.toml"
_CORE = 3


def outcomes(material: Material) -> Iterator[Finding]:
    """Find outcomes that nothing prepares or assesses, and questions that serve none."""
    if not (unit := material.unit) or not unit.outcomes:
        return
    cells = {cell.id for lesson in material.of("lesson") for cell in lesson.cells}
    questions = {question.id for question in unit.questions}
    for outcome in unit.outcomes:
        if not outcome.id.startswith(f"{unit.slug}-"):
            remedy = f"Call it {unit.slug}-{outcome.id}."
            yield Finding(
                ENTRY, outcome.id, "outcomes", "Its id does not begin with its unit.", remedy
            )
        for way, named, there, where in (
            ("prepared", outcome.prepared, cells, "cell of the lesson"),
            ("assessed", outcome.assessed, questions, "question of the unit"),
        ):
            wrong = [name for name in named if name not in there]
            if wrong or not named:
                problem = f"It is {way} by {', '.join(wrong) or 'nothing'}, which is no {where}."
                remedy = f"Name under `{way}` what does it, or leave the outcome out."
                yield Finding(ENTRY, outcome.id, "outcomes", problem, remedy)
    served = {name for outcome in unit.outcomes for name in outcome.assessed}
    for name in (question.id for question in unit.questions if question.id not in served):
        remedy = "Name it under `assessed` of an outcome, or ask something else."
        yield Finding(ENTRY, name, "outcomes", "No outcome is assessed by it.", remedy)
    yield from _told_otherwise(material, unit)


def _told_otherwise(material: Material, unit: Unit) -> Iterator[Finding]:
    """Find pages for instructors that promise other outcomes, or the same in another order."""
    name = facilitation_path(unit.slug)
    try:
        told = facilitation_in((material.course.root / name).read_text(encoding="utf-8")).outcomes
    except (OSError, CourseError):  # another rule says so
        return
    if told != tuple(outcome.words for outcome in unit.outcomes):
        problem = "What they can do afterwards differs from the outcomes in course.toml."
        yield Finding(name, "", "outcomes", problem, "Say both in the same words and order.")


def core(material: Material) -> Iterator[Finding]:
    """Find exercises that do not tell the core of their questions from those that go further."""
    if not (unit := material.unit) or not unit.core:
        return
    if len(unit.core) != _CORE or unit.all_minutes <= unit.exercise_minutes:
        problem = (
            f"{len(unit.core)} questions are its core, and all take {unit.all_minutes} minutes."
        )
        remedy = f"Choose {_CORE}, and give all_minutes above exercise_minutes."
        yield Finding(ENTRY, unit.slug, "core", problem, remedy)
    yield from _untold_core(material, unit)
    if not (solution := material.solution):
        return
    for question in unit.questions:
        text = solution.cell(question.id)
        word = "core" if question.core else "further"
        if question.graded == "auto" and text is not None and f"· {word}*" not in text.source:
            problem = f"course.toml has it as {word}; the text does not say so."
            yield Finding(
                solution.path, question.id, "core", problem, f"Write '· {word}' behind its points."
            )


def _untold_core(material: Material, unit: Unit) -> Iterator[Finding]:
    """Find pages for instructors whose minutes of the exercise do not say what they are for."""
    numbers = [str(n) for n, question in enumerate(unit.questions, start=1) if question.core]
    wanted = f"questions {', '.join(numbers[:-1])} and {numbers[-1]}"
    name = facilitation_path(unit.slug)
    try:
        page = facilitation_in((material.course.root / name).read_text(encoding="utf-8"))
    except (OSError, CourseError):  # another rule says so
        return
    if not any(wanted in part.they for part in page.parts if part.of == "exercise"):
        problem = "Its exercise has the minutes of the core; the row does not name it."
        yield Finding(name, "", "core", problem, f"Write there: {wanted}.")
