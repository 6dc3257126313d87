"""Whatever is handed in, replaced, removed, read, graded or killed: the marks are of what lies there."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from grading.idle import essay_course, graded, idle, put, read_by_a_person
from grading.rows import grade_rows
from weakties.grading.report.forms import page_of
from weakties.grading.report.read import read
from weakties.grading.report.report import Report
from weakties.grading.result import State

pytestmark = pytest.mark.xdist_group("stamps")

LEARNERS = ("ann", "bo")


class Killed(BaseException):
    """The run ends here, as if somebody had pulled the plug."""


class Plug:
    """Pulled after so many steps of a run; before that it does nothing."""

    def __init__(self, patch):
        self.left = None
        for where, before, after in (
            ("weakties.grading.nbg.book.OneGradebook.save", True, True),
            ("weakties.grading.nbg.saving.remove", True, False),
            ("weakties.grading.nbg.place.keep_findings", True, False),
            ("weakties.grading.nbg.saving._open_submission", False, True),
        ):
            self._watch(patch, where, before=before, after=after)

    def _watch(self, patch, where, *, before, after):
        from pydoc import locate

        real = locate(where)

        def watched(*arguments, **named):
            if before:
                self.step()
            done = real(*arguments, **named)
            if after:
                self.step()
            return done

        patch.setattr(where, watched)

    def step(self):
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Killed


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    return essay_course(tmp_path_factory.mktemp("released"))


@pytest.fixture
def course(released, tmp_path, monkeypatch):
    idle(monkeypatch)
    return Path(shutil.copytree(released, tmp_path / "course"))


def rows(course):
    return grade_rows(f"sqlite:///{course / 'gradebook.db'}")


class Sequence(RuleBasedStateMachine):
    """What may happen to a course; at the end its marks are compared with what lies there."""

    released: Path
    root: Path
    plug: Plug
    places = iter(range(10_000))

    @initialize()
    def begin(self):
        self.plug.left = None
        self.course = Path(
            shutil.copytree(self.released, self.root / f"course-{next(self.places)}")
        )
        self.there, self.read = {}, {}
        put(self.course, "zoe", 1)  # so that the folder is never the one that is missing

    @rule(
        who=st.sampled_from(LEARNERS),
        points=st.sampled_from([None, 0, 3, 9]),
        essay=st.sampled_from(["Because.", "It depends."]),
    )
    def hand_in(self, who, points, essay):
        put(self.course, who, points, essay)
        self.there[who] = (points, essay)

    @rule(who=st.sampled_from(LEARNERS))
    def remove(self, who):
        shutil.rmtree(self.course / "submitted" / who, ignore_errors=True)
        self.there.pop(who, None)

    @rule(steps=st.integers(0, 12), force=st.booleans())
    def killed(self, steps, force):
        self.plug.left = steps
        with suppress(Killed):
            graded(self.course, force=force)
        self.plug.left = None

    @rule(force=st.booleans())
    def grade(self, force):
        graded(self.course, force=force)

    @rule(who=st.sampled_from(LEARNERS))
    def reading(self, who):
        if graded(self.course)["zoe"] and self.there.get(who, (None,))[0] is not None:
            read_by_a_person(self.course, who)
            self.read[who] = self.there[who][1]

    def teardown(self):
        results, found = graded(self.course), rows(self.course)
        for who in LEARNERS:
            points, essay = self.there.get(who, (None, ""))
            check = found.get((who, "ps1", "ps1", "x-check"), (None, None, None, None))
            text = found.get((who, "ps1", "ps1", "essay"), (None, None, None, None))
            assert check[0] == points
            assert (text[1] is not None) == (who in self.read)
            if who in self.there and points is not None:
                assert text[3] == (self.read.get(who) != essay)
                assert results[who].state == (
                    State.GRADED if self.read.get(who) == essay else State.NEEDS_REVIEW
                )
        assert all(result.skipped for result in graded(self.course).values() if result.stamps)
        shutil.rmtree(self.course)


def test_any_sequence_ends_with_marks_of_what_lies_there(released, tmp_path, monkeypatch):
    idle(monkeypatch)
    here = {"released": released, "root": tmp_path, "plug": Plug(monkeypatch)}
    run_state_machine_as_test(
        type("SequenceHere", (Sequence,), here),
        settings=settings(
            max_examples=12,
            stateful_step_count=8,
            deadline=None,
            phases=[Phase.generate],  # the sequences are short, and shrinking them takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_what_differs_is_graded_again_and_says_so(course):
    put(course, "ann", 0)
    put(course, "bo", 3)
    graded(course)
    put(course, "ann", 9)
    found = graded(course)
    assert (found["ann"].score, found["ann"].again, found["ann"].skipped) == (9, "changed", False)
    assert (found["bo"].again, found["bo"].skipped) == ("", True)


def test_what_only_looks_newer_is_left_alone(course):
    path = put(course, "ann")
    graded(course)
    path.touch()
    assert graded(course)["ann"].skipped


def test_a_file_beside_the_notebook_counts_as_well(course):
    path = put(course, "ann")
    graded(course)
    (path.parent / "table.csv").write_text("1", encoding="utf-8")
    assert graded(course)["ann"].again == "changed"
    (path.parent / ".ipynb_checkpoints").mkdir()
    (path.parent / ".ipynb_checkpoints" / "x").write_text("1", encoding="utf-8")
    assert graded(course)["ann"].skipped


def test_marks_of_another_program_are_made_again(course):
    put(course, "ann", 9)
    graded(course)
    copy = course / "autograded" / "ann" / "ps1" / "ps1.ipynb"
    copy.write_text(copy.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert graded(course)["ann"].again == "unknown"
    assert graded(course)["ann"].skipped


def test_marks_of_what_is_gone_are_taken_back_and_come_again_with_it(course, tmp_path):
    for learner in ("ann", "bo"):
        put(course, learner, 9)
    graded(course)
    read_by_a_person(course, "ann")
    gone = course / "submitted" / "ann"
    gone.rename(tmp_path / "ann")
    result = graded(course)["ann"]
    assert (result.state, result.score) == (State.MISSING, None)
    assert "no longer there" in result.reason
    assert (course / "autograded" / "ann" / "ps1" / "ps1.ipynb").is_file()
    assert rows(course)["ann", "ps1", "ps1", "x-check"][0] is None
    (standing,) = (s for s in Report(read(course, "ps1")).standings if s.learner.id == "ann")
    assert (standing.state, standing.points, standing.reason) == (
        State.MISSING,
        None,
        result.reason,
    )
    (tmp_path / "ann").rename(gone)
    back = graded(course)["ann"]
    assert (back.state, back.score) == (State.GRADED, 11)


def test_where_nothing_is_there_any_more_no_marks_are_taken_back(course):
    put(course, "ann", 9)
    graded(course)
    shutil.rmtree(course / "submitted")
    assert graded(course)["ann"].state == State.MISSING
    assert rows(course)["ann", "ps1", "ps1", "x-check"][0] == 9


def test_what_was_read_stays_read_and_changed_text_waits_beside_what_was_read(course):
    put(course, "ann", 9, "I will ask <three> people.")
    put(course, "bo", 9, "I will ask four people.")
    graded(course)
    for learner in ("ann", "bo"):
        read_by_a_person(course, learner)
    again = graded(course, force=True)
    assert {one.state for one in again.values()} == {State.GRADED}
    put(course, "ann", 9, "I will ask five people.")
    graded(course)
    put(course, "ann", 9, "I will ask six people.")
    result = graded(course)["ann"]
    assert (result.state, result.score) == (State.NEEDS_REVIEW, 11)
    assert "essay has changed since it was read." in result.reason
    page = page_of(Report(read(course, "ps1")))
    row = page.rpartition("Changed since it was read")[2].partition("</table>")[0]
    assert "I will ask &lt;three&gt; people." in row
    assert "I will ask six people." in row
    assert "four" not in row
    put(course, "ann", 9, "I will ask <three> people.")
    assert graded(course)["ann"].state == State.GRADED
    assert "Changed since it was read" not in page_of(Report(read(course, "ps1")))
