"""The proof: it holds for the unit that is shipped, and it notices what was broken on purpose."""

from __future__ import annotations

import json
import shutil
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from processes.born import ran
from weakties.authoring import answers
from weakties.authoring import prove as proving
from weakties.authoring.markers import HIDDEN_TESTS, outside
from weakties.authoring.notebooks import read, text_of
from weakties.authoring.prove import EDITIONS, Failure, Proof, grading, prove
from weakties.content import content_root
from weakties.course import CourseError, load_course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from weakties.course import Course

COURSE = load_course()
ALONE = pytest.mark.xdist_group("proof")
UNITS = [
    pytest.param(unit.slug, id=unit.slug, marks=pytest.mark.xdist_group(f"proof of {unit.slug}"))
    for unit in COURSE.ready
]

# One wrong answer of each question: too few to prove a unit, enough to see a breach.
FEW_ANSWERS = """
from weakties.authoring.answers import Catalogue, catalogue_path, read_catalogue
from weakties.content import content_root

ANSWERS = {
    question: Catalogue(right=[], wrong=entry.wrong[:1])
    for question, entry in read_catalogue(catalogue_path(content_root(), "photo")).items()
}
"""
TOO_FEW = "at least 2 right and 3 wrong answers"


@pytest.fixture(scope="module", autouse=True)
def _commands_out_of_a_nursery() -> Iterator[None]:
    """Fork the commands that a proof starts from processes that have loaded them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grading, "subprocess", SimpleNamespace(run=ran))
        yield


@cache
def proof_of_unit(slug: str) -> Proof:
    """Return the proof of a unit that is shipped; each is made once.

    Only one is made whole: wrong answers to all units are graded in another test, with every row
    compared to nbgrader's; so nbgrader is not asked here for one row more.
    """
    with pytest.MonkeyPatch.context() as patch:
        if slug != "photo":
            patch.setattr(grading, "_graded_by_nbgrader", lambda *_: {})
        return prove(COURSE, COURSE.unit(slug), quick=slug != "photo")


@pytest.fixture
def proof(slug: str) -> Proof:
    return proof_of_unit(slug)


@pytest.fixture
def proof_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Proof]:
    """Return a function that breaks a copy of the unit's solution and proves it in one edition."""
    monkeypatch.setattr(answers, "RUDE", {})
    monkeypatch.setattr(proving, "_ORACLES", 1)
    (tmp_path / "tests" / "answers").mkdir(parents=True)
    (tmp_path / "tests" / "answers" / "photo.py").write_text(FEW_ANSWERS, encoding="utf-8")
    for name in ("course/course.toml", "solutions/photo/photo.ipynb", "nbgrader_config.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(content_root() / name, tmp_path / name)

    def broken(change: Callable[[dict[str, Any]], None]) -> Proof:
        course: Course = load_course(tmp_path)
        path = course.root / course.unit("photo").solution
        notebook = read(path)
        for cell in notebook["cells"]:
            change(cell)
        path.write_text(text_of(notebook), encoding="utf-8")
        return prove(course, course.unit("photo"), editions=["open"])

    return broken


@pytest.mark.parametrize("slug", UNITS)
def test_every_answer_of_a_unit_gets_what_it_must(proof: Proof) -> None:
    assert [str(failure) for failure in proof.failures] == []


@pytest.mark.parametrize("slug", UNITS)
def test_the_proof_is_wide_enough(proof: Proof) -> None:
    assert proof.questions >= 5
    assert proof.right >= 2 * proof.questions
    assert proof.wrong >= 3 * proof.questions
    assert proof.rude == proof.questions * len(answers.RUDE) == proof.questions * 8
    assert proof.editions == len(EDITIONS) == 3


@pytest.mark.parametrize("slug", UNITS)
def test_blank_earns_nothing_and_the_solution_everything(proof: Proof, slug: str) -> None:
    questions = [one for one in COURSE.unit(slug).questions if one.graded == "auto"]

    assert proof.blank_score == 0
    assert proof.solution_score == proof.max_score == sum(one.points for one in questions)


@pytest.mark.parametrize("slug", UNITS)
def test_a_script_and_a_person_read_the_same(proof: Proof, slug: str) -> None:
    assert json.loads(json.dumps(proof.as_json())) == {
        "unit": slug,
        "questions": proof.questions,
        "right": proof.right,
        "wrong": proof.wrong,
        "rude": proof.rude,
        "editions": 3,
        "blank_score": 0,
        "solution_score": proof.max_score,
        "max_score": proof.max_score,
        "failures": [],
    }
    assert str(proof).endswith("Every answer got what it must.")


@ALONE
def test_without_hidden_tests_wrong_answers_pass_and_the_proof_says_so(
    proof_of: Callable[..., Proof],
) -> None:
    def cut_hidden_tests(cell: dict[str, Any]) -> None:
        cell["source"] = outside(cell["source"], HIDDEN_TESTS)

    found = [
        failure for failure in proof_of(cut_hidden_tests).failures if failure.expected != TOO_FEW
    ]
    assert {failure.question for failure in found} == {f"photo-q{i}" for i in range(1, 7)}
    assert all(failure.answer.startswith("wrong answer") for failure in found)


@ALONE
def test_a_quick_proof_misses_neither_a_wrong_answer_taken_nor_a_right_one_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = answers.read_catalogue(answers.catalogue_path(content_root(), "photo"))["photo-q1"]
    wrong, right = found.wrong[0], found.right[0]
    swapped = answers.Catalogue([wrong.code], [answers.Wrong("right after all", right, 0, "")])
    monkeypatch.setattr(answers, "RUDE", {})
    monkeypatch.setattr(proving, "_ORACLES", 1)
    monkeypatch.setattr(proving, "read_catalogue", lambda _path: {"photo-q1": swapped})

    proof = prove(COURSE, COURSE.unit("photo"), editions=["open"], quick=True)
    missed = [failure.answer for failure in proof.failures if failure.expected != TOO_FEW]
    # What holds a right answer is graded, and meets its check here as well.
    assert missed.count("right answer 'right 1'") == 2
    assert missed.count("wrong answer 'right after all'") == 1


@ALONE
def test_a_wrong_line_in_the_solution_costs_it_points_and_too_few_answers_prove_nothing(
    proof_of: Callable[..., Proof],
) -> None:
    line = 'formal_effect = by_attire["formal"] - by_attire["casual"]'
    changed = []

    def add_a_point(cell: dict[str, Any]) -> None:
        if line in cell["source"]:
            changed.append(cell["id"])
            cell["source"] = cell["source"].replace(line, f"{line} + 1")

    proof = proof_of(add_a_point)
    assert changed == ["photo-q1-answer"]
    assert Failure("open", "all", "solution", "15 points", "13") in proof.failures
    too_few = [failure for failure in proof.failures if failure.expected == TOO_FEW]
    assert [failure.question for failure in too_few] == [f"photo-q{i}" for i in range(1, 7)]
    assert {failure.got for failure in too_few} == {"0 and 1"}


def test_a_unit_without_a_catalogue_is_not_proven(tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    shutil.copyfile(content_root() / "course" / "course.toml", tmp_path / "course" / "course.toml")
    course = load_course(tmp_path)
    with pytest.raises(CourseError, match=r"write tests/answers/photo\.py"):
        prove(course, course.unit("photo"))


def test_a_failure_names_question_answer_edition_and_both_outcomes() -> None:
    failure = Failure("open", "photo-q1", "wrong answer 'medians'", "0 points", "2.0 (right)")
    assert str(failure) == (
        "photo-q1, wrong answer 'medians' (edition open): expected 0 points, got 2.0 (right)"
    )


@ALONE
def test_what_nbgrader_grades_otherwise_fails_the_proof(
    proof_of: Callable[..., Proof], monkeypatch: pytest.MonkeyPatch
) -> None:
    graded = grading.graded_of

    def off_by_one(root: Path, unit: Any, learners: Any) -> Any:
        found = graded(root, unit, learners)
        if root.name == "nbgrader":
            for one in found.values():
                one.points["photo-q1"] = 7.0
        return found

    monkeypatch.setattr(grading, "graded_of", off_by_one)
    failures = [str(failure) for failure in proof_of(lambda _cell: None).failures]
    assert [f for f in failures if "expected 7.0 points, as nbgrader gives, got 0.0" in f]
