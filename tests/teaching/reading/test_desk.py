"""What is clicked at a reader's desk is in nbgrader's gradebook, and stays there."""

from __future__ import annotations

import json
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grading.idle import idle
from teaching.reading.essays import (
    READERS,
    by_formgrader,
    reading_course,
    regrade,
    rows,
    write,
)
from weakties.grading.nbg.course import classroom
from weakties.teaching.reading.desk import Outdated
from weakties.teaching.reading.opening import desk_at
from weakties.teaching.reading.reading import NotReadable
from weakties.teaching.show.again import Again
from weakties.teaching.show.forms import page_of, text_of
from weakties.teaching.show.learner import shown as shown_of

FREE, GOAL = 0, 1  # in the order of their names
LEFT_OUT = """
c.GenerateFeedback.preprocessors = ["weakties.grading.preprocessors.DropNotes"]
"""
FULL = [True, True, True]


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A course in which ann and bo wrote both texts, and cy left one blank; graded."""
    with pytest.MonkeyPatch.context() as patch:
        idle(patch)
        course = reading_course(tmp_path_factory.mktemp("reading") / "course")
        write(course, "ann", "I will <b>ask</b> four people.", "Because.")
        write(course, "bo", "I will wait.", "It depends.")
        write(course, "cy", "I will call Ben.")
        regrade(course)
    return course


@pytest.fixture
def course(released, tmp_path, monkeypatch):
    idle(monkeypatch)
    return Path(shutil.copytree(released, tmp_path / "course"))


def place_of(desk, learner, question=GOAL):
    """Return the number under which a learner's text is read."""
    numbers = {place.learner: share.number for place, share in desk.view().shares.items()}
    return question, numbers[learner]


def click(desk, place, given=(), **more):
    """Save a reading as the page does, on top of what it shows."""
    shown = desk.text(*place)
    sent = {name: shown[name] for name in ("given", "points", "comment", "version")}
    return desk.save(*place, {**sent, **({"given": list(given)} if given else {}), **more})


def states(desk, question=GOAL):
    return sorted(text["state"] for text in desk.overview()["questions"][question]["texts"])


def test_a_text_is_shown_with_its_rubric_and_sample_and_without_a_name(course):
    desk = desk_at(course, "ps1")
    shown = desk.text(*place_of(desk, "ann"))
    assert shown["text"] == "I will <b>ask</b> four people."
    assert shown["criteria"] == ["a goal", "a step that can be done", "what it costs"]
    assert "I will call Ben." in shown["sample"]
    assert "SOLUTION" not in shown["sample"]
    assert (shown["words"], shown["state"], shown["learner"]) == (5, "open", None)
    assert "ann" not in str({**desk.overview(), **shown})
    named = desk_at(course, "ps1", with_names=True)
    assert named.text(*place_of(named, "ann"))["learner"] == "ann"


def test_what_was_left_blank_is_not_to_be_read(course):
    overview = desk_at(course, "ps1").overview()
    assert [len(question["texts"]) for question in overview["questions"]] == [2, 3]
    assert overview["waiting_checks"] == 0


def test_every_click_is_saved_and_points_come_with_the_last_one(course):
    desk = desk_at(course, "ps1")
    place = place_of(desk, "ann")
    assert click(desk, place, [True, None, None], comment="Which?")["state"] == "begun"
    assert rows(course)["ann", "goal-answer"] == (None, True, "Which?")
    assert click(desk_at(course, "ps1"), place, [True, False, True])["state"] == "read"
    assert rows(course)["ann", "goal-answer"] == (2, False, "Which?")
    assert click(desk, place, comment="")["comment"] == ""
    assert rows(course)["ann", "goal-answer"] == (2, False, None)


def test_where_the_text_states_no_rubric_points_are_a_number(course):
    desk = desk_at(course, "ps1")
    place = place_of(desk, "bo", FREE)
    click(desk, place, points=2.5)
    assert rows(course)["bo", "free-answer"][:2] == (2.5, False)
    with pytest.raises(NotReadable, match="from 0 to 4"):
        click(desk, place, points=5)
    assert rows(course)["bo", "free-answer"][0] == 2.5


