"""What a question's catalogued answers come to in an edition, held to what they must."""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from weakties.authoring.answers import Catalogue, Wrong, catalogue_path, read_catalogue
from weakties.authoring.apart import TIMES_THE_TOLERANCE
from weakties.authoring.in_process import names_after, run, starter
from weakties.authoring.keys import Keys
from weakties.check import plain
from weakties.check.attempt import Attempt
from weakties.check.comparisons import UNRECOGNIZED
from weakties.check.verdict import Kind, Verdict
from weakties.content import content_root
from weakties.course import load_course
from weakties.data.editions import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

# A workbook has no data of its own, and nothing in it is right or wrong.
UNITS = [unit.slug for unit in load_course().ready if unit.datasets]


@dataclass
class Held:
    """What a question's answers came to in an edition.

    Parameters
    ----------
    values
        The key's number for each answer that is one.
    problems
        What is not as it must be, a line for each.
    """

    values: dict[str, float] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


@cache
def answers_of(unit: str) -> dict[str, Catalogue]:
    """Return the catalogued answers of a unit by question."""
    return read_catalogue(catalogue_path(content_root(), unit))


@cache
def cells_of(unit: str) -> dict[str, str]:
    """Return the cells of a unit's exercise, key included, by their ids."""
    notebook = json.loads((content_root() / load_course().unit(unit).solution).read_text("utf-8"))
    return {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}


def held(question: str, edition: str) -> Held:
    """Return what a question's answers come to in an edition.

    Right ones earn everything. Each wrong one earns its points, is told its sentence, is off by more
    than 20 tolerances where it is off at all, and is told the cause that it is told in the open edition.
    """
    unit = question.partition("-")[0]
    answers, elsewhere, found = answers_of(unit)[question], _causes_in_the_open(question), Held()
    with _in_edition(edition) as compared:
        for code in (None, *answers.right):
            verdict = _attempted(question, code)["q"].verdict
            if verdict.earned != verdict.points:
                found.problems.append(f"{question} in {edition}, right {code!r}: {verdict}")
        found.values = {name: right for name, (right, _) in compared.items()}
        for wrong in answers.wrong:
            names = _attempted(question, wrong.code)
            problems = (
                *_told_amiss(wrong, names["q"].verdict, elsewhere[wrong.name]),
                *_too_near(names, compared),
            )
            found.problems += [
                f"{question} in {edition}, '{wrong.name}': {one}" for one in problems
            ]
    return found


def _told_amiss(wrong: Wrong, verdict: Verdict, elsewhere: dict[str, set[str]]) -> Iterator[str]:
    messages = " ".join(finding.message for finding in verdict.findings)
    if verdict.earned != wrong.points or wrong.says not in messages:
        yield f"not {wrong.points:g} points and '{wrong.says}' but {verdict}"
    for name, told in _causes(verdict).items():
        there = elsewhere.get(name)
        if told and there and not told & there:
            yield f"of {name} {told} is said here, and {there} in the open edition"


def _too_near(names: dict[str, Any], compared: dict[str, tuple[float, float]]) -> Iterator[str]:
    """Yield the numbers that are neither right nor well apart from what is."""
    for name, (right, within) in compared.items():
        try:
            off = abs(plain.number(names[name]) - right)
        except plain.NotPlain:
            continue
        if off > 1e-9 and within and off / within <= TIMES_THE_TOLERANCE:
            yield f"{name} is off by {off / within:.3g} tolerances only"


@contextmanager
def _in_edition(edition: str) -> Iterator[dict[str, tuple[float, float]]]:
    """Use an edition; yield the numbers that keys compare with, and their tolerances, as they come."""
    noted: dict[str, tuple[float, float]] = {}
    close = Attempt.close

    def noting(
        self: Attempt, name: str, value: object, reference: Any, *, within: float, **more: Any
    ) -> None:
        # The first time is in this edition; a wrong answer is held to the open one's key after it.
        noted.setdefault(name, (float(reference), within))
        close(self, name, value, reference, within=within, **more)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(Attempt, "close", noting)
        with patch.dict(os.environ, {"WEAKTIES_EDITION": edition}):
            yield noted


_keys_of = cache(lambda _unit: Keys())


def _attempted(question: str, code: str | None) -> dict[str, Any]:
    """Return the names after an answer and its check; without a code the solution is the answer."""
    unit = question.partition("-")[0]
    keys, cells = _keys_of(unit), cells_of(unit)
    answer, check = cells[f"{question}-answer"], cells[f"{question}-check"]
    names = names_after(answer) if code is None else names_after(starter(answer), code)
    with keys.with_the_solution(check) if code is None else keys.with_an_answer(check):
        run(check, names)
    return names


def _causes(verdict: Verdict) -> dict[str, set[str]]:
    """Return what each wrong answer is told to have come from, one cause or several."""
    found = {}
    for finding in verdict.findings:
        _, _, said = finding.message.partition(": ")
        if finding.answer and finding.kind is Kind.VALUE and UNRECOGNIZED not in said:
            said = re.sub(r"^.*One way to (get there|come near): ", "", said)
            said = said.removeprefix("several slips lead to this value. Either ")
            each = {re.sub(r"\d[\d.,]*", "#", one) for one in said.split(" Or ")}
            found[finding.answer] = {one for one in each if "in edition" not in one}
    return found


@cache
def _causes_in_the_open(question: str) -> dict[str, dict[str, set[str]]]:
    """Return for each catalogued mistake what it is told, by its name."""
    unit = question.partition("-")[0]
    with _in_edition(OPEN):
        _attempted(question, None)
        return {
            wrong.name: _causes(_attempted(question, wrong.code)["q"].verdict)
            for wrong in answers_of(unit)[question].wrong
        }
