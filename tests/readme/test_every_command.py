"""Every command that README or a handbook shows is run: here, each at a desk of its own, or elsewhere.

Where another test runs one it is named below, and so is what asks a registry or a daemon that tests
do not have.
"""

from __future__ import annotations

import asyncio
import json
import mailbox
import re
import shlex
import shutil
import signal
import subprocess
import sys
from itertools import chain

import nbformat
import pytest
import typer
from typer.testing import CliRunner

from cli.test_learners_pages import finish_photo
from readme.commands import DOCUMENTS, commands_in, shown
from readme.places import ROOT
from readme.test_handbooks import lines_of
from readme.test_instructors import LINES as OF_README
from teaching.collecting.given import hand_in, mail, notebook, zipped
from teaching.survey.test_survey import written_by_all
from teaching.test_debrief import a_workshop
from weakties.cli import app
from weakties.course import load_course
from weakties.room.keeping import counts
from weakties.workshop import free_port, lay_out, working_folder

ELSEWHERE = {
    "weakties site": "tests/browser/test_site.py::site",
    "weakties start$": "tests/browser/test_start.py::workshop",
    "weakties start my-folder": "tests/test_run.py::test_a_first_run_sets_up_and_starts_with_every_further_word",
    "weakties start --no-questions": "tests/cli/test_asked_later.py::test_who_wants_no_questions_is_never_asked",
    "python3 run.py test": "tests/test_run.py::test_the_tests_begin_with_a_browser_and_run_in_the_project",
    "python3 run.py$": "tests/test_run.py::test_without_a_word_it_names_the_two_commands_and_installs_nothing",
    "python3 start.py": "tests/teaching/packing/test_packing.py::test_a_zip_installs_itself_in_an_empty_environment_and_the_first_check_answers",
    "weakties (join|leave)": "tests/joined/test_joined.py::test_after_joining_a_prediction_and_a_check_are_told_and_leaving_deletes_them",
    "weakties hand-in photo$": "tests/deploy/hub/walk.py::hand_in",
    "weakties grade .*--cluster": "tests/grading/test_cluster.py::test_a_cluster_grades_as_this_machine_does_and_a_killed_worker_loses_nothing",
    "weakties grade .*--compare": "tests/grading/compare/test_compare.py::test_where_both_agree_nothing_differs_and_the_course_is_as_it_was",
    "weakties grade .*--executor": "tests/grading/test_ending.py",
    "weakties grade .*--set": "tests/cli/test_grade.py::test_a_setting_can_be_given_for_one_run",
    "weakties teach pack --offline": "tests/deploy/hub/elsewhere.py",
    "weakties teach (certificates|verify) |weakties teach verify": "tests/teaching/certificates/test_certificates.py::made",
    "weakties teach slides .*--pdf": "tests/projector/test_pdf.py::test_a_browser_prints_the_page",
    "weakties teach room .*--socket": "tests/deploy/hub/in_the_room.py::room_in",
    "weakties teach collect photo /srv": "tests/deploy/hub/walk.py::collect_and_grade",
    "python -m zipfile": "tests/deploy/hub/walk.py::main",
    "sudo .venv/bin/python tests/deploy/hub/walk.py": "tests/deploy/hub/test_a_class.py",
    "sudo .*python3 deploy/hub/hub.py": "tests/deploy/hub/small_hub.py::small_hub",
    "weakties author .*thanks$|pytest|weakties author data": "tests/authoring/test_authors_walk.py::walked",
    "weakties author new thanks --title": "tests/authoring/test_authors_walk.py::walked",
    "weakties author (lint|tidy|release)( photo)?$": "tests/authoring/test_author_cli.py::run",
    "weakties author run": "tests/authoring/test_run.py",
    "weakties author prove photo$": "tests/cli/test_cli.py::test_a_proof_as_json_has_one_entry_per_unit_and_fails_by_exit_code",
    "weakties author prove .*--quick": "tests/authoring/test_prove.py::test_a_quick_proof_misses_neither_a_wrong_answer_taken_nor_a_right_one_refused",
    "weakties author apart": "tests/authoring/test_apart.py::test_a_wrong_road_is_measured_in_tolerances_and_counts_are_right_or_wrong",
    "nbgrader (submit|autograde|generate_feedback|release_feedback|export)": "tests/grading/test_walk.py",
    "nbgrader generate_assignment": "tests/teaching/test_new.py",
    "jupyter nbconvert": "tests/test_lessons.py",
    "jupyter lab|source .venv|cd my-course": "tests/readme/test_instructors.py::walked",
    "cd course": "tests/readme/test_instructors.py::walked",
    ".*tests/browser/install.py": "tests/browser/test_install.py",
}
"""Which test runs what, by how a command begins: its file, and what in it does."""

