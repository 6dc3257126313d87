"""Every catalogued audit, filled in well or badly, gets what it must in three editions.

Of an own export, the sample and a copy that names nobody; of one with nobody in it, a broken and an
absent one. ``author prove`` grades the same answers through the whole engine.
"""

from __future__ import annotations

import json
import re

import pytest

from weakties.authoring.answers import catalogue_path, read_catalogue, variants_of
from weakties.authoring.prove import EDITIONS
from weakties.content import content_root
from weakties.course import load_course
from weakties.linkedin.audit import report_on

UNIT = load_course().unit("capstone")
ANSWERS = read_catalogue(catalogue_path(content_root(), UNIT.slug))
CELLS = {
    cell["id"]: "".join(cell["source"])
    for cell in json.loads((content_root() / UNIT.solution).read_text("utf-8"))["cells"]
}


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request, tmp_path_factory):
    """Return the sample's report in an edition, in a folder where answers may write exports."""
    with pytest.MonkeyPatch.context() as here:
        here.setenv("WEAKTIES_EDITION", request.param)
        here.chdir(tmp_path_factory.mktemp(request.param))
        yield report_on("sample")


def verdict(question, code, audit):
    starter = CELLS[f"{question}-answer"].partition("### BEGIN SOLUTION")[0]
    names = {"audit": audit}
    for source in (starter, code, CELLS[f"{question}-check"]):
        exec(source, names)  # noqa: S102
    return names["q"].verdict


@pytest.mark.parametrize("question", ANSWERS)
def test_each_audit_gets_its_points_and_its_sentence(question, edition):
    points = load_course().question(question).points
    names = re.findall(r"^(\w+) = \.\.\.", CELLS[f"{question}-answer"], re.MULTILINE)
    for variant in variants_of(question, points, ANSWERS[question], names):
        found = verdict(question, variant.code, edition)
        said = " ".join(finding.message for finding in found.findings)
        assert (found.earned, variant.says in said) == (variant.points, True), (
            f"{variant.name}: {found}"
        )


@pytest.mark.parametrize("question", ANSWERS)
def test_the_solution_earns_all_and_a_blank_nothing(question, edition):
    whole = CELLS[f"{question}-answer"]

    assert verdict(question, whole, edition).earned == load_course().question(question).points
    assert verdict(question, "", edition).earned == 0
