"""A class: handed out without the key, handed in, graded, read, given back; marks as reckoned.

Its learners come by a wheel, from a stick, a platform and the mail, and through an exchange. The
learners of a hub, which takes a machine with root, are graded, read and given their feedback in
``tests/deploy/hub/walk.py``.
"""

from __future__ import annotations

import csv
import io
import json
import mailbox
import math
import os
import subprocess
import sys
import zipfile
from datetime import timedelta

import pytest
from typer.testing import CliRunner
from uv import find_uv_bin

from teaching.collecting.given import mail, zipped
from teaching.day.work import EDITION, everything_right, photo_of, photo_with
from teaching.packing.borrowed import borrow
from teaching.packing.lines import held
from weakties.cli import app
from weakties.teaching.packing import offline
from weakties.teaching.reading.opening import desk_at

pytestmark = pytest.mark.xdist_group("a-class")

ROSTER = """id,name,email
wheel,Wilma Wheel,wilma@example.org
stick,Stig Stick,stig@example.org
moodle,José Múñoz,jose@example.org
mail,Mia Mail,mia@example.org
exchange,Eve Exchange,eve@example.org
never,Nora Never,nora@example.org
"""
COHORT = f"""title = "A class"
edition = "{EDITION}"
roster = "roster.csv"
[late]
percent_a_day = 10
floor_percent = 50
[[units]]
slug = "photo"
due = 2027-03-05T12:00:00
"""
GIVEN = {
    "wheel": (True, True, True),
    "stick": (True, False, True),
    "mail": (False, False, False),
    "exchange": (True, True, False),
}
"""What who reads it gives each text: for a goal, a choice, a harm. One learner wrote none."""
LATE_BY = {"mail": timedelta(hours=30), "exchange": timedelta(minutes=5)}


def run(*words):
    ran = CliRunner().invoke(app, list(map(str, words)))
    assert ran.exit_code == 0, ran.output
    return ran.output


class Class:
    """The course, what each learner did, and what came back."""

    def __init__(self, place):
        self.place, self.course = place, place / "course"

    def hand_out(self):
        roster = self.place / "roster.csv"
        roster.write_text(ROSTER, encoding="utf-8")
        run(
            "teach",
            "new",
            self.course,
            "--units",
            "photo",
            "--edition",
            EDITION,
            "--roster",
            roster,
        )
        (self.course / "cohort.toml").write_text(COHORT, encoding="utf-8")
        run("teach", "pack", "--out", self.place / "out", "--course", self.course)
        (wheel,) = (self.place / "out").glob("*.whl")
        self.site = self.place / "laptop"
        uv = [find_uv_bin(), "pip", "install", "--quiet", "--offline", "--no-deps"]
        subprocess.run([*uv, "--target", self.site, wheel], check=True)
        with zipfile.ZipFile(wheel) as opened:
            self.packed = {name: opened.read(name) for name in opened.namelist()}
        exercise = self.packed["weakties/content/exercises/photo/photo.ipynb"]
        self.exercise = json.loads(exercise)
        self.hand_out_a_stick()

    def hand_out_a_stick(self):
        self.stick = self.place / "stick"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(offline, "fetch", borrow)
            run("teach", "pack", "--offline", "--out", self.stick, "--course", self.course)
        (wheel,) = (self.stick / "wheels").glob("weakties-*.whl")
        with zipfile.ZipFile(wheel) as opened:
            self.on_stick = {name: opened.read(name) for name in opened.namelist()}

    def work(self):
        self.handed = {
            "wheel": photo_with(self.exercise, everything_right(), "I chose a clear one.", None),
            "stick": photo_of(6, self.exercise),
            "moodle": photo_of(5, self.exercise),
            "mail": photo_of(3, self.exercise),
            "exchange": photo_of(4, self.exercise),
        }

    def bytes_of(self, who):
        return json.dumps(self.handed[who].notebook).encode()

    def hand_in(self):
        self.inbox = self.place / "inbox"
        self.inbox.mkdir()
        hand_in = ["hand-in", "photo", "--out", self.inbox, "--me"]
        block = "import sys; sys.modules.update(nbgrader=None, bleach=None); "
        installed = ["-c", f"{block}from weakties.cli import main; main()"]
        site = {"PYTHONPATH": str(self.site)}
        self.type(site, *installed, *hand_in, "Wilma Wheel", self.file_of("wheel"), "--no-run")
        # Without a registry, at a Western console, in an environment that the stick makes itself.
        alone = {"PYTHONPATH": "", "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_NO_COMPILE": "1"}
        alone["PYTHONIOENCODING"] = "cp1252"
        start = self.stick / "start.py"
        first = self.type(alone, start, *hand_in, "Stig Stick", self.file_of("stick"))
        self.stick_said = [first, self.type(alone, start, "--version")]
        folder = "Jose Munoz_7_assignsubmission_file_"
        self.moodle = self.place / "moodle.zip"
        self.moodle.write_bytes(zipped({f"{folder}/photo (1).ipynb": self.bytes_of("moodle")}))
        self.box = mailbox.mbox(self.place / "class.mbox")
        sent = "Sat, 06 Mar 2027 18:00:00 +0000"
        self.box.add(mail("Mia <mia@example.org>", sent, {"photo.ipynb": self.bytes_of("mail")}))
        self.box.close()
        self.inbound = self.place / "inbound"
        there = self.inbound / "exchange+photo+2027-03-05 12:05:00.000000 UTC+abc"
        there.mkdir(parents=True)
        (there / "photo.ipynb").write_bytes(self.bytes_of("exchange"))

    def file_of(self, who):
        mine = self.place / f"{who}.ipynb"
        mine.write_bytes(self.bytes_of(who))
        return mine

    def type(self, environment, *words):
        return subprocess.run(
            [sys.executable, *words],
            env={**os.environ, **environment},
            cwd=self.place,
            stdout=subprocess.PIPE,
            encoding="cp1252",
            check=True,
        ).stdout

    def collect(self):
        sources = [self.inbox, self.moodle, self.place / "class.mbox", self.inbound]
        self.said = run("teach", "collect", "photo", *sources, "--course", self.course)

    def grade(self):
        run("grade", "photo", "--course", self.course)
        self.before_reading = self.export()

    def read(self):
        """Read at the desk whose page `weakties teach read` serves, as its clicks do."""
        desk = desk_at(self.course, "photo", with_names=True)
        self.texts = {}
        for one in desk.overview()["questions"][0]["texts"]:
            shown = desk.text(0, one["number"])
            self.texts[who := shown["learner"]] = shown["text"]
            read = {"given": list(GIVEN[who]), "comment": f"Read, {who}."}
            desk.save(0, one["number"], {"points": None, "version": shown["version"], **read})

    def give_back(self):
        back = self.place / "back.zip"
        run("teach", "return", "photo", "--zip", back, "--course", self.course)
        with zipfile.ZipFile(back) as opened:
            self.pages = {name: opened.read(name).decode() for name in opened.namelist()}
        self.marks = self.export()

    def export(self):
        rows = run("teach", "export", "photo", "--course", self.course)
        table = csv.DictReader(io.StringIO(rows[rows.index("assignment,") :]))
        return {row["student_id"]: row["score"] for row in table if row["assignment"] == "photo"}

    def must_be(self, who):
        """Reckon a mark: the checks, the text, less what coming late costs."""
        handed = self.handed[who]
        whole = sum(handed.checks) + sum(GIVEN.get(who, ()))
        days = math.ceil(LATE_BY.get(who, timedelta()) / timedelta(days=1))
        return whole * (1 - min(days * 10, 50) / 100)


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WEAKTIES_EDITION", raising=False)
        ours = Class(tmp_path_factory.mktemp("a class é"))
        for step in ("hand_out", "work", "hand_in", "collect", "grade", "read", "give_back"):
            getattr(ours, step)()
        return ours