BY_HAND = {
    "docker|helm": "They ask a daemon or a cluster; what is told to them is held by tests/deploy/kubernetes.",
    "pip|uv|uvx": "They ask where packages come from.",
    ".*benchmarks/": "They measure, for minutes.",
    ".* -m (data.apart|linkedin.owners)": "They make what other tests hold to its record, for minutes.",
}

OF_A_LEARNER = re.compile("weakties (again|certificate|decisions|doctor|hand-in|progress|recall)")
SERVES = re.compile(r"weakties teach (room|slides|read) (?!.*--(print|status))")
ADDRESS = re.compile(r"http://\S+")
TYPED = {"weakties certificate": "Ada Lovelace\n", "weakties recall": "\nq\n"}
"""What a command asks for is answered."""
NAMES_ONLY = re.compile("Missing (argument|option)|Name (a unit|the units)")
MARIA = '\n[[readers]]\nname = "maria"\n'


def among(patterns, line):
    return next((pattern for pattern in patterns if re.match(pattern, line)), None)


TYPED_BY_NEIGHBORS = {*OF_README, *lines_of("workshop.md"), *lines_of("cohort.md")}
HERE = [
    line
    for line in shown()
    if line not in TYPED_BY_NEIGHBORS
    and not among({**ELSEWHERE, **BY_HAND}, line)
    and not line.endswith(" …")
]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory):
    """A folder with a course of which two units are graded, and all else that commands name."""
    room = tmp_path_factory.mktemp("desk")
    (room / "class.csv").write_text(
        "id,name,email\nada,Ada Lovelace,ada@example.org\nann,Ann Who,ann@example.org\n", "utf-8"
    )
    course = room / "my-course"
    words = ["--units", "photo,quality", "--roster", room / "class.csv"]
    done("teach", "new", course, *words)
    for who, unit in (("ada", "photo"), ("ann", "photo"), ("ada", "quality")):
        place = course / "submitted" / who / unit / f"{unit}.ipynb"
        place.parent.mkdir(parents=True)
        shutil.copy(ROOT / "solutions" / unit / place.name, place)
    done("grade", "--all", "--course", course)
    with (course / "cohort.toml").open("a", encoding="utf-8") as cohort:
        cohort.write(MARIA)
    shutil.copy(room / "class.csv", course)
    for when in ("before", "after"):
        (course / f"{when}.csv").write_text(written_by_all(when, 6, 2), "utf-8")
    (course / "counts.json").write_text(json.dumps(counts(a_workshop())), "utf-8")
    handed_in_to(course)
    done("mirror", "--sample", "--out", course / "my-export.zip")
    return room


def done(*words):
    ran = CliRunner().invoke(app, [*map(str, words)])
    assert ran.exit_code == 0, ran.output


def handed_in_to(course):
    """Lay there what came by a platform, by mail, and by hand."""
    people = {f"{who}/photo.ipynb": notebook(who) for who in ("ada", "ann")}
    (course / "submissions.zip").write_bytes(zipped(people))
    box = mailbox.mbox(course / "class.mbox")
    sent = {"photo.zip": hand_in("by mail", who="ada")}
    box.add(mail("ada@example.org", "Mon, 01 Mar 2027 09:00:00 +0000", sent))
    box.close()
    for folder in ("inbound", "stick"):
        (course / folder).mkdir()
        (course / folder / "photo-hand-in-ada.zip").write_bytes(hand_in(folder, who="ada"))


@pytest.fixture
def desk(furnished, tmp_path, monkeypatch):
    """A copy of it; one stands in the course."""
    room = shutil.copytree(furnished, tmp_path / "desk")
    monkeypatch.chdir(room / "my-course")
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    # There is a browser, and what a command opens in it nobody sees.
    monkeypatch.setenv("BROWSER", "true")
    monkeypatch.setattr("webbrowser.get", lambda *_: None)
    return room


