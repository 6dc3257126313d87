"""The code that explains why answers are alike: what the exercise, its hints and its lesson show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from weakties.check.hints import hints_of
from weakties.course import CourseError, load_course
from weakties.grading.nbg.reading import Unreadable, notebook_at
from weakties.grading.nbg.release import without_hidden
from weakties.teaching.alike.fingerprints import grams
from weakties.teaching.alike.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCED = re.compile(r"^(```|~~~)[^\n]*\n(.*?)^\1", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")


def runs_in(codes: Iterator[str]) -> set[int]:
    """Return the hashes of all runs of tokens in some pieces of code."""
    return {one for code in codes for one in grams([token.text for token in tokens_of(code)])}


def code_of(notebook: Any, *without: tuple[str, str]) -> Iterator[str]:
    """Yield the code that a notebook shows: its code cells, and what its texts quote.

    Parameters
    ----------
    notebook
        The notebook.
    without
        What begins and what ends each part that learners do not see.
    """
    for cell in notebook.cells:
        if cell.cell_type == "code":
            yield shown_of(cell.source, *without)
        elif cell.cell_type == "markdown":
            yield from quoted_in(cell.source)


def shown_of(source: str, *without: tuple[str, str]) -> str:
    r"""Return what of a cell lies outside of some marked parts.

    Examples
    --------
    >>> shown_of("x = ...\n# BEGIN\nx = 1\n# END", ("BEGIN", "END"))
    'x = ...'
    """
    for begin, end in without:
        source = without_hidden(source, begin, end)
    return source


def quoted_in(text: str) -> Iterator[str]:
    """Yield the code that a Markdown text quotes.

    Examples
    --------
    >>> list(quoted_in("Try `x.mean()`."))
    ['x.mean()']
    """
    for fenced in _FENCED.finditer(text):
        yield fenced[2]
    for span in _SPAN.finditer(text):
        yield span[1]


def lesson_code(assignment: str) -> Iterator[str]:
    """Yield the code of the unit's lesson; none for an assignment that is no unit of the course."""
    try:
        course = load_course()
        lesson = notebook_at(course.root / course.unit(assignment).lesson)
    except (CourseError, FileNotFoundError, Unreadable):
        return
    yield from code_of(lesson)


def hint_code(assignment: str, question: str) -> Iterator[str]:
    """Yield the code that the hints of a question quote."""
    try:
        load_course().unit(assignment)
    except (CourseError, FileNotFoundError):
        return
    for hint in hints_of(assignment).get(question, ()):
        yield from quoted_in(hint)
