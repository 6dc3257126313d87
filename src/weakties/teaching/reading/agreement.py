"""How well two readers agree on what both have read, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.grading.report.words import number
from weakties.measures import cohens_kappa
from weakties.pages.html import page_html, report_html
from weakties.pages.section import Fact, Grid, Section
from weakties.teaching.reading.reading import points_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weakties.grading.report.entries import Key
    from weakties.measures import Kappa
    from weakties.teaching.reading.exercise import Question
    from weakties.teaching.reading.reading import Reading
    from weakties.teaching.reading.view import View

_FEW = 20
_TITLE = "How well the readers agree"


@dataclass(frozen=True)
class Twice:
    """A text that two people have read, as it is now."""

    number: int
    names: tuple[str, str]
    readings: tuple[Reading, Reading]


def read_twice(view: View, key: Key, question: Question) -> list[Twice]:
    """Return the texts of a question of which both readings are whole and of the text as it is now."""
    found = []
    for place, share in view.shares.items():
        if (place.notebook, place.cell) != key or not share.second:
            continue
        names = share.first, share.second
        both = [view.readings.get((place, name)) for name in names]
        first, second = both
        if first is None or second is None:
            continue
        whole = all(points_of(one, question.rubric) is not None for one in (first, second))
        if whole and first.text == second.text == view.texts[place].text:
            found.append(Twice(share.number, names, (first, second)))
    return sorted(found, key=lambda one: one.number)


def kappas(question: Question, twice: Sequence[Twice]) -> Iterator[tuple[str, Kappa]]:
    """Yield how well two readers agree on each thing of the rubric, and on the points."""
    for place, criterion in enumerate(question.rubric.criteria):
        first, second = (
            [one.readings[who].given[place] or False for one in twice] for who in (0, 1)
        )
        yield criterion, cohens_kappa(first, second)
    first_points, second_points = (
        [points_of(one.readings[who], question.rubric) or 0.0 for one in twice] for who in (0, 1)
    )
    yield "the points", cohens_kappa(first_points, second_points, most=question.rubric.most)


def agreement_lines(view: View, questions: Mapping[Key, Question]) -> Iterator[str]:
    """Yield how many texts two people have read and how well they agree, for a terminal."""
    for key, question in questions.items():
        twice = read_twice(view, key, question)
        due = sum(
            bool(share.second) and (place.notebook, place.cell) == key
            for place, share in view.shares.items()
        )
        if due:
            yield f"{question.item.label}: {len(twice)} of {due} read by two."
        for name, found in kappas(question, twice) if twice else ():
            yield f"  {name}: {_in_words(found)}"


def agreement_page(view: View, questions: Mapping[Key, Question], assignment: str) -> str:
    """Return a page on how well the readers agree, without names of learners."""
    sections = [
        section for key, question in questions.items() if (section := _section(view, key, question))
    ]
    opening = (
        "<p class='short'>Cohen's kappa: 1 is full agreement, 0 what chance alone would bring. "
        "The first reader's points count.</p>"
    )
    if not sections:
        opening += (
            "<p class='private'>No text has been read by two people yet. Set second_percent under "
            "[reading] in cohort.toml, with two [[readers]] or more.</p>"
        )
    title = f"{_TITLE}: {assignment}"
    return page_html(title, report_html(title, opening, sections))


def _section(view: View, key: Key, question: Question) -> Section | None:
    twice = read_twice(view, key, question)
    if not twice:
        return None
    found = list(kappas(question, twice))
    apart = [one for one in twice if one.readings[0].marks != one.readings[1].marks]
    return Section(
        question.item.label,
        "Would another reader have given the same points?",
        tuple(Fact(_kappa(one), name, _sure(one)) for name, one in found),
        (f"{len(twice)} texts were read by two people; in {len(apart)} of them they differ.",),
        grids=(Grid("Where they differ", _COLUMNS, [_row(one, question) for one in apart]),)
        if apart
        else (),
        cannot_tell=(
            "Two readers can agree and both be mistaken. "
            + (f"With fewer than {_FEW} texts the interval is wide. " if len(twice) < _FEW else "")
            + "Kappa falls where nearly all texts get the same mark, even if the readers agree."
        ),
        next_step=(
            "Talk about the texts where you differ, sharpen the words of the rubric, and let the "
            "first reader change what you both find should be changed."
            if apart
            else "Read on: nothing differs so far."
        ),
    )


_COLUMNS = ("Text", "First reader", "Second reader", "What the first said", "What the second said")


def _row(one: Twice, question: Question) -> tuple[str, ...]:
    first, second = (
        f"{name}: {number(points_of(read, question.rubric))}{_which(read, question)}"
        for name, read in zip(one.names, one.readings, strict=True)
    )
    return (f"{one.number}", first, second, *(read.comment for read in one.readings))


def _which(read: Reading, question: Question) -> str:
    missing = [
        name for name, given in zip(question.rubric.criteria, read.given, strict=False) if not given
    ]
    return f" (not given: {'; '.join(missing)})" if missing else ""


def _in_words(found: Kappa) -> str:
    sure = _sure(found)
    return f"kappa {_kappa(found)}, {sure}" if found.kappa is not None else sure


def _kappa(found: Kappa) -> str:
    return "–" if found.kappa is None else f"{found.kappa:.2f}".replace("-", "−")


def _sure(found: Kappa) -> str:
    agreed = f"they agree in {100 * found.observed:.0f}% of {found.n}"
    if found.low is None or found.high is None:
        return f"no kappa: all got the same; {agreed}"
    low, high = (f"{end:.2f}".replace("-", "−") for end in (found.low, found.high))
    return f"95% interval {low} to {high}; {agreed}"
