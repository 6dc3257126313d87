"""The key is the instructor's source: a run takes a change over, says it, and grades again whom it concerns."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from grading.courses import nbgrader
from grading.idle import NOT_RUN, essay_course, graded, idle, put, read_by_a_person
from grading.rows import grade_rows
from grading.small import answer, small_course
from weakties.grading.export.export import sheet_of
from weakties.grading.nbg.course import NotACourse
from weakties.grading.report.forms import page_of, text_of
from weakties.grading.report.read import read
from weakties.grading.report.report import Report
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("stamps")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    return essay_course(tmp_path_factory.mktemp("released"))


@pytest.fixture
def course(released, tmp_path, monkeypatch):
    idle(monkeypatch)
    return Path(shutil.copytree(released, tmp_path / "course"))


def edit(course, **sources):
    """Change cells of the source, each by its id: a text, or what to change of the cell."""
    path = course / "source" / "ps1" / "ps1.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for one in notebook["cells"]:
        change = sources.get(one["id"].replace("-", "_"))
        if callable(change):
            change(one)
        elif change is not None:
            one["source"] = change
    path.write_text(json.dumps(notebook), encoding="utf-8")


def points(number):
    return lambda one: one["metadata"]["nbgrader"].update(points=number)


def heard(course, **options):
    told = []
    how = Options(settings=NOT_RUN, remark=lambda remark: told.append(remark.text), **options)
    return {one.learner: one for one in grade(course, "ps1", how)}, " ".join(told)


def with_hidden(line):
    return f"assert x\n### BEGIN HIDDEN TESTS\n{line}\n### END HIDDEN TESTS"


def test_a_mended_key_is_taken_over_said_and_used_for_everybody(course):
    put(course, "ann")
    put(course, "bo")
    graded(course)
    edit(course, x_check=with_hidden("assert x == 4"))
    results, said = heard(course)
    assert "ps1.ipynb has changed: x-check (hidden tests). It counts from now on." in said
    assert "Learners have the older version" not in said
    assert {one.again for one in results.values()} == {"key"}
    results, said = heard(course)
    assert "has changed" not in said
    assert all(one.skipped for one in results.values())


def test_a_key_that_was_mended_before_anything_was_graded_is_taken_over_as_well(course):
    put(course, "ann")
    edit(course, x_check=with_hidden("assert x == 4"))
    results, said = heard(course)
    assert "x-check (hidden tests)" in said
    assert results["ann"].again == ""


def test_changed_points_are_said_and_what_learners_see_is_written_by_the_command_that_is_named(
    course,
):
    put(course, "ann", 5)
    graded(course)
    edit(course, x_check=points(6))
    results, said = heard(course)
    assert "x-check (9 → 6 points)" in said
    assert "`nbgrader generate_assignment ps1 --force` writes the newer one" in said
    assert (results["ann"].score, results["ann"].max_score) == (5, 10)
    nbgrader(course, "generate_assignment", "ps1", "--force")
    assert '"points": 6' in (course / "release" / "ps1" / "ps1.ipynb").read_text("utf-8")
    assert graded(course)["ann"].skipped


def test_what_was_read_waits_again_if_it_is_worth_something_else_now(course):
    put(course, "ann")
    graded(course)
    read_by_a_person(course, "ann")
    edit(course, x_check=with_hidden("assert x == 4"))
    assert graded(course)["ann"].state == "graded"
    edit(course, essay=points(5))
    again = graded(course)["ann"]
    assert (again.state, again.score) == ("needs review", 11)


def test_code_of_the_instructors_own_and_files_beside_it_are_part_of_the_key(course):
    put(course, "ann")
    graded(course)
    edit(course, x="### BEGIN SOLUTION\nx = 1 + 2\n### END SOLUTION")
    results, said = heard(course)
    assert "has changed: solutions or other code of your own." in said
    assert results["ann"].again == "key"
    (course / "source" / "ps1" / "table.csv").write_text("1", encoding="utf-8")
    results, said = heard(course)
    assert "has changed: files beside the notebook." in said
    assert results["ann"].again == "key"


def test_a_key_that_nbgrader_took_over_is_noticed_all_the_same(course):
    put(course, "ann")
    graded(course)
    edit(course, x_check=with_hidden("assert x == 4"))
    nbgrader(course, "generate_assignment", "ps1", "--force")
    results, said = heard(course)
    assert "x-check (hidden tests)" in said
    assert results["ann"].again == "key"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda one: one["metadata"]["nbgrader"].update(grade_id="z-check"),
            "x-check (removed), z-check (added)",
        ),
        (
            lambda one: one["metadata"]["nbgrader"].update(solution=True, locked=False),
            "x-check (was code, graded, is code, graded, answer",
        ),
    ],
)
def test_what_was_handed_in_and_no_longer_fits_is_refused_with_the_reason_and_nothing_changes(
    course, change, words
):
    put(course, "ann")
    graded(course)
    before = grade_rows(f"sqlite:///{course / 'gradebook.db'}")
    kept = (course / "source" / "ps1" / "ps1.ipynb").read_text(encoding="utf-8")
    edit(course, x_check=change)
    with pytest.raises(NotACourse, match="no longer fits what learners were given") as refused:
        graded(course)
    assert words in str(refused.value)
    assert grade_rows(f"sqlite:///{course / 'gradebook.db'}") == before
    (course / "source" / "ps1" / "ps1.ipynb").write_text(kept, encoding="utf-8")
    assert graded(course)["ann"].skipped


def test_a_source_that_can_not_be_released_is_refused_with_the_reason(course):
    put(course, "ann")
    edit(course, x="### BEGIN SOLUTION\nx = 3")
    with pytest.raises(NotACourse, match=r"can't be released as it is: .*[Ss]olution"):
        graded(course)


def test_no_gradebook_holds_two_keys_unmarked(course):
    for learner in ("ann", "bo", "cy"):
        put(course, learner)
    graded(course)
    old = graded(course)["ann"].stamps["ps1"]["key"]
    edit(course, x_check=with_hidden("assert x == 4"))
    assert "The source of ps1.ipynb was saved after the last run" in text_of(
        Report(read(course, "ps1"))
    ).replace("\n", " ")
    new = graded(course, learners=("bo",))["bo"].stamps["ps1"]["key"]
    keys = {(one.key, one.learners, one.holds) for one in Report(read(course, "ps1")).keys}
    assert keys == {(old, 2, False), (new, 1, True)}
    said = text_of(Report(read(course, "ps1"))).replace("\n", " ")
    assert "An older key graded 2 learners: `weakties grade ps1` grades them again." in said
    assert "was saved after the last run" not in said
    graded(course)
    (only,) = Report(read(course, "ps1")).keys
    assert (only.key, only.learners, only.holds) == (new, 3, True)


def test_a_mended_key_changes_the_marks(tmp_path):
    """Once for real: everything runs."""
    course = small_course(tmp_path)
    answer(course, "ann", y="y = 5")
    (before,) = grade(course, "ps1")
    edit(
        course,
        y="### BEGIN SOLUTION\ny = 5\n### END SOLUTION",
        y_check="### BEGIN HIDDEN TESTS\nassert y == 5\n### END HIDDEN TESTS",
    )
    (after,) = grade(course, "ps1")
    assert (before.score, after.score, after.again) == (2, 3, "key")


EDITIONED = {"x": "### BEGIN SOLUTION\nimport weakties\nx = 3\n### END SOLUTION"}


def test_marks_of_another_edition_are_neither_kept_nor_mixed_in_silence(course, monkeypatch):
    edit(course, **EDITIONED)
    put(course, "ann")
    assert graded(course)["ann"].stamps["ps1"]["edition"] == "open"
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")
    with pytest.raises(NotACourse, match="marks of 1 learner in edition open") as refused:
        graded(course)
    assert "Set WEAKTIES_EDITION=open, or add --force" in str(refused.value)
    assert graded(course, force=True)["ann"].stamps["ps1"]["edition"] == "spring-2027"
    report = Report(read(course, "ps1"))
    sheet = sheet_of([report], "csv")
    key = graded(course)["ann"].stamps["ps1"]["key"][:8]
    assert [tuple(row[-2:]) for row in sheet.rows] == [("edition", "key"), ("spring-2027", key)]
    for said in (page_of(report), text_of(report), *sheet_of([report], "canvas").notes[-1:]):
        assert "Edition spring-2027." in said
    assert graded(course)["ann"].skipped


def test_an_assignment_that_asks_for_no_edition_has_none(course, monkeypatch):
    put(course, "ann")
    assert graded(course)["ann"].stamps["ps1"]["edition"] == ""
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")
    assert graded(course)["ann"].skipped