def at_the_place_of(line, desk, monkeypatch):
    """Go where a command is typed: learners have a folder of their own."""
    if OF_A_LEARNER.match(line):
        course = load_course()
        place = working_folder(desk / "weakties-workshop", course)
        lay_out(course, place)
        finish_photo(place)
        decide(place / course.unit("photo").lesson)
        monkeypatch.chdir(place)
    elif "--edition" in line:
        # The course here has an edition already.
        monkeypatch.chdir(desk)
    elif line.endswith("codes.csv"):
        monkeypatch.chdir(ROOT)


def decide(lesson):
    """Type a decision where a lesson asks for one."""
    notebook = nbformat.read(lesson, as_version=4)
    (cell,) = [one for one in notebook.cells if one.id == "my-decision"]
    cell.source = 'on_monday = "I pick two."'
    nbformat.write(notebook, lesson)


def refused_as_a_name(ran, line):
    """Say whether a command lacks what another one that is shown gives it."""
    longer = any({*line.split()} < {*other.split()} for other in shown())
    return ran.exit_code != 0 and longer and bool(NAMES_ONLY.search(ran.output))


def with_what_is_here(line, desk):
    found = line.replace("SOURCE", "submissions.zip").replace("--format …", "--format canvas")
    return found.replace("/srv", str(desk / "srv")).replace("8899", str(free_port()))


@pytest.mark.parametrize("line", [one for one in HERE if not SERVES.match(one)])
def test_a_command_that_is_shown_does_what_it_is_shown_for(line, desk, monkeypatch):
    at_the_place_of(line, desk, monkeypatch)
    if line.startswith("python3 "):
        command, _, _ = line.partition(" > ")
        words = [sys.executable, *shlex.split(command)[1:-1], desk / "class.csv"]
        assert b"ada" in subprocess.run(words, check=True, capture_output=True).stdout
        return
    ran = CliRunner().invoke(
        app, shlex.split(with_what_is_here(line, desk))[1:], input=TYPED.get(line)
    )
    assert ran.exit_code == 0 or refused_as_a_name(ran, line), (ran.output, ran.exception)


@pytest.fixture
def no_other_loop():
    """Set aside the loop that a browser which another test left open keeps running in this thread."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)


@pytest.mark.usefixtures("no_other_loop")
@pytest.mark.parametrize("line", [one for one in HERE if SERVES.match(one)])
def test_a_command_that_serves_names_its_address_until_it_is_ended(line, desk, monkeypatch):
    (desk / "my-course" / "counts.json").unlink()
    plain = typer.echo

    def ended_once_it_is_up(said="", **options):
        plain(said, **options)
        if "Ctrl-C" in said:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("typer.echo", ended_once_it_is_up)
    ran = CliRunner().invoke(app, shlex.split(with_what_is_here(line, desk))[1:])
    assert "Ctrl-C" in ran.output
    assert ADDRESS.search(ran.output)
    assert ran.exit_code == 0, (ran.output, ran.exception)


@pytest.mark.parametrize("start", ELSEWHERE)
def test_what_is_run_elsewhere_is_shown_and_named_there(start):
    name, _, what = ELSEWHERE[start].partition("::")
    text = (ROOT / name).read_text("utf-8")
    assert not what or re.search(rf"^(async )?def {what}\(", text, re.MULTILINE)
    lines = [line for line in shown() if among(ELSEWHERE, line) == start]
    assert lines != []
    # Some read what they run from the document itself.
    text += "".join(path.read_text("utf-8") for path in DOCUMENTS if path.name in text)
    options = chain(*(re.findall(r"--([a-z-]+)", line) for line in lines))
    assert [one for one in options if one not in text] == []


def test_nothing_of_ours_but_measuring_is_left_to_hands():
    lines = [line for line in shown() if among(BY_HAND, line) and not among(ELSEWHERE, line)]
    assert {among(BY_HAND, line) for line in lines} == {*BY_HAND}
    assert [line for line in lines if line.startswith(("weakties", "python3 run.py"))] == []


def test_a_command_is_found_in_fences_and_in_code_without_what_explains_it():
    text = "Type `weakties teach read photo` or `weakties`.\n```\nsudo A=1 weakties x   so\n```\n"
    assert commands_in(text) == ["sudo A=1 weakties x", "weakties teach read photo"]
