"""What runs noted, read back."""

from __future__ import annotations

from dataclasses import replace

from weakties.grading.nbg.place import findings_path, keep_findings, keep_remarks, remarks_path
from weakties.grading.nbg.trial import Remark
from weakties.grading.report.notes import noted, remarked
from weakties.grading.result import Question, Result, State

VERDICT = {
    "earned": 0.0,
    "findings": [{"answer": "x", "kind": "value", "message": "`x` is 3: no."}],
}


def test_what_a_run_kept_is_read_back(tmp_path):
    check = Question(
        "ps1", "q1", 2.0, 0.0, apart=True, seconds=0.25, verdict=VERDICT, values={"x": "3"}
    )
    by_hand = Question("ps1", "essay", 3.0, None)
    ann = Result("ann", "ps1", State.GRADED, seconds=1.5, questions=(check, by_hand))
    keep_findings(tmp_path, replace(ann, notes=("q1 stood twice.",)))
    keep_findings(tmp_path, Result("bo", "ps1", State.FAILED, "It ran out of memory."))
    found, unreadable = noted(tmp_path, "ps1")

    assert unreadable == 0
    assert found["ann"].seconds == 1.5
    seen = found["ann"].checks["ps1", "q1"]
    assert (seen.earned, seen.seconds, seen.values) == (0.0, 0.25, {"x": "3"})
    assert [one.message for one in seen.said] == ["`x` is 3: no."]
    assert found["ann"].checks["ps1", "essay"].seconds is None
    assert (found["ann"].notes, found["bo"].notes) == (("q1 stood twice.",), ())
    assert (found["bo"].failure, found["bo"].seconds) == ("It ran out of memory.", None)


def test_notes_that_are_broken_are_counted_and_harm_no_other(tmp_path):
    keep_findings(tmp_path, Result("ann", "ps1", State.GRADED))
    for name, text in (("bad", "{"), ("list", "[1]"), ("none", "{}"), ("bytes", "\udcff")):
        findings_path(tmp_path, "ps1", name).write_bytes(text.encode("utf-8", "surrogateescape"))
    found, unreadable = noted(tmp_path, "ps1")
    assert (set(found), unreadable) == ({"ann"}, 4)


def test_a_learner_with_a_very_long_id_has_notes_too(tmp_path):
    keep_findings(tmp_path, Result("a" * 250, "ps1", State.GRADED))
    assert set(noted(tmp_path, "ps1")[0]) == {"a" * 250}


def test_without_a_run_there_are_no_notes(tmp_path):
    assert noted(tmp_path, "ps1") == ({}, 0)


def test_what_a_trial_said_of_checks_is_read_back(tmp_path):
    assert remarked(tmp_path, "ps1") == ()
    keep_remarks(tmp_path, "ps1", [Remark("first", ("q1",), "denied", "Your solution gets 0.")])
    assert remarked(tmp_path, "ps1") == ("Your solution gets 0.",)
    keep_remarks(tmp_path, "ps1", [])
    assert remarked(tmp_path, "ps1") == ()
    remarks_path(tmp_path, "ps1").write_text("[1]", encoding="utf-8")
    assert remarked(tmp_path, "ps1") == ()
