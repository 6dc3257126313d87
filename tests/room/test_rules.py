"""A room's rules, without a server: one vote each, stages, leaving, what each screen may know."""

from __future__ import annotations

import json
from random import Random

import pytest

from weakties.course import CourseError, load_course
from weakties.lesson.prediction import Asked
from weakties.room.codes import LETTERS, new_code, plain_code
from weakties.room.connections import fits, room_for
from weakties.room.keeping import Secrets, counts, read_counts, resumed, save
from weakties.room.played import plays
from weakties.room.questions import asked_in, plays_of, questions_of
from weakties.room.rehearsal import STEP, fill, step
from weakties.room.results import Result
from weakties.room.session import Refused, Room
from weakties.room.tally import Vote, tally
from weakties.room.views import TIME_IS_UP, for_instructor, for_participants, for_wall
from weakties.teaching.debrief import debrief_page

NUMBER = Asked("demo-number", "How many?", unit="people", between=(0, 100))
CHOICE = Asked("demo-choice", "Which?", choices=("accept", "decline"))


@pytest.fixture
def room():
    made = Room((NUMBER, CHOICE), ("demo-q1", "demo-q2"), most=50)
    made.results[NUMBER.name] = Result(60.0, "as counted", (55.0, 65.0))
    return made


def join(room):
    return room.join(room.code, agreed=True)


def test_a_code_is_read_however_it_was_typed_and_nothing_else_is_one():
    assert plain_code("abc-def") == plain_code(" ABC DEF") == "ABCDEF"
    assert [plain_code(bad) for bad in ("", "ABCDE", "ABCDEFG", "ABCDE1", None, 7, "A" * 999)] == [
        ""
    ] * 7
    assert set(new_code()) <= set(LETTERS)
    assert len({new_code() for _ in range(50)}) == 50


def test_nobody_joins_with_another_code_without_agreeing_or_when_the_door_is_closed(room):
    with pytest.raises(Refused, match="not the code"):
        room.join("ABCDEF" if room.code != "ABCDEF" else "BCDEFG", agreed=True)
    for agreed in (False, None, 1, "yes"):
        with pytest.raises(Refused, match="agreed"):
            room.join(room.code, agreed=agreed)
    room.locked = True
    with pytest.raises(Refused, match="closed"):
        join(room)
    room.locked, room.most = False, 1
    join(room)
    with pytest.raises(Refused, match="full"):
        join(room)
    assert len(room.people) == 1


def test_one_person_has_one_vote_in_each_round(room):
    ticket = join(room)
    room.ask(NUMBER.name, 0)
    room.vote(ticket, NUMBER.name, 40, 3)
    with pytest.raises(Refused, match="first answer stands"):
        room.vote(ticket, NUMBER.name, 60, 3)
    room.ask_again()
    room.vote(ticket, NUMBER.name, 60, 5)
    with pytest.raises(Refused, match="first answer stands"):
        room.vote(ticket, NUMBER.name, 61, 5)
    assert room.votes(NUMBER.name) == ([Vote(40, 3)], [Vote(60, 5)])


