"""What each platform's importer takes: its rules, as its source or its maker's page states them."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from grading.report.classes import a_class, entries, work
from weakties.grading.export.export import sheet_of
from weakties.grading.report.report import Report


def canvas_takes(rows):
    """Read rows as lib/gradebook_importer.rb of canvas-lms does (as of 2025); return points by login."""
    header, students, worth = rows[0], {}, None
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert re.search(r"SIS\s+User\s+ID", header[2])
    assert re.search(r"SIS\s+Login\s+ID", header[3])
    assert "Section" in header[4]
    assert not [title for title in header[5:] if re.search("(Current|Final|Override) ", title)]
    for row in rows[1:]:
        if "Points Possible" in row[0]:
            worth = row[5:]
        else:
            assert row[1] == "" or row[1].isdecimal()
            students[row[3]] = dict(zip(header[5:], row[5:], strict=True))
    assert all(float(points) > 0 for points in worth)
    return students


def moodle_takes(rows):
    """Read rows as grade/import/csv/classes/load_data.php of Moodle 4 does, mapped by ID number."""
    found, first = {}, rows[0].index("ID number")
    for row in rows[1:]:
        assert len(row) > 1
        assert row[first]  # else the row goes to the person of the row before
        graded = rows[0][3:] if "Email address" not in rows[0] else rows[0][4:]
        points = dict(zip(graded, row[-len(graded) :], strict=True))
        assert "" not in points.values()  # a new item would take that for 0
        found[row[first]] = {name: "" if one == "-" else one for name, one in points.items()}
    return found


def brightspace_takes(rows):
    """Read rows as D2L's page on importing grades tells them; the last column is other programs'."""
    header, *people = rows
    assert header[0] == "OrgDefinedId"
    assert header[-1] == "End-of-Line Indicator"
    assert all(title.endswith(" Points Grade") for title in header[1:-1])
    assert {row[-1] for row in people} == {"#"}
    items = [title.removesuffix(" Points Grade") for title in header[1:-1]]
    return {row[0]: dict(zip(items, row[1:-1], strict=True)) for row in people}


TAKES = {"canvas": canvas_takes, "moodle": moodle_takes, "brightspace": brightspace_takes}


@pytest.mark.parametrize("form", TAKES)
def test_an_importer_finds_everybodys_points_and_nothing_ungraded_is_a_number(form):
    second = Report(replace(entries({"ann": work(1, 0, 0)}), assignment="message"))
    sheet = sheet_of([a_class(), second], form)
    found = TAKES[form](list(csv.reader(io.StringIO(sheet.text, newline=""))))
    assert {name: float(points) for name, points in found["ann"].items()} == {
        "photo": 7,
        "message": 1,
    }
    for who in ("cy", "dee", "fay", "gil"):
        assert found[who] == {"photo": "", "message": ""}
    assert "Assumed" in sheet.notes[0]
