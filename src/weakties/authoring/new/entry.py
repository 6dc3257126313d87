"""The entry of a new unit in course.toml: written at its end, or into one that plans the unit."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from weakties.authoring.new.wanted import NotLaidOut, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS = 2
REFLECTION_POINTS = 3
_NEW = """
[[units]]
slug = {slug}
title = {title}
tension = ""  # what the essays disagree about; learners see the unit on the map from then on
ready = false
"""
_REST = """lesson_minutes = [0, 0]  # least and most, as the lesson's headings add up to
exercise_minutes = [0, 0]
claims = []  # of the essays, such as "E3.4"
contradictions = []  # between claims, such as "C5"
evidence = []  # cards in evidence.toml, such as "R42"
datasets = [{dataset}]
widgets = [{widget}]
"""
_QUESTION = """
[[units.questions]]
id = {id}
title = ""  # what it is about, without the answer
points = {points}
"""


def question_ids(wanted: Wanted) -> list[str]:
    """Return the ids of the questions that a check grades."""
    return [f"{wanted.slug}-q{number}" for number in range(1, wanted.questions + 1)]


def reflection_id(wanted: Wanted) -> str:
    """Return the id of the question that a person reads."""
    return f"{wanted.slug}-reflection"


def with_entry(contents: str, wanted: Wanted, *, planned: bool) -> str:
    """Return the table of contents with the unit in it.

    Parameters
    ----------
    contents
        The text of course.toml.
    wanted
        The unit.
    planned
        Whether an entry is there, which then keeps its words and its place.

    Raises
    ------
    NotLaidOut
        If the planned entry does not have the line after which the rest belongs.
    """
    rest = "".join(_rest(wanted))
    if not planned:
        head = _NEW.format(slug=json.dumps(wanted.slug), title=_text(wanted.title.strip()))
        return f"{contents.rstrip()}\n{head}{rest}"
    ready = re.compile(
        rf'^slug = "{wanted.slug}"$(?:\n(?!\[\[units\]\]).*)*?\nready = false[^\n]*\n', re.MULTILINE
    )
    found = ready.search(contents if contents.endswith("\n") else f"{contents}\n")
    if not found:
        raise NotLaidOut(
            f"The entry of '{wanted.slug}' in course.toml has no line 'ready = false'. Add it below "
            "its tension."
        )
    return f"{contents[: found.end()].rstrip()}\n{rest}{contents[found.end() :]}"


def _rest(wanted: Wanted) -> Iterator[str]:
    yield _REST.format(
        dataset=json.dumps(wanted.dataset_name), widget=json.dumps(wanted.widget_name)
    )
    for id_ in question_ids(wanted):
        yield _QUESTION.format(id=json.dumps(id_), points=POINTS)
    last = _QUESTION.format(id=json.dumps(reflection_id(wanted)), points=REFLECTION_POINTS)
    yield f'{last}graded = "by hand"\n'


def _text(words: str) -> str:
    """Return words as a text in TOML, which writes them as JSON does."""
    return json.dumps(words, ensure_ascii=False)