@pytest.mark.parametrize(
    ("answer", "sure"),
    [
        (101, 3), (-1, 3), ("40", 3), (None, 3), (True, 3), ([40], 3), (float("nan"), 3),
        (float("inf"), 3), (40, 0), (40, 6), (40, "3"), (40, None), ({"a": 1}, 3),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_not_counted(room, answer, sure):
    ticket = join(room)
    with pytest.raises(Refused):
        room.vote(ticket, NUMBER.name, answer, sure)
    assert room.votes(NUMBER.name) == ([], [])


def test_a_number_without_a_range_may_be_odd_but_not_endless():
    room = Room((Asked("demo-free", "How many?", unit="hours"),))
    ticket = join(room)
    with pytest.raises(Refused, match="too large"):
        room.vote(ticket, "demo-free", 1e12, 3)
    room.vote(ticket, "demo-free", 1e6, 3)


def test_a_vote_is_counted_neither_while_votes_are_shown_nor_after_the_result(room):
    early, late = join(room), join(room)
    room.ask(NUMBER.name, 0)
    room.vote(early, NUMBER.name, 40, 3)
    room.show_votes()
    with pytest.raises(Refused, match="second vote"):
        room.vote(late, NUMBER.name, 60, 3)
    room.ask_again()
    room.vote(late, NUMBER.name, 60, 3)
    room.reveal()
    with pytest.raises(Refused, match="result is on the wall"):
        room.vote(early, NUMBER.name, 60, 3)
    assert [len(votes) for votes in room.votes(NUMBER.name)] == [1, 1]


@pytest.mark.parametrize("left", ["shown", "revealed"])
def test_a_question_comes_back_to_the_wall_as_it_was_left_until_it_is_voted_on_again(room, left):
    early, late = join(room), join(room)
    room.ask(NUMBER.name, 0)
    room.vote(early, NUMBER.name, 40, 3)
    room.show_votes()
    if left == "revealed":
        room.reveal()
    before = for_wall(room, 0)
    room.ask(CHOICE.name, 1)
    assert for_wall(room, 1)["tally"] is None
    with pytest.raises(Refused, match="on the wall already"):
        room.vote(late, NUMBER.name, 60, 3)
    room.ask(NUMBER.name, 2)
    assert for_wall(room, 2) == before
    assert before["tally"]["rounds"][0]["n"] == 1
    room.ask_again()
    assert (for_wall(room, 3)["tally"] is None) == (left == "shown")


def test_the_instructor_reads_in_words_what_the_shown_votes_come_to(room):
    room.vote(join(room), NUMBER.name, 33.5, 3)
    room.ask(NUMBER.name, 0)
    assert for_instructor(room, 0)["wall"]["tally"] is None
    room.show_votes()
    told = for_instructor(room, 0)
    assert told["wall"]["tally"]["rounds"][-1]["words"] == "The middle guess is 33.5 people."
    assert [one["ended"] for one in told["questions"]] == [True, False]


def test_a_question_without_a_result_shows_its_votes_and_says_why_nothing_stands_beside_them():
    decision = questions_of(load_course(), ["photo"])[-1]
    room = Room((CHOICE, decision, NUMBER))
    room.results[NUMBER.name] = Result(60.0, "as counted")
    said = []
    for asked in room.questions:
        room.ask(asked.name, 0)
        assert for_wall(room, 0)["no_result"] == ""
        room.reveal()
        assert for_wall(room, 0)["tally"]
        said.append((room.stage(asked.name), for_wall(room, 0)["no_result"]))
    assert said == [
        ("open", "The lesson has no result for this question: here stands what the room thinks."),
        ("open", "Nobody's decision is right or wrong: these are the room's own."),
        ("shown", ""),
    ]


def test_a_timer_that_has_run_out_is_told_for_a_minute_or_until_the_next_question(room):
    room.time(1, 0)
    assert for_wall(room, 59)["left"] == 1
    room.ask(NUMBER.name, 59)
    assert for_wall(room, 61)["left"] == -1
    assert for_wall(room, 60 + TIME_IS_UP)["left"] is None
    room.ask(CHOICE.name, 62)
    assert for_wall(room, 62)["left"] is None


def test_whoever_leaves_takes_everything_along(room):
    ticket, other = join(room), join(room)
    room.vote(ticket, NUMBER.name, 41.5, 3)
    room.vote(other, NUMBER.name, 50, 3)
    room.check(ticket, "demo-q1", "value")
    room.raise_hand(ticket, up=True)
    room.leave(ticket)
    assert room.votes(NUMBER.name)[0] == [Vote(50, 3)]
    told = for_instructor(room, 0)
    assert (told["hands"], told["checks"][0]["stuck"]) == (0, {})
    with pytest.raises(Refused, match="does not know you"):
        room.vote(ticket, CHOICE.name, "accept", 3)


def test_before_votes_are_shown_no_screen_knows_more_than_how_many_there_are(room):
    ticket = join(room)
    room.ask(NUMBER.name, 0)
    room.vote(ticket, NUMBER.name, 41.5, 3)
    for told in (for_participants(room, 0), for_wall(room, 0), for_instructor(room, 0)):
        assert "41.5" not in json.dumps(told)
        assert ticket not in json.dumps(told)
    assert for_participants(room, 0)["result"] is None
    assert for_wall(room, 0)["votes"] == 1
    room.reveal()
    assert for_participants(room, 0)["result"]["words"] == ("60 people (95% interval 55 to 65)")
    assert "41.5" in json.dumps(for_wall(room, 0)["tally"])


def test_all_answers_stand_on_one_scale_with_what_they_come_to():
    votes = [Vote(40, 1), Vote(58, 5), Vote(100, 5), Vote(0, 3)]
    told = tally(NUMBER, [votes], Result(60.0, "as counted", (55.0, 65.0)))
    assert [pile["at"] for pile in told["rounds"][0]["piles"]] == [0, 16, 23, 39]
    assert [pile["dots"] for pile in told["rounds"][0]["piles"]] == [
        [0, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 1],
    ]  # fmt: skip
    assert told["rounds"][0]["words"] == (
        "The middle guess is 49 people. 1 of 4 came close. Of the 2 who were sure, 1."
    )


def test_choices_are_counted_by_how_sure_people_were():
    votes = [Vote("accept", 1), Vote("accept", 4), Vote("decline", 3)]
    told = tally(CHOICE, [votes, []], Result("accept", "as planted"))
    assert told["rounds"][0]["counts"] == [[1, 0, 1], [0, 1, 0]]
    assert "2 of 3 were right" in told["rounds"][0]["words"]
    assert told["rounds"][1]["words"] == "Nobody has answered."


def test_a_room_survives_a_restart_and_another_courses_room_is_not_written_over(room, tmp_path):
    ticket, path, secrets = join(room), tmp_path / "room.json", Secrets.new()
    room.ask(NUMBER.name, 5)
    room.vote(ticket, NUMBER.name, 41.5, 3)
    room.check(ticket, "demo-q1", "done", [1, 2])
    save(room, secrets, path)
    assert path.stat().st_mode & 0o077 == 0
    assert resumed(path, room.questions, room.exercises, room.most) == (room, secrets)
    with pytest.raises(CourseError, match="with other questions was not closed"):
        resumed(path, room.questions[:1], room.exercises, room.most)
    path.write_text("{" * 9)
    with pytest.raises(CourseError, match="or delete that file"):
        resumed(path, room.questions, room.exercises, room.most)
    assert path.read_text() == "{" * 9
    path.unlink()
    assert resumed(path, room.questions, room.exercises, room.most) is None


def test_what_is_kept_are_counts_and_no_person(room, tmp_path):
    ticket = join(room)
    room.ask(NUMBER.name, 0)
    room.vote(ticket, NUMBER.name, 40, 3)
    room.clear(90)
    kept = counts(room)
    assert ticket not in json.dumps(kept)
    assert [(one["name"], one["minutes"]) for one in kept["questions"]] == [("demo-number", 1.5)]
    path = tmp_path / "counts.json"
    path.write_text(json.dumps(kept))
    assert read_counts(path) == kept
    path.write_text("[]")
    with pytest.raises(CourseError, match="--keep"):
        read_counts(path)


def test_choices_are_counted_as_they_went_at_the_first_try_for_all_together(room):
    knew, guessed, left = join(room), join(room), join(room)
    room.check(knew, "demo-q1", "done", [2, 2])
    room.check(guessed, "demo-q1", "waits")
    room.check(guessed, "demo-q1", "value", [0, 1])
    room.check(guessed, "demo-q1", "done", [0, 2])
    room.check(left, "demo-q1", "done", [2, 2])
    room.leave(left)
    first, second = for_instructor(room, 0)["checks"]
    assert (first["done"], first["choices"]) == (2, [2, 4])
    assert second["choices"] == [0, 0]
    told = debrief_page(counts(room)).partition("Choices right at the first try")[2]
    assert "<td>2 of 4</td>" in told


@pytest.mark.parametrize("told", [[2, 1], [-1, 1], [1, 999], ["1", 2], [1], 3, None, {"a": 1}])
def test_choices_that_cannot_have_gone_like_that_are_not_counted(room, told):
    ticket = join(room)
    with pytest.raises(Refused, match="can't have gone"):
        room.check(ticket, "demo-q1", "done", told)
    assert room.people[ticket].choices == {}


def test_simulated_people_play_along_and_are_marked(room):
    room.plays = tuple(plays().values())
    fill(room, 30)
    fill(room, 30)
    room.ask(NUMBER.name, 0)
    chance = Random(1)
    for _ in range(60):
        step(room, chance)
    room.ask_again()
    for _ in range(60):
        step(room, chance)
    first, second = room.votes(NUMBER.name)
    assert len(first) > 25 < len(second)
    told = for_wall(room, 0)
    assert (told["people"], told["simulated"]) == (30, 30)
    for play in room.plays:
        room.show_play(play.name, 0)
        assert for_wall(room, 0)["together"]["n"] > 20
        assert for_participants(room, 0)["play"] == play.title


def test_simulated_people_begin_the_exercise_with_a_timer_or_after_half_an_hour_and_take_their_time():
    def after(minutes, *, since, timer=False):
        room = Room((), tuple(f"demo-q{number}" for number in range(20)))
        fill(room, 100)
        if timer:
            room.time(5, 0)
        chance = Random(1)
        for _ in range(int(60 * minutes / STEP)):
            step(room, chance, since)
        return sum(
            found == "done" for person in room.people.values() for found in person.checks.values()
        ) / len(room.people)

    assert after(7, since=29) == 0
    assert 0.7 < after(7, since=31) < 1.3
    assert 0.7 < after(7, since=0, timer=True) < 1.3
    assert 2.5 < after(21, since=31) < 3.5


def test_who_has_begun_the_exercise_goes_on_with_it(room):
    fill(room, 1)
    [ticket] = room.people
    room.check(ticket, "demo-q1", "done")
    chance = Random(1)
    for _ in range(20_000):
        step(room, chance)
    assert room.people[ticket].checks["demo-q2"]


def test_a_room_asks_for_the_unit_and_the_range_that_the_lesson_asks_for():
    course = load_course()
    numbers = [
        one for one in questions_of(course, [unit.slug for unit in course.ready]) if not one.choices
    ]
    assert [one.name for one in numbers if not one.unit and not one.between] == []
    spans = {one.name: one.span for one in numbers}
    assert spans["strangers-half"] == spans["strangers-three"] == "from 1 to 20 friends"
    [plain] = asked_in('Prediction("demo-plain", "How many?")')
    assert plain.span == "a number"


def test_the_questions_of_a_room_are_those_of_the_lessons():
    course = load_course()
    found = questions_of(course, [unit.slug for unit in course.ready])
    assert len(found) == len({asked.name for asked in found}) > 40
    assert all(asked.name.split("-")[0] in {unit.slug for unit in course.ready} for asked in found)
    with pytest.raises(CourseError, match="no unit"):
        questions_of(course, ["nothing"])
    assert [one.name for one in plays_of(course, ["strangers", "quality"])] == [
        "inbox",
        "think-tank",
    ]
    assert plays_of(course, ["photo"]) == ()


def test_each_units_last_question_counts_what_people_decided_and_the_debrief_says_so():
    asked = questions_of(load_course(), ["photo"])[-1]
    room = Room((asked,))
    for choice in (asked.choices[0], asked.choices[0], asked.choices[-1]):
        room.vote(join(room), asked.name, choice, 3)
    page = debrief_page(counts(room))
    decided = page.partition("<h2>Decisions made</h2>")[2].partition("</section>")[0]
    assert f"{asked.choices[0]}</th><td>2, of them" in decided
    assert "Nobody answered a question" in page


def test_a_machine_that_lets_few_files_be_opened_lets_fewer_people_in():
    assert fits(10_000, 400) == 400
    assert fits(500, 400) == 100
    assert fits(10, 400) == 1
    assert room_for(3) == 3
