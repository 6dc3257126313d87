"""An audit of a learner's own network is graded on a machine where the learner's export is not."""

from __future__ import annotations

import copy

import pytest

from grading.courses import catalogued, hand_in, unit_course
from weakties.authoring.prove.graded import graded_of
from weakties.course import load_course
from weakties.grading.run import grade

UNIT = load_course().unit("capstone")
STEPS = [question.id for question in UNIT.questions if question.graded == "auto"][:-1]
REPORT = "from weakties.linkedin.audit import one_page, report_on\n\naudit = report_on({!r})\naudit"


def with_cells(notebook, sources):
    """Return a copy of a notebook in which some cells say something else."""
    changed = copy.deepcopy(notebook)
    for cell in changed["cells"]:
        cell["source"] = sources.get(cell["id"], cell["source"])
    return changed


def typed(solution, number):
    """Return the answers of a solution with one number typed into every step."""
    found = {}
    for cell in solution["cells"]:
        if cell["id"].removesuffix("-answer") in STEPS and cell["id"].endswith("-answer"):
            lines = "".join(cell["source"]).splitlines()
            found[cell["id"]] = "\n".join(
                f"{line.partition(' = ')[0]} = {number}" if "report[" in line else line
                for line in lines
            )
    return found


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    root = unit_course(tmp_path_factory.mktemp("audit"), "capstone")
    submissions = catalogued(root, "capstone")
    solution = submissions["solution"]
    own = {**typed(solution, 77), "capstone-report": REPORT.format("C:/Downloads/mine.zip")}
    wrote = {"capstone-reflection-answer": "I stop reading the feed, because …"}
    work = {
        "blank": submissions["blank"],
        "sample": solution,
        "own": with_cells(solution, {**own, **wrote}),
        "mixed": with_cells(solution, typed(solution, 77)),
        "unfinished": with_cells(submissions["blank"], {"capstone-report": own["capstone-report"]}),
    }
    for learner, notebook in work.items():
        hand_in(root, learner, notebook, "capstone")
    results = {result.learner: result for result in grade(root, "capstone")}
    found = graded_of(root, UNIT, work)
    return {learner: (found[learner], results[learner]) for learner in work}


def points(graded, learner):
    return sum(graded[learner][0].points.values())


def test_an_honest_audit_of_an_own_export_loses_nothing_where_the_export_is_not(graded):
    found, _ = graded["own"]

    assert points(graded, "own") == 9
    for step in STEPS:
        assert "not compared: “mine.zip” is not on this machine" in found.messages[step]


def test_its_reflection_waits_for_a_person(graded):
    assert graded["own"][1].state == "needs review"


def test_an_audit_of_the_sample_is_compared_with_the_sample(graded):
    assert points(graded, "sample") == 9
    assert points(graded, "mixed") == pytest.approx(9 - 8 * 0.2)
    assert "Was it typed from another export" in graded["mixed"][0].messages["capstone-q4"]


def test_what_is_not_filled_in_earns_nothing_in_either_way(graded):
    assert points(graded, "blank") == 0
    assert points(graded, "unfinished") == 0
