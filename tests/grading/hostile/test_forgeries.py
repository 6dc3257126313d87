"""Two witnesses and nobody to believe: no point is forged, no word of the key gets out, nobody else suffers."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from grading.courses import hand_in, ordinary_course
from grading.hostile.forgeries import BLANK, CARRIED_BY, INSTEAD, SOLVED
from grading.hostile.kinds import (
    ANSWERS,
    CHECKS,
    CONFIG,
    FIRST,
    INSIDE_ONLY,
    MARKER,
    POINTS,
    cells,
)
from grading.rows import all_rows
from weakties.data.cache import cache_folder
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("forgeries")

NAME = "kinds"
SEARCHES = "searches-for-paths"
HONEST = ("0-honest", "m-honest", "zz-honest")
FULL = sum(POINTS.values())
REVIEWED = {
    "exits-in-the-replay", "crashes-in-the-replay", "sleeps-in-the-replay", "floods-in-the-replay",
}  # fmt: skip
"""Who spoils the replay alone: apart all is right, and a person looks at all of it."""
LOSE = {
    "shares-one-hash": {"word"},
    **{name: set(instead) for name, instead in INSTEAD.items() if instead},
    # It answers for every function from then on.
    "attacks-while-iterated": {"parts", "mapped"},
}
"""Questions to which the attack has no right answer."""


@dataclass
class Field:
    """What is left when all have been graded."""

    course: Path
    results: dict[str, Any]
    rows: dict[str, Any]
    alone: dict[str, Any]

    def points(self, learner: str) -> dict[str, float | None]:
        """Return the automatic points of each question; ``None`` where a person has the next word."""
        return {
            key[3].removesuffix("-check"): row[0]
            for key, row in self.rows["grades"].items()
            if key[0] == learner
        }

    def cells(self, learner: str) -> list[Any]:
        """Return the code cells of a graded notebook."""
        path = self.course / "autograded" / learner / NAME / f"{NAME}.ipynb"
        if not path.is_file():
            return []
        found = json.loads(path.read_text("utf-8"))["cells"]
        return [one for one in found if one["cell_type"] == "code"]


@pytest.fixture(scope="module")
def field(tmp_path_factory):
    """Let everybody hand in, and grade them, once with the attackers and once without."""
    root = tmp_path_factory.mktemp("forgeries")
    home = root / "home"
    home.mkdir()
    course = ordinary_course(root / "course", {NAME: cells()}, NAME, CONFIG)
    blank = json.loads((course / "release" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
    right = {**ANSWERS, "unproven": "guessed = 17"}
    for learner in HONEST:
        hand_in(course, learner, _answered(blank, right), NAME)
    peaceful = Path(shutil.copytree(course, root / "peaceful"))
    needles = [os.fsencode(path)[::-1] for path in (course, home, cache_folder())]
    for learner, code in BLANK.items():
        told = code.replace("NEEDLES", repr(needles))
        hand_in(course, learner, _answered(blank, {FIRST: told}), NAME)
    for learner, code in SOLVED.items():
        answers = {**right, FIRST: code, **INSTEAD.get(learner, {})}
        path = hand_in(course, learner, _answered(blank, answers), NAME)
        if learner == "path-file":
            lines = f"import os; os._exit(1)\n{course}\n"
            path.with_name("course.pth").write_text(lines, encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HOME", str(home))
        # It walks over a whole heap: an answer cut off by the limit would show nothing.
        alone = Options(learners=(SEARCHES,), settings=("Execute.timeout=60",), feedback=True)
        others = tuple(sorted({*HONEST, *BLANK, *SOLVED} - {SEARCHES}))
        ran = [*grade(course, NAME, alone), *grade(course, NAME, Options(others, feedback=True))]
        found = {one.learner: one for one in ran}
        assert [one.score for one in grade(peaceful, NAME)] == [FULL] * 3
    rows, alone = (all_rows(f"sqlite:///{at / 'gradebook.db'}") for at in (course, peaceful))
    return Field(course, found, rows, alone)


def _answered(blank: dict[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    notebook = json.loads(json.dumps(blank))
    for one in notebook["cells"]:
        if one["id"] in answers:
            one["source"] = answers[one["id"]]
    return notebook


def is_check(one: dict[str, Any]) -> bool:
    return bool(one["metadata"].get("nbgrader", {}).get("grade"))


def test_the_assignment_holds_checks_of_both_kinds(field):
    checks = {q.grade_id.removesuffix("-check"): q for q in field.results["0-honest"].questions}
    inside = {name for name, question in checks.items() if question.apart is False}
    assert inside == INSIDE_ONLY
    assert set(checks) == set(CHECKS)


@pytest.mark.parametrize("learner", HONEST)
def test_everyone_elses_grade_is_as_without_the_attack(field, learner):
    for table, rows in field.alone.items():
        alone = {key: row for key, row in rows.items() if key[0] == learner}
        among = {key: row for key, row in field.rows[table].items() if key[0] == learner}
        assert among == alone
    assert field.results[learner].score == FULL


@pytest.mark.parametrize("learner", BLANK)
def test_no_point_of_a_check_that_runs_apart_is_forged(field, learner):
    points = field.points(learner)
    assert set(points) == set(CHECKS)
    forged = {name: got for name, got in points.items() if got and name not in INSIDE_ONLY}
    assert forged == {}


@pytest.mark.parametrize("learner", SOLVED)
def test_whoever_plays_the_witnesses_off_gets_no_more_than_the_lower(field, learner):
    points = field.points(learner)
    if learner in REVIEWED:
        assert {got for name, got in points.items() if POINTS[name]} == {None}
        assert field.results[learner].state == "needs review"
    elif learner == "breaks-the-line-while-iterated":
        assert set(points.values()) == {None}
        assert field.results[learner].state == "failed"
    elif learner == "reports-less-in-the-replay":
        assert not any(points.values())
    else:
        lost = LOSE.get(learner, set())
        assert {name for name in lost if points[name]} == set()
        kept = {name: got for name, got in points.items() if name not in lost}
        assert kept == {name: POINTS[name] for name in kept}


@pytest.mark.parametrize("learner", ["prints-much-and-fails", "fails-with-a-long-message"])
def test_much_text_before_an_error_leaves_the_mark_at_zero(field, learner):
    assert field.points(learner)["function"] == 0
    assert field.results[learner].state == "graded"


def test_a_long_text_in_a_message_leaves_the_mark_at_zero(field):
    points = field.points("is-long-in-a-message")
    assert (points["word"], points["told"]) == (0, 0)


def test_what_a_check_compares_with_is_not_handed_to_a_learners_function(field):
    assert "stolen" not in json.dumps(
        [one["outputs"] for one in field.cells("replaces-what-a-check-imports")]
    )


def test_what_is_found_in_the_replay_can_be_used_there(field):
    """The attacks on the key do find it; else the tests after this one would hold nothing."""
    assert field.points("knows-the-key")["class"] == POINTS["class"]


@pytest.mark.parametrize("learner", [*BLANK, *SOLVED])
def test_no_hidden_word_is_in_what_a_notebook_put_out(field, learner):
    apart = {q.grade_id for q in field.results[learner].questions if q.apart}
    for one in field.cells(learner):
        # What a check says that ran apart is the instructor's own: autograded/ holds the key anyway.
        own = is_check(one) and one["metadata"]["nbgrader"]["grade_id"] in apart
        outputs = [o for o in one["outputs"] if not (own and o["output_type"] == "error")]
        assert MARKER not in json.dumps(outputs)


@pytest.mark.parametrize("learner", [*BLANK, *SOLVED])
def test_no_hidden_word_is_in_a_file_a_page_or_a_finding(field, learner):
    seen = []
    for stage in ("autograded", "feedback"):
        folder = field.course / stage / learner
        seen += [p for p in folder.rglob("*") if p.is_file() and p.suffix != ".ipynb"]
    for path in seen:
        assert MARKER.encode() not in path.read_bytes(), path
        assert MARKER not in path.name
    assert MARKER not in json.dumps(field.results[learner].as_json())


@pytest.mark.parametrize("learner", [f"key-by-{name}" for name in CARRIED_BY])
def test_no_number_and_no_order_holds_a_message(field, learner):
    assert len(field.cells(learner)) > len(CHECKS)
    for one in field.cells(learner):
        assert (one["execution_count"] or 0) < 100
        said = [o["text"] for o in one["outputs"] if o["output_type"] == "stream" and is_check(one)]
        lines = "".join("".join(text) for text in said).splitlines()
        assert len(lines) == len(set(lines))
    for got in field.points(learner).values():
        assert got is None or float(Fraction(got).limit_denominator(1000)) == got


@pytest.mark.parametrize("name", [FIRST, "function-check"])
def test_no_path_of_the_instructors_is_found_inside(field, name):
    """It looks from a cell, and from a function that a check calls, where other frames are seen."""
    first = next(one for one in field.cells(SEARCHES) if one["id"] == name)
    said = [output["text"] for output in first["outputs"] if output["output_type"] == "stream"]
    assert "".join("".join(text) for text in said) == "sees what is there: True\n"
