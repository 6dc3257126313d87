"""Reading what people answered: a table with a row for each, from paper or from any form tool."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.teaching.survey.questionnaire import LETTERS, SCALE

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.teaching.survey.questionnaire import Form, Questionnaire, When


@dataclass(frozen=True)
class Answers:
    """What a group answered at one time.

    Parameters
    ----------
    people
        How many rows there were.
    right
        By item, for each answer whether it was right; blanks are left out.
    agreed
        By statement, each answer from 1 to 5.
    unread
        By item or statement, how many answers could not be read.
    """

    people: int
    right: dict[str, tuple[bool, ...]]
    agreed: dict[str, tuple[int, ...]]
    unread: dict[str, int]


class AnswersError(CourseError):
    """Answers that can't be read; the text says what to mend."""


def answers_at(path: Path, asked: Questionnaire, when: When) -> Answers:
    """Read answers from a CSV file; see `answers_in`.

    Raises
    ------
    AnswersError
        If it is no such table.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise AnswersError(f"{path} can't be read: save it as CSV in UTF-8.") from None
    return answers_in(text, asked, when, path.name)


def answers_in(text: str, asked: Questionnaire, when: When, name: str = "the table") -> Answers:
    """Read answers; of each row only what stands under a question of ours is looked at.

    A column is headed by an item's id or by its question's text, an answer is a choice's letter or
    its text, and for a statement a number from 1 to 5 or its word.

    Parameters
    ----------
    text
        The CSV, with commas or semicolons.
    asked
        What was asked.
    when
        Which of its forms.
    name
        What the table is called, for messages.

    Raises
    ------
    AnswersError
        If no column is one of ours, or one is there twice.
    """
    first = text.partition("\n")[0]
    rows = list(
        csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    )
    heads = [_plain(cell) for cell in (rows[0] if rows else [])]
    forms = {item.id: item.at(when) for item in asked.items}
    columns = {one: _column(heads, one, form.text, name) for one, form in forms.items()}
    scales = {one.id: _column(heads, one.id, one.text, name) for one in asked.statements}
    if all(column is None for column in (*columns.values(), *scales.values())):
        raise AnswersError(
            f"{name} has no column of the questionnaire {when} the workshop. Its first line holds "
            "the questions as they were printed, or their ids, such as "
            f"{next(iter((*forms, *scales)), 'none')}."
        )
    people = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    read = {
        one: [_choice(cell, forms[one]) for cell in _cells(people, at)]
        for one, at in columns.items()
    }
    agreed = {one: [_degree(cell) for cell in _cells(people, at)] for one, at in scales.items()}
    return Answers(
        len(people),
        {
            one: tuple(c == forms[one].right for c in got if c is not None)
            for one, got in read.items()
        },
        {one: tuple(d for d in got if d is not None) for one, got in agreed.items()},
        {one: got.count(None) for one, got in (read | agreed).items() if None in got},
    )


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _column(heads: list[str], one: str, text: str, name: str) -> int | None:
    """Return where the answers to a question stand."""
    found = [n for n, head in enumerate(heads) if head in (_plain(one), _plain(text))]
    if len(found) > 1:
        raise AnswersError(f"{name} has two columns for {one}: leave one.")
    return found[0] if found else None


def _cells(people: list[list[str]], column: int | None) -> list[str]:
    """Return what was written under a question; blanks are no answers."""
    if column is None:
        return []
    cells = (row[column].strip() for row in people if column < len(row))
    return [cell for cell in cells if cell]


def _choice(cell: str, form: Form) -> int | None:
    said = _plain(cell)
    choices = [_plain(choice) for choice in form.choices]
    if said in choices:
        return choices.index(said)
    letters = LETTERS[: len(form.choices)]
    return letters.index(said) if len(said) == 1 and said in letters else None


def _degree(cell: str) -> int | None:
    if cell.casefold() in SCALE:
        return SCALE.index(cell.casefold()) + 1
    return int(cell) if cell in {"1", "2", "3", "4", "5"} else None
