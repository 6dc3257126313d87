"""The report as JSON, as text and as a page: complete, blank where nothing is known, and harmless."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape

import pytest

from grading.report.classes import a_class, entries, work
from weakties.grading.report.forms import page_of, text_of
from weakties.grading.report.report import Report


def cells(page, first):
    row = re.search(rf"<tr><th scope='row'>{re.escape(first)}</th>(.*?)</tr>", page)[1]
    return re.findall(r"<td>(.*?)</td>", row)


def test_what_is_not_known_is_null_in_json():
    said = json.loads(json.dumps(a_class().as_json(), allow_nan=False))
    by_learner = {one["learner"]: one for one in said["learners"]}
    assert by_learner["ann"]["points"] == 7.0
    assert by_learner["cy"]["points"] is None
    assert by_learner["cy"]["points_so_far"] == 0.0
    for nobody in ("eve<script>", "fay", "gil"):
        assert by_learner[nobody]["points"] is by_learner[nobody]["points_so_far"] is None
    assert said["questions"][2]["median_check_seconds"] is None
    assert said["questions"][0]["met"][0]["learners"] == 2


def test_what_is_not_known_is_blank_on_the_page():
    page = page_of(a_class())
    assert cells(page, "ann")[:2] == ["graded", "7"]
    assert cells(page, "cy")[:3] == ["needs review", "", "0"]
    assert cells(page, "fay")[:5] == ["missing", "", "", "", ""]
    assert cells(page, "eve&lt;script&gt;")[:3] == ["failed", "", ""]


def test_what_a_run_put_right_stands_with_the_learner():
    assert cells(page_of(a_class()), "dee")[-1].endswith("q1 stood &lt;twice&gt;.")
    by_learner = {one["learner"]: one for one in a_class().as_json()["learners"]}
    assert by_learner["dee"]["notes"] == ["q1 stood <twice>."]


def test_a_learners_id_runs_nowhere():
    report = Report(entries({"<script>x\x1b[2J\u202e\udcff": work(None, None, None)}))
    for said in (page_of(report), text_of(report)):
        said.encode("utf-8")
        assert "\x1b" not in said
        assert "\u202e" not in said
    assert "<script" not in page_of(report)


@pytest.mark.parametrize("form", [page_of, text_of])
def test_without_notes_the_report_says_that_there_are_none_and_how_to_get_them(form):
    said = form(Report(entries({"ann": work(2, 3, 0)})))
    assert "weakties grade photo --force" in " ".join(said.split())
    assert "weakties grade photo --force" not in form(a_class())


@pytest.mark.parametrize("form", [page_of, text_of])
def test_what_the_trial_said_of_the_checks_stands_in_every_form(form):
    told = "Your solution gets 0 of 2 on q1: NameError: <b>."
    report = Report(replace(entries({"ann": work(2, 3, 0)}), remarks=(told,)))
    assert (escape(told) if form is page_of else told) in " ".join(form(report).split())
    assert report.as_json()["remarks"] == [told]


def test_the_text_names_who_has_no_points_and_why():
    said = text_of(a_class())
    assert "7 learners: 2 graded, 2 needs review, 1 failed, 1 missing, 1 not graded yet." in said
    assert "eve<script>: failed. photo.ipynb is no JSON." in said
    assert "gil: not graded yet." in said
    assert "2 × photo-q1: the sign is the other way round." in said


def test_the_text_says_what_was_noted_on_the_way():
    said = text_of(a_class())
    assert "Noted on the way:\ndee: q1 stood <twice>." in said
    assert "Noted" not in text_of(Report(entries({"ann": work(2, 3, 0)})))


def test_a_class_of_nobody_but_the_missing_still_has_a_report():
    report = Report(entries({}, missing=["ann"]))
    assert "1 missing" in text_of(report)
    assert "nan" not in page_of(report).lower()
