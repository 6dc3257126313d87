"""In every edition, a catalogued wrong answer stands well apart from the right one.

And it is told what it is told in the open edition: a sentence names one cause only where no other
known mistake leads to that value, and else all of them, this one among them.
"""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from data.keys_once import KeysOnce, compares_only
from weakties.authoring import prove
from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.authoring.apart import TIMES_THE_TOLERANCE, VALUES
from weakties.check import plain
from weakties.check.attempt import Attempt
from weakties.check.comparisons import UNRECOGNIZED
from weakties.check.verdict import Kind
from weakties.content import content_root
from weakties.course import load_course

# The last one's first draw is not clear, so its generator has to draw again.
EDITIONS = [*prove.EDITIONS, *(f"apart-{i:02d}" for i in range(18)), "x-99"]
# A workbook has no data of its own, and nothing in it is right or wrong.
UNITS = [unit.slug for unit in load_course().ready if unit.datasets]
ANSWERS = {
    question: catalogue
    for unit in UNITS
    for question, catalogue in read_catalogue(catalogue_path(content_root(), unit)).items()
}
QUESTIONS = [
    pytest.param(
        question, marks=pytest.mark.xdist_group(f"answers of {question.partition('-')[0]}")
    )
    for question in ANSWERS
]
SEEN: dict[str, dict[str, dict[str, float]]] = {}
"""The right number of each answer in each edition, by question: a question's editions run together."""


@pytest.fixture(scope="module")
def cells():
    return all_cells()


@cache
def all_cells():
    notebooks = [
        json.loads((content_root() / load_course().unit(unit).solution).read_text("utf-8"))
        for unit in UNITS
    ]
    return {
        cell["id"]: "".join(cell["source"]) for notebook in notebooks for cell in notebook["cells"]
    }


@cache
def keys():
    ending = "-check"
    checks = {
        name.removesuffix(ending): cell
        for name, cell in all_cells().items()
        if name.endswith(ending)
    }
    return KeysOnce(checks)


@pytest.fixture
def compared(monkeypatch):
    """Return where the key's numbers are noted: answer to right value and tolerance."""
    keys().put_into(monkeypatch)
    noted = {}
    close = Attempt.close

    def noting(self, name, value, reference, *, within, **more):
        # The first time is in this edition; a wrong answer is held to the open one's key after it.
        noted.setdefault(name, (float(reference), within))
        close(self, name, value, reference, within=within, **more)

    monkeypatch.setattr(Attempt, "close", noting)
    return noted


def run(*sources):
    """Run cells one after the other, and return their names."""
    names = {}
    for source in sources:
        exec(source, names)  # noqa: S102
    return names


def wrong_number(names, compared):
    """Return by how many tolerances each number is off that is not simply right."""
    off = {}
    for name, (reference, within) in compared.items():
        try:
            value = plain.number(names[name])
        except plain.NotPlain:
            continue
        difference = abs(value - reference)
        if difference > 1e-9:
            off[name] = difference / within if within else float("inf")
    return off


def attempted(question, wrong):
    """Return the names after a wrong answer and its check."""
    cells = all_cells()
    starter = cells[f"{question}-answer"].partition("### BEGIN SOLUTION")[0]
    return run(starter, wrong.code, cells[f"{question}-check"])


def causes(verdict):
    """Return what each wrong answer is told to have come from, one cause or several."""
    found = {}
    for finding in verdict.findings:
        _, _, said = finding.message.partition(": ")
        if finding.kind is Kind.VALUE and UNRECOGNIZED not in said:
            said = re.sub(r"^.*One way to (get there|come near): ", "", said)
            said = said.removeprefix("several slips lead to this value. Either ")
            each = {re.sub(r"\d[\d.,]*", "#", one) for one in said.split(" Or ")}
            found[finding.answer] = {one for one in each if "in edition" not in one}
    return found


@cache
def causes_in_the_open_edition(question):
    """Return for each catalogued mistake what it is told, by its name."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WEAKTIES_EDITION", "open")
        return {
            wrong.name: causes(attempted(question, wrong)["q"].verdict)
            for wrong in ANSWERS[question].wrong
        }


# All questions of a unit in one edition, then the next: they share its tables.
@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_right_answers_earn_all_and_each_wrong_one_its_points_its_sentence_and_its_distance(
    question, edition, cells, compared, monkeypatch
):
    monkeypatch.setenv("WEAKTIES_EDITION", edition)
    solution, check = cells[f"{question}-answer"], cells[f"{question}-check"]
    starter = solution.partition("### BEGIN SOLUTION")[0]

    right = [run(solution, check), *(run(starter, code, check) for code in ANSWERS[question].right)]
    for names in right:
        assert names["q"].verdict.earned == names["q"].points
    for name, (reference, _) in compared.items():
        seen = SEEN.setdefault(question, {}).setdefault(name, {})
        seen[edition] = reference
        # Else a cohort could copy an earlier one's answers.
        assert len(seen) < len(EDITIONS) or len(set(seen.values())) >= VALUES, name

    for wrong in ANSWERS[question].wrong:
        names = attempted(question, wrong)
        verdict = names["q"].verdict
        messages = " ".join(finding.message for finding in verdict.findings)
        assert (verdict.earned, wrong.says in messages) == (wrong.points, True), (
            f"{wrong.name}: {verdict}"
        )
        for name, distance in wrong_number(names, compared).items():
            assert distance > TIMES_THE_TOLERANCE, f"{wrong.name}: {name}"
        elsewhere = causes_in_the_open_edition(question)[wrong.name]
        for name, told in causes(verdict).items():
            there = elsewhere.get(name)
            assert not told or not there or told & there, f"{wrong.name}: {name}: {told} or {there}"


def test_every_question_that_is_graded_automatically_is_catalogued(cells):
    checks = {cell.removesuffix("-check") for cell in cells if cell.endswith("-check")}
    assert checks == set(ANSWERS)


@pytest.mark.parametrize(
    ("key", "once"),
    [
        ('q.close("x", x, 1, within=0)', True),
        ('q.close("x", x, 1 if x else 2, within=0)', False),
        ('q.close("x", 2 * x, 1, within=0)', False),
        ('q.close("x", y, 1, within=0)', False),
        ('q.close("x", x, 1, within=0, slips=lambda: [(x, "it is yours.")])', False),
    ],
)
def test_a_key_is_worked_out_once_only_if_it_looks_at_no_answer(key, once):
    cell = f"""
with question("x-q1", points=1) as q:
    q.number("x", x)
    q.number("y", y)
    @q.key
    def key():
        {key}
"""
    assert compares_only(cell) is once
