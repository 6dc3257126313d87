"""The debrief says what the counts say, marks a rehearsal, and holds no markup of others."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from room.serving import CHOICE, INBOX, NUMBER, new_room
from weakties.cli import app
from weakties.room.keeping import counts
from weakties.room.rehearsal import fill
from weakties.teaching.debrief import debrief_page


def a_workshop(held_up=5):
    room = new_room()
    people = [room.join(room.code, agreed=True) for _ in range(6)]
    room.ask(NUMBER.name, 0)
    for ticket, guess in zip(people[:5], (10, 40, 58, 90, 61), strict=True):
        room.vote(ticket, NUMBER.name, guess, 4)
    room.ask(CHOICE.name, 300)
    room.vote(people[0], CHOICE.name, "accept", 5)
    room.ask_again()
    room.vote(people[0], CHOICE.name, "decline", 1)
    room.check(people[0], "demo-q1", "value")
    for ticket in people[:held_up]:
        room.check(ticket, "demo-q2", "value")
    room.came(people[0], INBOX.name, [2, 1, 0, 2], [4.0])
    room.clear(420)
    return room


def test_a_debrief_tells_answers_results_times_and_what_to_change(tmp_path):
    kept, page = tmp_path / "counts.json", tmp_path / "debrief.html"
    kept.write_text(json.dumps(counts(a_workshop())))
    ran = CliRunner().invoke(app, ["teach", "debrief", str(kept), "--html", str(page)])
    assert ran.exit_code == 0, ran.output
    text = page.read_text()
    assert "It is 60 people, as counted." in text
    assert "The middle guess is 58 people. 2 of 5 came close. Of the 5 who were sure, 2." in text
    assert "1, of them sure: 0, unsure: 1" in text
    assert "<td>5</td></tr>" in text  # minutes
    assert "“How many?” stood longest on the wall" in text
    assert "Less than half of the room answered “Which?”" in text
    assert "demo-q2 held up most people" in text
    assert "Accepted: 2 of 3 good ones (67%), and 0 of 2 bad ones (0%)." in text
    assert "simulated" not in text


def test_what_to_change_is_not_said_after_fewer_than_five_people():
    assert "demo-q2 held up most people" in debrief_page(counts(a_workshop(held_up=5)))
    assert "held up most people" not in debrief_page(counts(a_workshop(held_up=4)))
    small = new_room()
    for answers in range(4):
        ticket = small.join(small.code, agreed=True)
        small.ask(NUMBER.name, 60 * answers)
        if not answers:
            small.vote(ticket, NUMBER.name, 40, 4)
    small.clear(600)
    assert "Next time" not in debrief_page(counts(small))


def test_a_rehearsal_is_marked_and_markup_stays_text():
    room = a_workshop()
    fill(room, 3)
    told = counts(room)
    told["questions"][0]["text"] = "<script>"
    page = debrief_page(told)
    assert "3 of these people were simulated" in page
    assert "<script>" not in page


def test_an_empty_room_has_a_debrief_as_well():
    assert "Nobody answered a question." in debrief_page(counts(new_room()))


def test_a_debrief_holds_the_questionnaire_as_shares_and_wants_both_files(tmp_path):
    kept, page = tmp_path / "counts.json", tmp_path / "debrief.html"
    kept.write_text(json.dumps(counts(a_workshop())))
    for when, letter in (("before", "A"), ("after", "B")):
        rows = "\n".join(f"Ann {number},{letter}" for number in range(6))
        (tmp_path / f"{when}.csv").write_text(f"name,purpose-direction\n{rows}\n")
    files = ["--before", str(tmp_path / "before.csv"), "--after", str(tmp_path / "after.csv")]
    command = ["teach", "debrief", str(kept), "--html", str(page)]
    ran = CliRunner().invoke(app, [*command, *files])
    assert ran.exit_code == 0, ran.output
    text = page.read_text()
    assert "0 of 6 (0 to 39 %)" in text
    assert "6 of 6 (61 to 100 %)" in text
    assert "Ann" not in text
    assert "fewer than 5" not in text  # nothing of what nobody was asked
    one = CliRunner().invoke(app, [*command, *files[:2]])
    assert "Give both files" in str(one.exception)