def test_a_regrade_keeps_what_was_read_and_shows_old_and_new_of_what_changed(course):
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(LEFT_OUT)
    desk = desk_at(course, "ps1")
    for learner in ("ann", "bo"):
        click(desk, place_of(desk, learner), FULL, comment="Good.")
    regrade(course, force=True)
    assert states(desk) == ["open", "read", "read"]
    write(course, "ann", "I will ask five people.", "Because.")
    regrade(course)
    assert rows(course)["ann", "goal-answer"] == (3, True, "Good.")
    shown = desk.text(*place_of(desk, "ann"))
    assert shown["state"] == "changed"
    assert "".join(text for _, text in shown["older"]) == "I will <b>ask</b> four people."
    assert [text for differs, text in shown["newer"] if differs] == ["ask", "five"]
    assert "<del>four</del>" in before_the_goal(course, "ann"), "the Formgrader shows it as well"
    assert shown["given"] == FULL
    commented = click(desk, place_of(desk, "ann"), comment="Better.")
    assert commented["state"] == "changed"
    settled = click(desk, place_of(desk, "ann"), confirmed=True)
    assert (settled["state"], settled["older"]) == ("read", None)
    regrade(course, force=True)
    assert rows(course)["ann", "goal-answer"] == (3, False, "Better.")
    assert "four" not in before_the_goal(course, "ann")


def before_the_goal(root, learner):
    """Return the cell that stands before an answer in the graded notebook."""
    path = root / "autograded" / learner / "ps1" / "ps1.ipynb"
    sources = ["".join(one["source"]) for one in json.loads(path.read_text())["cells"]]
    return sources[sources.index("I will ask five people.") - 1]


@pytest.mark.parametrize("form", [page_of, text_of])
def test_an_appeal_has_the_text_its_reader_and_what_each_point_was_for(course, form):
    desk = desk_at(course, "ps1")
    click(desk, place_of(desk, "bo"), [True, False, True], comment="Which step?")
    room = classroom(course, "ps1")
    said = " ".join(form(shown_of(room, "bo", Again())).split())
    for words in ("I will wait.", "Which step?", "given: a goal; what it costs"):
        assert words in said
    assert "not given: a step that can be done" in said
    assert "changed since" not in said
    write(course, "bo", "I will ask five people.")
    regrade(course)
    said = " ".join(form(shown_of(room, "bo", Again())).split())
    assert "I will wait." not in said
    assert "of a text that has changed since" in said
    assert "waits for a person, of 3; 2 for what stood there before" in said
    blank = form(shown_of(room, "cy", Again()))
    assert "It depends" not in blank
    assert "Read by reader" not in blank


def test_what_the_formgrader_gave_is_read_and_only_a_whole_reading_replaces_it(course):
    by_formgrader(course, "ann", 1.5)
    desk = desk_at(course, "ps1")
    place = place_of(desk, "ann")
    shown = desk.text(*place)
    assert (shown["state"], shown["elsewhere"]) == ("read", 1.5)
    click(desk, place, [True, None, None], comment="Hm.")
    assert rows(course)["ann", "goal-answer"] == (1.5, False, "Hm.")
    assert click(desk, place, [True, True, False])["elsewhere"] is None
    assert rows(course)["ann", "goal-answer"] == (2, False, "Hm.")


def test_what_changed_since_the_formgrader_stands_beside_it_until_all_is_decided(course):
    by_formgrader(course, "ann", 1)
    write(course, "ann", "I will ask five people.", "Because.")
    regrade(course)
    desk = desk_at(course, "ps1")
    place = place_of(desk, "ann")
    for clicked in ({"comment": "Hm."}, {"given": [True, None, None]}):
        shown = click(desk, place, **clicked)
        assert shown["state"] == "changed"
        assert "".join(text for _, text in shown["older"]) == "I will <b>ask</b> four people."
        assert rows(course)["ann", "goal-answer"] == (1, True, "Hm.")
    assert click(desk, place, FULL)["older"] is None
    assert rows(course)["ann", "goal-answer"] == (3, False, "Hm.")


def test_what_somebody_else_saved_meanwhile_is_not_written_over(course):
    desk = desk_at(course, "ps1")
    place = place_of(desk, "ann")
    seen = desk.text(*place)
    by_formgrader(course, "ann", 1)
    with pytest.raises(Outdated):
        desk.save(*place, {**seen, "given": FULL})
    write(course, "bo", "I will not wait.")
    seen = desk.text(*place_of(desk, "bo"))
    regrade(course)
    with pytest.raises(Outdated):
        desk.save(*place_of(desk, "bo"), {**seen, "given": FULL})
    assert rows(course)["ann", "goal-answer"][0] == 1
    assert rows(course)["bo", "goal-answer"][0] is None


def test_whoever_saves_between_look_and_save_is_noticed_too(course, monkeypatch):
    desk = desk_at(course, "ps1")
    place = place_of(desk, "ann")
    seen, view = desk.text(*place), desk.view()
    by_formgrader(course, "ann", 1)
    monkeypatch.setattr("weakties.teaching.reading.desk.Desk.view", lambda _: view)
    with pytest.raises(Outdated, match="Somebody else has just saved"):
        desk.save(*place, {**seen, "given": FULL})
    assert rows(course)["ann", "goal-answer"][0] == 1


