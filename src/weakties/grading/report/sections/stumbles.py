"""What learners stumbled over: the sentences they met, and the values they had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.check.verdict import Kind
from weakties.command import in_course
from weakties.grading.report.words import people, percent, plain
from weakties.pages.section import Grid, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.report.report import Report

_KINDS = {
    Kind.VALUE: "wrong value",
    Kind.FORM: "wrong form",
    Kind.ERROR: "error",
    Kind.BLANK: "left blank",
    Kind.WAITS: "not looked at yet",
}


def no_findings(assignment: str) -> str:
    """Return why nothing can be said of what the answers held, and how to get it."""
    return (
        "Nothing is noted of what the answers held: this gradebook was filled by nbgrader itself, "
        f"or graded again since. `{in_course(f'grade {assignment} --force')}` grades it with notes."
    )


def stumbles(report: Report) -> Iterator[Section]:
    """Yield what checks said and which values were wrong; without notes, how to get some."""
    title, question = "What they stumbled over", "Which wrong ideas are common enough to teach?"
    if not report.has_findings:
        yield Section(
            title,
            question,
            words=(no_findings(report.entries.assignment),),
            next_step="Grade with notes.",
        )
        return
    yield Section(
        title,
        question,
        grids=tuple(_met_grids(report)),
        cannot_tell="What a learner thought: a sentence answers the value, and two ideas may lead to one value.",
        next_step=_idea_to_teach(report),
    )
    yield Section(
        "Wrong values",
        "Which values came up again and again?",
        words=("Numbers that agree in four digits are counted as one value.",),
        grids=tuple(_value_grids(report)),
        cannot_tell="Which values were tried before: only what was handed in was seen.",
        next_step=_value_to_look_at(report),
    )


def _met_grids(report: Report) -> Iterator[Grid]:
    for figures in report.items:
        rows = [
            (
                "left blank" if one.kind is Kind.BLANK else plain(one.sentence),
                ", ".join(map(plain, one.answers)),
                _KINDS[one.kind],
                f"{one.learners:,}",
                percent(one.learners / figures.graded if figures.graded else None),
            )
            for one in report.met_at(figures.item)
        ]
        if rows:
            columns = ("The check's sentence", "Answers", "About", "Learners", "Of those graded")
            yield Grid(figures.item.label, columns, rows)


def _idea_to_teach(report: Report) -> str:
    ideas = [one for one in report.met if one.is_misconception]
    if not ideas:
        return "Look at the wrong values below: no check knew an idea behind one."
    first = max(ideas, key=lambda one: one.learners)
    return f"Talk about this one first ({first.item.label}, {people(first.learners)}): {plain(first.sentence)}"


def _value_grids(report: Report) -> Iterator[Grid]:
    for figures in report.items:
        rows = [
            (
                plain(one.value),
                plain(one.answer),
                f"{one.learners:,}",
                plain(one.sentence) or "no sentence knows it",
            )
            for one in report.wrong_values_at(figures.item)
        ]
        if rows:
            columns = ("Value", "Answer", "Learners", "What the check said")
            yield Grid(f"{figures.item.label}: values", columns, rows)


def _value_to_look_at(report: Report) -> str:
    unknown = [one for one in report.wrong_values if not one.sentence and one.learners > 1]
    if not unknown:
        return "Nothing to do: each value that more than one learner had is answered by its own sentence."
    first = max(unknown, key=lambda one: one.learners)
    return (
        f"Find out what leads to {plain(first.answer)} = {plain(first.value)} "
        f"({first.item.label}, {people(first.learners)}): no sentence answers it yet."
    )
