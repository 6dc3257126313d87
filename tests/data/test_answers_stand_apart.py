"""In every edition, a catalogued wrong answer stands well apart from the right one."""

from __future__ import annotations

import json

import pytest

from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.check import plain
from weakties.check.attempt import Attempt
from weakties.content import content_root
from weakties.course import load_course

# The last one's first draw is not clear, so its generator has to draw again.
EDITIONS = ["open", *(f"apart-{i:02d}" for i in range(20)), "x-99"]
UNITS = [unit.slug for unit in load_course().ready]
ANSWERS = {
    question: catalogue
    for unit in UNITS
    for question, catalogue in read_catalogue(catalogue_path(content_root(), unit)).items()
}
TIMES_THE_TOLERANCE = 20


@pytest.fixture(scope="module")
def cells():
    notebooks = [
        json.loads((content_root() / load_course().unit(unit).solution).read_text("utf-8"))
        for unit in UNITS
    ]
    return {
        cell["id"]: "".join(cell["source"]) for notebook in notebooks for cell in notebook["cells"]
    }


@pytest.fixture
def compared(monkeypatch):
    """Return where the key's numbers are noted: answer to right value and tolerance."""
    noted = {}
    close = Attempt.close

    def noting(self, name, value, reference, *, within, **more):
        noted[name] = (float(reference), within)
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


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("question", ANSWERS)
def test_right_answers_earn_all_and_each_wrong_one_its_points_its_sentence_and_its_distance(
    question, edition, cells, compared, monkeypatch
):
    monkeypatch.setenv("WEAKTIES_EDITION", edition)
    solution, check = cells[f"{question}-answer"], cells[f"{question}-check"]
    starter = solution.partition("### BEGIN SOLUTION")[0]

    right = [run(solution, check), *(run(starter, code, check) for code in ANSWERS[question].right)]
    for names in right:
        assert names["q"].verdict.earned == names["q"].points

    for wrong in ANSWERS[question].wrong:
        names = run(starter, wrong.code, check)
        verdict = names["q"].verdict
        messages = " ".join(finding.message for finding in verdict.findings)
        assert (verdict.earned, wrong.says in messages) == (wrong.points, True), (
            f"{wrong.name}: {verdict}"
        )
        for name, distance in wrong_number(names, compared).items():
            assert distance > TIMES_THE_TOLERANCE, f"{wrong.name}: {name}"


def test_every_question_that_is_graded_automatically_is_catalogued(cells):
    checks = {cell.removesuffix("-check") for cell in cells if cell.endswith("-check")}
    assert checks == set(ANSWERS)