def test_nobody_was_given_a_line_of_the_key(ours):
    assert held(ours.packed) == {}
    assert held(ours.on_stick) == {}


def test_a_stick_installs_once_without_a_network_and_passes_words_on(ours):
    installing = ["Installing" in said for said in ours.stick_said]
    assert installing == [True, False]
    assert "holds stick.ipynb as photo.ipynb" in ours.stick_said[0]
    assert "and no network" in (ours.stick / "READ ME.txt").read_text(encoding="utf-8")


def test_in_what_a_stick_installs_the_checks_answer_and_all_runs_to_its_end(ours):
    receipts = {}
    for made in ours.inbox.iterdir():
        with zipfile.ZipFile(made) as opened:
            one = json.loads(opened.read("receipt.json"))
        receipts[one["who"]] = one
    assert receipts["Stig Stick"]["stops"] == []
    assert receipts["Stig Stick"]["points"] > receipts["Wilma Wheel"]["points"] == 0


def test_everybodys_work_is_collected_with_its_time(ours):
    assert "The work of 5 learners is collected" in ours.said
    assert "mail: 2027-03-06 18:00 UTC, late by 1 d 6 h" in ours.said


def test_every_mark_is_what_it_must_be(ours):
    found = {who: float(mark) for who, mark in ours.marks.items() if mark}
    assert found == pytest.approx({who: ours.must_be(who) for who in ours.handed})
    assert ours.marks["never"] == ""
    assert len(set(found.values())) == 5


def test_each_text_that_was_written_is_read_and_until_then_its_learner_has_no_mark(ours):
    assert ours.texts == {who: ours.handed[who].text for who in GIVEN}
    assert {who for who in ours.handed if not ours.before_reading[who]} == set(GIVEN)


def test_everybody_who_handed_in_gets_a_page_with_what_was_read_and_nothing_of_the_key(ours):
    assert set(ours.pages) == {f"{who}/photo-feedback.html" for who in ours.handed}
    for who in ours.handed:
        page = ours.pages[f"{who}/photo-feedback.html"]
        assert (f"Read, {who}." in page) == (who in GIVEN)
        assert f"{ours.must_be(who):g} of 18 points." in page
        assert "HIDDEN TESTS" not in page
