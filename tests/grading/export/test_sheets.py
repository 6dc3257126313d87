"""Points for other programs: nothing ungraded becomes 0, and no cell runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grading.report.classes import a_class, entries, work
from weakties.grading.export.cells import exact, harmless
from weakties.grading.export.export import sheet_of
from weakties.grading.export.sheet import write_sheet
from weakties.grading.report.entries import Learner
from weakties.grading.report.report import Report
from weakties.pages.file import NotWritten

FORMS = ("csv", "canvas", "moodle", "brightspace")
EVIL = ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "x;=1", "＝1", "x\n=1"]


def table(reports, form):
    sheet = sheet_of(reports, form)
    rows = list(csv.reader(io.StringIO(sheet.text, newline="")))
    assert rows == [list(row) for row in sheet.rows]
    return rows


def of_people(*learners, **submissions):
    found = entries(submissions or {one.id: work(2, 3, 0) for one in learners})
    return Report(replace(found, learners=learners))


def test_the_csv_has_nbgraders_columns_and_blanks_where_nbgrader_has_zeros():
    header, *rows = table([a_class()], "csv")
    assert header[:11] == [
        "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
        "raw_score", "late_submission_penalty", "score", "max_score",
    ]  # fmt: skip
    found = {row[3]: dict(zip(header, row, strict=True)) for row in rows}
    assert found["ann"]["score"] == found["ann"]["raw_score"] == "7"
    for name in ("cy", "dee", "eve<script>", "fay", "gil"):
        assert found[name]["score"] == found[name]["raw_score"] == ""
    assert (found["dee"]["score_so_far"], found["fay"]["score_so_far"]) == ("2", "")
    assert found["eve<script>"]["reason"] == "photo.ipynb is no JSON."


def test_canvas_gets_its_columns_its_row_of_points_and_blanks():
    header, worth, *rows = table([a_class()], "canvas")
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "photo"]
    assert "Points Possible" in worth[0]
    assert worth[5] == "8"
    found = {row[3]: row[5] for row in rows}
    assert found["ann"] == "7"
    assert {found[name] for name in ("cy", "dee", "eve<script>", "fay", "gil")} == {""}


def test_canvas_names_people_as_it_sorts_them_and_by_its_own_id_where_that_is_known():
    people = Learner("ann", "Ann", "Li", lms_id="4711"), Learner("bo", lms_id="not a number")
    _, _, ann, bo = table([of_people(*people)], "canvas")
    assert ann[:4] == ["Li, Ann", "4711", "", "ann"]
    assert bo[:4] == ["bo", "", "", "bo"]


def test_moodle_gets_a_hyphen_for_what_is_not_graded_since_a_blank_would_become_0():
    header, *rows = table([a_class()], "moodle")
    assert header == ["ID number", "First name", "Last name", "photo"]
    found = {row[0]: row[3] for row in rows}
    assert found["ann"] == "7"
    assert {found[name] for name in ("cy", "dee", "eve<script>", "fay", "gil")} == {"-"}


def test_moodle_gets_addresses_only_if_everybody_has_one():
    ann, bo = Learner("ann", email="ann@x.org"), Learner("bo")
    assert "Email address" in table([of_people(ann)], "moodle")[0]
    assert "Email address" not in table([of_people(ann, bo)], "moodle")[0]


@pytest.mark.parametrize("form", ["canvas", "moodle"])
def test_several_units_stand_beside_each_other(form):
    second = Report(replace(entries({"zoe": work(1, 0, 0)}), assignment="message"))
    header, *rows = table([a_class(), second], form)
    assert header[-2:] == ["photo", "message"]
    blank = "-" if form == "moodle" else ""
    assert rows[-1][-2:] == [blank, "1"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("evil", EVIL)
def test_no_id_and_no_name_runs_in_a_spreadsheet(form, evil):
    sheet = sheet_of([of_people(Learner(evil, evil, evil, evil))], form)
    for row in sheet.rows:
        for cell in row:
            assert cell == "-" or not cell.lstrip().startswith(tuple("=+-@＝"))
            assert ";=" not in cell
    if form != "csv":
        assert "apostrophe" in sheet.notes[-1]


@given(st.text(st.characters()))
@example("bo\udcff")
@example("bo\x1b[2J")
@example("\0=1")
def test_a_harmless_text_begins_with_no_formula_and_has_no_line_break(text):
    found = harmless(text)
    assert not found.lstrip().startswith(tuple("=+-@＝＋－＠"))
    assert not set(found) & set("\t\r\n\0\x1b")
    found.encode("utf-8")


@given(st.text(st.characters(codec="ascii", categories=["L", "N"])))
def test_an_ordinary_text_stays_as_it_is(text):
    assert harmless(text) == text


@given(st.floats(-1e6, 1e6))
def test_points_keep_six_decimals_and_zero_has_no_sign(points):
    assert float(exact(points)) == pytest.approx(points, abs=1e-6)
    assert exact(points) != "-0"


def test_an_older_export_is_replaced_and_no_other_file(tmp_path):
    sheet, other = sheet_of([a_class()], "canvas"), sheet_of([a_class()], "moodle")
    write_sheet(sheet, tmp_path / "points.csv")
    write_sheet(sheet, tmp_path / "points.csv")
    with pytest.raises(NotWritten, match="left as it is"):
        write_sheet(other, tmp_path / "points.csv")
    with pytest.raises(NotWritten, match="could not be written"):
        write_sheet(sheet, tmp_path / "no" / "points.csv")
    assert (tmp_path / "points.csv").read_bytes().decode() == sheet.text