def test_two_readers_at_the_same_time_and_the_second_sees_nothing_of_the_first(course):
    (course / "cohort.toml").write_text(READERS, encoding="utf-8")
    desks = {name: desk_at(course, "ps1", name) for name in ("maria", "jo")}
    share = next(
        share for place, share in desks["jo"].view().shares.items()
        if (place.learner, place.cell) == ("ann", "goal-answer")
    )  # fmt: skip
    first, second = desks[share.first], desks[share.second]
    place = place_of(first, "ann")
    before = second.text(*place)
    click(first, place, FULL, comment="Good.")
    assert second.text(*place) == before
    assert click(second, place, [True, False, False], comment="Hm.")["state"] == "read"
    assert rows(course)["ann", "goal-answer"] == (3, False, "Good.")
    assert first.text(*place)["given"] == FULL
    assert "Hm." not in str(first.text(*place))


def test_two_readers_and_a_regrade_at_once_lose_nothing(course):
    (course / "cohort.toml").write_text(READERS, encoding="utf-8")
    desks = [desk_at(course, "ps1", name) for name in ("maria", "jo")]

    def reads(desk):
        places = [place_of(desk, learner) for learner in ("ann", "bo", "cy")]
        for turn in range(4):
            for place in places:
                click(desk, place, [True, bool(turn % 2), True], comment=f"Turn {turn}")
        return [desk.text(*place)["comment"] for place in places]

    with ThreadPoolExecutor(3) as pool:
        found = [pool.submit(reads, desk) for desk in desks]
        grading = pool.submit(regrade, course, force=True)
        assert [one.result(timeout=60) for one in found] == [["Turn 3"] * 3] * 2
        grading.result(timeout=60)
    given = {key: row for key, row in rows(course).items() if key[1] == "goal-answer"}
    assert {(row[0], row[2]) for row in given.values()} == {(3, "Turn 3")}
    regrade(course, force=True)
    assert {row[0] for key, row in rows(course).items() if key in given} == {3}


def test_the_formgraders_own_api_sees_what_is_read(course):
    from nbgrader.apps.api import NbGraderAPI

    from weakties.grading.nbg.course import classroom

    desk = desk_at(course, "ps1")
    room = classroom(course, "ps1")
    api = NbGraderAPI(coursedir=room.directory, config=room.config)
    assert api.get_submission("ps1", "ann")["needs_manual_grade"]
    click(desk, place_of(desk, "ann"), [True, False, True])
    click(desk, place_of(desk, "ann", FREE), points=4)
    submission = api.get_submission("ps1", "ann")
    assert not submission["needs_manual_grade"]
    assert submission["written_score"] == submission["score"] == 6


def test_nobody_reads_what_is_somebody_elses(course):
    (course / "cohort.toml").write_text(READERS, encoding="utf-8")
    maria = desk_at(course, "ps1", "maria")
    assert [len(one["texts"]) for one in maria.overview()["questions"]] == [0, 3]
    with pytest.raises(NotReadable, match="not, or no longer, among those that you read"):
        maria.text(FREE, 1)
    with pytest.raises(NotReadable, match="no such question"):
        maria.text(7, 1)


def test_phrases_are_kept_for_all_readers_of_a_question(course):
    desk = desk_at(course, "ps1")
    assert desk.phrase(GOAL, " Name one person. ", kept=True) == ["Name one person."]
    assert desk.phrase(GOAL, "Name one person.", kept=True) == ["Name one person."]
    other = desk_at(course, "ps1", "other")
    assert other.text(*place_of(other, "bo"))["phrases"] == ["Name one person."]
    assert other.text(*place_of(other, "bo", FREE))["phrases"] == []
    assert other.phrase(GOAL, "Name one person.", kept=False) == []
    with pytest.raises(NotReadable, match="at most 500"):
        desk.phrase(GOAL, "", kept=True)


def test_a_gradebook_that_somebody_writes_into_is_waited_for(course):
    desk = desk_at(course, "ps1")
    place = place_of(desk, "ann")
    other = sqlite3.connect(course / "gradebook.db", check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    from threading import Timer

    Timer(0.5, other.rollback).start()
    assert click(desk, place, FULL)["state"] == "read"


@pytest.mark.parametrize(
    ("cohort", "reader", "says"),
    [
        (READERS, "", "Who reads? Add --reader maria"),
        (READERS, "mari", "Did you mean maria?"),
        (READERS, "zoe", "It names maria, jo."),
        (READERS.replace('"goal"', '"gaol"'), "jo", "Did you mean goal?"),
        (READERS.replace('"jo"', '"jo"\nquestions = ["goal"]'), "jo", "Nobody reads free"),
    ],
)
def test_who_reads_what_must_be_clear_before_anything_is_read(course, cohort, reader, says):
    (course / "cohort.toml").write_text(cohort, encoding="utf-8")
    with pytest.raises(ValueError, match=says.replace("?", "[?]")):
        desk_at(course, "ps1", reader).overview()
