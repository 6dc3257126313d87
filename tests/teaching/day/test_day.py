"""A teacher's day with thirty learners and two units: at its end every mark is what it must be.

What each mark must be is reckoned here, in a few lines of arithmetic on what was handed in.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
import zipfile
from dataclasses import replace
from datetime import timedelta

import nbformat
import pytest
from typer.testing import CliRunner

from grading.courses import notebook_of
from grading.rows import grade_rows
from teaching.day.work import (
    CAME,
    EDITION,
    FORMER,
    MENDED,
    NEVER_CAME,
    OF_LAST_TERM,
    PEOPLE,
    PS1,
    UNREAD,
    Y,
    everything_right,
    photo_of,
    photo_with,
    ps1_of,
)
from weakties.cli import app

pytestmark = pytest.mark.xdist_group("teachers-day")

APPEALED, AGAIN, AGAIN_CHANGED, LONGER, LONGER_LATER = "p02", "p01", "p03", "p04", "p10"
DATES = """
[late]
grace_minutes = 15
percent_a_day = 10
floor_percent = 50
[[units]]
slug = "photo"
due = 2027-03-05T12:00:00
[[units]]
slug = "ps1"
due = 2027-03-05T12:00:00
[[extensions]]
learner = "p04"
unit = "photo"
due = 2027-03-08T12:00:00
"""
DUE_LATER = {"ps1": timedelta(days=1)}
"""How much later a unit is due than it was when it was graded first."""
EXTENDED = {
    ("photo", LONGER): timedelta(days=3),
    ("photo", LONGER_LATER): timedelta(days=1),
}


def run(*words):
    ran = CliRunner().invoke(app, list(map(str, words)))
    assert ran.exit_code == 0, ran.output
    return ran


def text_points(unit, number):
    return [3.0, 2.5, 1.0, 0.0][number % 4] if unit == "photo" else [4.0, 3.0, 0.0][number % 3]


def write_as_the_formgrader(book, unit, learner, cell, points):
    """Do what its handler does with the points that somebody typed."""
    grade = book.find_grade(cell, unit, unit, learner)
    grade.manual_score, grade.extra_credit = points, None
    grade.needs_manual_grade = grade.manual_score is None and grade.auto_score is None
    book.db.commit()


class Day:
    """The course, what lies in it, and what was said on the way."""

    def __init__(self, place):
        self.place, self.course, self.said = place, place / "course", {}
        self.handed = {"photo": {}, "ps1": {}}
        self.by_hand = {"photo": {}, "ps1": {}}

    def weakties(self, step, *words):
        self.said[step] = run(*words, "--course", self.course)

    def start(self):
        rows = "".join(f"{who},First{who} Last{who},{who}@example.org\n" for who in PEOPLE)
        (self.place / "class.csv").write_text(f"id,name,email\n{rows}", encoding="utf-8")
        named = ["--edition", EDITION, "--zone", "Europe/Berlin"]
        roster = ["--roster", self.place / "class.csv"]
        run("teach", "new", self.course, "--units", "photo", *roster, *named)
        head = (self.course / "cohort.toml").read_text(encoding="utf-8").partition("\n# What")[0]
        head = head.replace(
            '# former_editions = ["spring-2026"]', f'former_editions = ["{FORMER}"]'
        )
        self.cohort = head + DATES
        (self.course / "cohort.toml").write_text(self.cohort, encoding="utf-8")
        own = self.course / "solutions" / "ps1" / "ps1.ipynb"
        own.parent.mkdir()
        nbformat.write(notebook_of(PS1), own)

    def collect(self):
        path = self.course / "exercises" / "photo" / "photo.ipynb"
        self.exercise = json.loads(path.read_text(encoding="utf-8"))
        for number, who in enumerate(PEOPLE):
            self.hand_in(who, "photo", photo_of(number, self.exercise))
            if who != NEVER_CAME:
                self.hand_in(who, "ps1", ps1_of(number))

    def hand_in(self, who, unit, handed):
        handed.put(self.course, who, unit)
        self.handed[unit][who] = handed

    def read_all(self):
        """Let two people read, each with a gradebook of their own open, and one text both."""
        from nbgrader.api import Gradebook

        url = f"sqlite:///{self.course / 'gradebook.db'}"
        cells = {"photo": "photo-reflection-answer", "ps1": "text"}
        with Gradebook(url, "weakties") as one, Gradebook(url, "weakties") as other:
            for unit, cell in cells.items():
                for number, who in enumerate(PEOPLE):
                    wrote = who in self.handed[unit] and self.handed[unit][who].text
                    if wrote and (unit, who) != ("photo", UNREAD):
                        book = one if number % 2 else other
                        self.give(book, unit, who, cell, text_points(unit, number))
            self.give(one, "photo", "p00", cells["photo"], 1.0)
            self.give(other, "photo", "p00", cells["photo"], 2.5)

    def give(self, book, unit, who, cell, points):
        write_as_the_formgrader(book, unit, who, cell, points)
        self.by_hand[unit].setdefault(who, {})[cell] = points

    def person(self, unit, who, cell, points):
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.course / 'gradebook.db'}", "weakties") as book:
            self.give(book, unit, who, cell, points)

    def hand_in_again(self):
        """One mends the code alone, and comes late now; one changes the text that was read as well."""
        for who in (AGAIN, AGAIN_CHANGED):
            text = self.handed["photo"][who].text
            text = text if who == AGAIN else f"{text} Bright light, too."
            late = CAME[3]
            self.hand_in(who, "photo", photo_with(self.exercise, everything_right(), text, late))

    def mend_the_key(self):
        own = self.course / "solutions" / "ps1" / "ps1.ipynb"
        own.write_text(own.read_text(encoding="utf-8").replace(*MENDED), encoding="utf-8")
        for number, who in enumerate(PEOPLE[:-1]):
            x, _ = self.handed["ps1"][who].checks
            points = 2.0 if Y[number % 4] in ("y = 4", "y = 5") else 0.0
            self.handed["ps1"][who] = replace(self.handed["ps1"][who], checks=(x, points))

    def appeal(self):
        edited = self.place / "edited.ipynb"
        right = photo_with(self.exercise, everything_right(), "", None)
        edited.write_text(json.dumps(right.notebook), encoding="utf-8")
        url = f"sqlite:///{self.course / 'gradebook.db'}"
        before = grade_rows(url)
        self.weakties("appeal", "teach", "show", "photo", APPEALED, "--json", "--what-if", edited)
        self.appeal_saved_nothing = grade_rows(url) == before
        self.person("photo", APPEALED, "photo-q2-check", 1.5)

    def move_dates(self):
        more = f'[[extensions]]\nlearner = "{LONGER_LATER}"\nunit = "photo"\ndue = 2027-03-06T12:00:00\n'
        moved = self.cohort.replace('"ps1"\ndue = 2027-03-05', '"ps1"\ndue = 2027-03-06') + more
        assert moved.count("2027-03-06") == 2
        (self.course / "cohort.toml").write_text(moved, encoding="utf-8")

    def give_back(self):
        platform = self.place / "submissions.zip"
        with zipfile.ZipFile(platform, "w") as made:
            for number, who in enumerate(PEOPLE):
                work = self.course / "submitted" / who / "photo" / "photo.ipynb"
                folder = f"First{who} Last{who}_{number}_assignsubmission_file"
                made.write(work, f"{folder}/anything.ipynb")
        back = self.place / "back.zip"
        self.weakties("return", "teach", "return", "photo", "--zip", back, "--like", platform)
        with zipfile.ZipFile(back) as opened:
            self.pages = {name: opened.read(name).decode() for name in opened.namelist()}

    def take_away(self):
        for form in ("csv", "canvas", "moodle"):
            self.weakties(form, "teach", "export", "photo", "ps1", "--format", form)

    def must_be(self, unit, who):
        """Reckon somebody's mark; nothing where nothing came, or a text has no reader yet."""
        if who not in self.handed[unit]:
            return None
        handed, given = self.handed[unit][who], self.by_hand[unit].get(who, {})
        names = (
            [f"photo-q{n}-check" for n in range(1, 7)]
            if unit == "photo"
            else ["x-check", "y-check"]
        )
        points = [given.get(name, got) for name, got in zip(names, handed.checks, strict=True)]
        read = [value for name, value in given.items() if name not in names]
        if handed.text and not read:
            return None
        whole, late = sum(points) + sum(read), handed.late
        if late is None:
            return whole
        over = late - EXTENDED.get((unit, who), DUE_LATER.get(unit, timedelta()))
        if over <= timedelta(minutes=15):
            return whole
        days = math.ceil(over / timedelta(days=1))
        return whole - whole * min(days * 10, 50) / 100

    @property
    def marks(self):
        return {(unit, who): self.must_be(unit, who) for unit in self.handed for who in PEOPLE}


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """Walk through the whole day once; the tests look at what it left behind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WEAKTIES_EDITION", raising=False)
        day = Day(tmp_path_factory.mktemp("day"))
        day.start()
        day.collect()
        day.weakties("grade", "grade", "photo", "ps1")
        day.read_all()
        day.hand_in_again()
        day.weakties("again", "grade", "photo")
        day.person("photo", AGAIN_CHANGED, "photo-reflection-answer", 3.0)
        day.mend_the_key()
        day.weakties("mended", "grade", "ps1")
        day.appeal()
        day.move_dates()
        day.give_back()
        day.take_away()
        return day


def rows_of(ran):
    return list(csv.DictReader(io.StringIO(ran.stdout)))


def number(cell):
    return None if cell in ("", "-") else float(cell)


def test_every_mark_in_the_plain_export_is_what_it_must_be(day):
    found = {
        (r["assignment"], r["student_id"]): number(r["score"]) for r in rows_of(day.said["csv"])
    }
    expected = day.marks
    assert {key for key, mark in found.items() if mark is None} == {
        ("photo", UNREAD),
        ("ps1", NEVER_CAME),
    }
    assert found == pytest.approx(expected, nan_ok=False)
    assert len(set(expected.values())) >= 20


@pytest.mark.parametrize(("form", "person"), [("canvas", "SIS Login ID"), ("moodle", "ID number")])
def test_so_is_every_mark_that_a_platform_imports(day, form, person):
    rows = [row for row in rows_of(day.said[form]) if row[person] in PEOPLE]
    found = {(unit, row[person]): number(row[unit]) for row in rows for unit in ("photo", "ps1")}
    assert found == pytest.approx(day.marks, abs=1e-6)


def test_so_is_every_mark_on_the_pages_that_went_back(day):
    assert len(day.pages) == len(PEOPLE)
    for number_of, who in enumerate(PEOPLE):
        name = f"First{who} Last{who}_{number_of}_assignsubmission_file/photo-feedback.html"
        mark = day.must_be("photo", who)
        said = re.search(r"class='short'>([\d.]+) of 18 points\.", day.pages[name])
        if who == UNREAD:
            assert "3 points still wait for a person" in day.pages[name]
        else:
            assert float(said[1]) == pytest.approx(mark, abs=0.006)


def test_edition_and_key_stand_on_every_page_and_in_the_export(day):
    rows = [row for row in rows_of(day.said["csv"]) if row["assignment"] == "photo"]
    keys = {row["key"] for row in rows}
    assert ({row["edition"] for row in rows}, len(keys)) == ({EDITION}, 1)
    line = f"Graded with the data of edition {EDITION} by key {keys.pop()}"
    assert all(line in page for page in day.pages.values())


def test_an_answer_for_last_terms_data_is_told_so(day):
    (page,) = [page for name, page in day.pages.items() if f"First{OF_LAST_TERM} " in name]
    assert f"that is the answer in edition {FORMER}, and this is edition {EDITION}" in page


def test_only_what_was_handed_in_again_is_graded_again_and_a_changed_text_is_read_again(day):
    said = day.said["again"].stdout
    assert "2 differ from what was graded: graded again." in said
    assert "28 left as they were" in said
    assert f"{AGAIN_CHANGED} waits for one reading" in said or "2 wait for one reading" in said


def test_a_mended_key_grades_everybody_again_and_keeps_what_people_gave(day):
    said = day.said["mended"]
    assert "has changed: y-check (hidden tests)" in said.stderr + said.stdout
    assert f"{len(PEOPLE) - 1} were graded by an older key: graded again." in said.stdout
    assert "0 needs review" in said.stdout


def test_an_appeal_shows_what_a_change_would_bring_and_saves_nothing(day):
    said = json.loads(day.said["appeal"].stdout)
    checks = [one for one in said["questions"] if one["grade_id"].endswith("-check")]
    assert [one["points"] for one in checks] == list(day.handed["photo"][APPEALED].checks)
    assert [one["with_the_change"] for one in checks] == [2, 3, 2, 3, 2, 3]
    assert day.appeal_saved_nothing


def test_moved_dates_are_said_where_marks_leave_next(day):
    said = " ".join(day.said["return"].stderr.split())
    assert "ps1 was due 2027-03-05 12:00 Europe/Berlin, and is due 2027-03-06 12:00" in said
    assert re.search(r"What coming late costs in photo changed: [^.]*p02", said) is None
    assert LONGER_LATER in said
    assert "changed" not in day.said["csv"].stderr
