"""Where stock nbgrader loses points or whole batches, our engine does not; docs/grading.md has the table."""

from __future__ import annotations

import pytest

from grading import ordinary
from grading.ordinary import ASSIGNMENT, CHECKS_INSIDE, Handed
from grading.rows import all_rows
from weakties.grading.run import grade

pytestmark = pytest.mark.xdist_group("ordinary")

FULL = {
    "squares-check": 2, "squares-error": 1, "total-check": 1, "table-check": 3, "stack-check": 2,
    "uses-squares": 1, "file-check": 1, "words-part": 1.5, "words-stderr": 1, "file-beside": 1, "seen-check": 1,
    "x-check": 2,
}  # fmt: skip


def without_metadata(handed):
    for notebook in handed.notebooks.values():
        for one in notebook.cells:
            one.metadata.clear()


def without_metadata_and_ids(handed):
    without_metadata(handed)
    for notebook in handed.notebooks.values():
        notebook.nbformat_minor = 4
        for one in notebook.cells:
            del one["id"]


def deletes_checks(handed):
    handed.drop("squares-check", "table-check", "x-check")


def deletes_an_answer_and_a_task(handed):
    handed.drop("task", "essay")


def doubles_cells(handed):
    handed.copy_below("squares", "an_older_try = None")
    handed.copy_below("x-check", "assert False")
    handed.copy_below("total-check", "assert True")


def repeats_ids(handed):
    for notebook in handed.notebooks.values():
        for one in notebook.cells:
            one.id = "same"


def changes_metadata(handed):
    for notebook in handed.notebooks.values():
        for one in notebook.cells:
            data = one.metadata.get("nbgrader")
            if data:
                data.update(points=0, locked=False, schema_version=1, task=False, extra="x")
                data.pop("checksum", None)


def is_an_old_notebook(handed):
    """As some editors still write them: another minor version, and no ids."""
    for notebook in handed.notebooks.values():
        notebook.nbformat_minor = 2
        for one in notebook.cells:
            del one["id"]


CHANGES = {
    make.__name__.replace("_", "-"): make
    for make in (
        without_metadata, without_metadata_and_ids, deletes_checks, deletes_an_answer_and_a_task,
        doubles_cells, repeats_ids, changes_metadata, is_an_old_notebook,
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    root = ordinary.course(tmp_path_factory.mktemp("course"))
    for learner, change in CHANGES.items():
        handed = Handed(root, learner).solve()
        change(handed)
        handed.write()
    hopeless = Handed(root, "another-assignment")
    hopeless.notebooks["first"].cells = hopeless.notebooks["first"].cells[:1]
    hopeless.write()
    renamed = Handed(root, "renamed").solve()
    renamed.notebooks = {f"my-{name}": notebook for name, notebook in renamed.notebooks.items()}
    renamed.write()
    results = {result.learner: result for result in grade(root, ASSIGNMENT)}
    return results, all_rows(f"sqlite:///{root / 'gradebook.db'}")


@pytest.mark.parametrize("learner", CHANGES)
def test_right_answers_earn_every_point_whatever_became_of_the_cells_around_them(graded, learner):
    results, rows = graded
    found = {key[3]: row[0] for key, row in rows["grades"].items() if key[0] == learner}
    assert {name: found[name] for name in FULL} == FULL
    assert results[learner].state == "needs review"


def test_each_of_two_notebooks_is_known_by_its_cells(graded):
    results, rows = graded
    found = {key[3]: row[0] for key, row in rows["grades"].items() if key[0] == "renamed"}
    assert {name: found[name] for name in FULL} == FULL
    assert results["renamed"].notes == tuple(
        f"my-{name}.ipynb was taken for {name}.ipynb: it holds its cells."
        for name in ("first", "second")
    )


def test_what_was_done_to_cells_is_said(graded):
    results, _ = graded
    assert "The cell x-check stands twice: the first one counts." in results["doubles-cells"].notes
    assert any("had lost its metadata" in note for note in results["without-metadata"].notes)
    assert any("Missing grade cell table-check" in note for note in results["deletes-checks"].notes)


@pytest.mark.parametrize(
    ("learner", "reason"),
    [
        ("another-assignment", "first.ipynb holds none of the graded cells"),
    ],
)
def test_what_cannot_be_graded_has_no_points_rather_than_none_of_them(graded, learner, reason):
    results, rows = graded
    assert (results[learner].state, results[learner].score) == ("failed", None)
    assert reason in results[learner].reason
    found = [row for key, row in rows["grades"].items() if key[0] == learner]
    assert {(row[0], row[3]) for row in found} == {(None, True)}


def test_checks_that_need_the_learners_own_objects_run_beside_them_and_it_is_said(graded):
    results, _ = graded
    apart = {q.grade_id: q.apart for q in results["doubles-cells"].questions if q.grade_id in FULL}
    assert {name for name, alone in apart.items() if not alone} == CHECKS_INSIDE


def test_data_that_the_instructor_gives_stays_the_instructors_for_the_checks(tmp_path):
    root = ordinary.course(tmp_path)
    Handed(root, "cheat").solve(
        seen="rows = seen = [1, 2, 3]", words="words = ['a', 'b', 'c']"
    ).write()
    Handed(root, "bold").solve(seen="rows, seen = [], []").write()
    results = {result.learner: result for result in grade(root, ASSIGNMENT)}
    points = {
        learner: next(q.points for q in result.questions if q.grade_id == "seen-check")
        for learner, result in results.items()
    }
    assert points == {"cheat": 1.0, "bold": 0.0}
