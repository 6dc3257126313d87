"""A notebook tells a room what was agreed to, only after joining, and never in a cell's way."""

from __future__ import annotations

import asyncio
import json
import time

import pytest
from typer.testing import CliRunner

from room.serving import NUMBER, TANK, with_room
from weakties import joined
from weakties.cli import app
from weakties.joined import door, sending
from weakties.joined.ticket import FILE, Ticket, keep, kept_ticket
from weakties.lesson.prediction import commit
from weakties.lesson.prediction.commitment import _COMMITTED
from weakties.own_folder import MANIFEST, PRIVATE
from weakties.progress.here import forget_session
from weakties.room.played import plays
from weakties.widgets import Inbox, ThinkTank
from weakties.widgets.inbox.words import REQUESTS
from weakties.widgets.think_tank.people import sixty


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A learner's own folder, with a kernel of its own in it."""
    mine = tmp_path / "mine"
    (mine / PRIVATE).mkdir(parents=True)
    (mine / PRIVATE / MANIFEST).write_text("{}")
    monkeypatch.chdir(mine)
    monkeypatch.delenv("WEAKTIES_PROGRESS", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setattr(sending, "_SENDER", sending._Sender())
    forget_session()
    _COMMITTED.pop(NUMBER.name, None)
    yield mine
    forget_session()
    _COMMITTED.pop(NUMBER.name, None)


def run(*words, typed=""):
    return CliRunner().invoke(app, words, input=typed)


async def until(holds):
    while not holds():
        await asyncio.sleep(0.02)


def test_what_is_sent_is_said_first_and_a_no_sends_nothing(folder, tmp_path):
    async def play(served):
        where = f"{served.room.code}@127.0.0.1:{served.port}"
        ran = await asyncio.to_thread(run, "join", where, typed="n\n")
        assert "Never sent: your name" in ran.output
        assert "Nothing was sent." in ran.output
        assert len(served.room.people) == 0
        commit(NUMBER, 40, 3)
        assert served.room.votes(NUMBER.name) == ([], [])

    with_room(tmp_path, play)
    assert not (folder / PRIVATE / FILE).exists()


def test_after_joining_a_prediction_and_a_check_are_told_and_leaving_deletes_them(folder, tmp_path):
    async def play(served):
        where = f"{served.room.code}@127.0.0.1:{served.port}"
        ran = await asyncio.to_thread(run, "join", where, typed="y\n")
        assert "You are in" in ran.output
        commit(NUMBER, 40, 3)
        joined.tell_played(TANK.name, [], [8, 11.5])
        joined.tell_check("demo-q1", ["fine", "value"], done=False, choices=(1, 2))
        await until(lambda: any(person.checks for person in served.room.people.values()))
        (person,) = served.room.people.values()
        assert (person.first[NUMBER.name].answer, person.checks) == (40, {"demo-q1": "value"})
        assert person.choices == {"demo-q1": (1, 2)}
        assert person.played[TANK.name].numbers == (8, 11.5)
        again = await asyncio.to_thread(run, "join", where, typed="y\n")
        assert "already" in str(again.exception)
        ran = await asyncio.to_thread(run, "leave")
        assert "has deleted what you sent" in ran.output
        assert len(served.room.people) == 0

    with_room(tmp_path, play)
    assert kept_ticket(folder) is None


def test_a_wrong_code_lets_nobody_in_and_is_said(folder, tmp_path):
    async def play(served):
        served.room.code = "QRSTUV"
        address = f"ABCDEF@127.0.0.1:{served.port}"
        with pytest.raises(door.NotJoined, match="not the code"):
            await asyncio.to_thread(door.join, address, folder)

    with_room(tmp_path, play)
    assert kept_ticket(folder) is None


def test_a_room_that_is_gone_costs_a_cell_nothing_and_is_no_error(folder, monkeypatch):
    keep(Ticket("http://127.0.0.1:9/", "nobody", time.time()), folder)
    tried = []

    def slow(*sent):
        tried.append(sent)
        raise ConnectionResetError

    monkeypatch.setattr("weakties.joined.post._OPENER.open", lambda *sent, **_: slow(*sent))
    for _ in range(300):
        joined.tell_guess(NUMBER.name, 40, 3)
    sending._SENDER._waiting.join()
    assert len(tried) == 1
    assert door.leave(folder).startswith("You are out: nothing more is sent. The room gave no")


def test_an_old_ticket_a_broken_one_and_graded_work_send_nothing(folder, monkeypatch):
    put = []
    monkeypatch.setattr(sending._SENDER, "put", lambda *told: put.append(told))
    joined.tell_guess(NUMBER.name, 40, 3)
    keep(Ticket("http://127.0.0.1:9/", "old", time.time() - 13 * 3600), folder)
    joined.tell_guess(NUMBER.name, 40, 3)
    (folder / PRIVATE / FILE).write_text(json.dumps({"address": 3}))
    joined.tell_guess(NUMBER.name, 40, 3)
    keep(Ticket("http://127.0.0.1:9/", "new", time.time()), folder)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    joined.tell_guess(NUMBER.name, 40, 3)
    assert put == []
    monkeypatch.delenv("NBGRADER_EXECUTION")
    joined.tell_guess(NUMBER.name, 40, 3)
    assert len(put) == 1


@pytest.mark.parametrize(
    "where",
    ["ABCDEF", "@host", "ABCDEF@", "ABCDEF@ftp://host", "ABCDEF@http://me@host", "ABCDEF@h:port"],
)
def test_what_names_no_room_is_said_to_name_none(where):
    with pytest.raises(door.NotJoined, match="is no room"):
        door.room_named(where)


def test_outside_of_an_own_folder_the_page_on_the_wall_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "page on the wall" in str(run("join", "ABCDEF@127.0.0.1:9").exception)


def test_a_cell_says_what_is_sent_and_joins_only_who_agreed(folder, tmp_path):
    async def play(served):
        where = f"{served.room.code}@127.0.0.1:{served.port}"
        for told in (joined.room(), joined.room(where), joined.room(where, agreed="yes")):
            assert "Never sent: your name" in repr(told)
            assert "nothing was sent" in repr(told)
        assert "is no room" in repr(joined.room("nonsense", agreed=True))
        assert len(served.room.people) == 0
        assert "You are in" in repr(await asyncio.to_thread(joined.room, where, agreed=True))
        again = await asyncio.to_thread(joined.room, where, agreed=True)
        assert "already" in repr(again)
        assert len(served.room.people) == 1

    with_room(tmp_path, play)
    assert kept_ticket(folder)


def test_a_cell_outside_of_an_own_folder_sends_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "no folder of yours" in repr(joined.room("ABCDEF@127.0.0.1:9", agreed=True))


def test_an_inbox_and_a_think_tank_tell_what_the_room_can_count(monkeypatch):
    sent = {}
    for widget in ("inbox", "think_tank"):
        monkeypatch.setattr(
            f"weakties.widgets.{widget}.tell_played",
            lambda name, *outcome: sent.setdefault(name, outcome),
        )
    inbox = Inbox()
    inbox.set_state({"prediction": {"good": 8, "sure": 3}})
    decisions = []
    for number in range(REQUESTS):
        assert sent == {}
        decisions.append("accept" if number % 2 else "decline")
        inbox.set_state({"decisions": [*decisions]})
    tank = ThinkTank()
    picks = sorted(sixty("open").people)[:12]
    tank.set_state({"prediction": {"picks": picks, "expected": 8, "sure": 4}})
    known = {play.name: play for play in plays().values()}
    assert set(sent) == set(known)
    outcomes = {name: known[name].outcome(*sent[name]) for name in sent}
    accepted = outcomes["inbox"].counts
    assert accepted[0] + accepted[2] == REQUESTS // 2
    assert outcomes["inbox"].numbers[0] == pytest.approx(
        (10 * accepted[0] - 20 * accepted[2]) / REQUESTS
    )
    assert outcomes["think-tank"].numbers == (8, tank.now.novelty)
