"""The server: guesses reach the wall; floods, forgeries and strangers reach nothing."""

from __future__ import annotations

import asyncio
import json

from room.serving import CHOICE, INBOX, NUMBER, TANK, told, with_room
from weakties.room.keeping import resumed
from weakties.room.live import FLOODED

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_a_guess_reaches_the_wall_and_the_result_everybody(tmp_path):
    async def play(served):
        ticket = await served.join()
        wall = await served.listen(f"wall/{served.live.secrets.wall}/live")
        phone = await served.listen("live")
        await phone.write_message(ticket)
        await told(phone, lambda news: news["question"] is None)
        await served.lead_does("ask", name=NUMBER.name)
        asked = await told(phone, lambda news: news["question"])
        assert asked["question"]["text"] == NUMBER.question
        vote = {"ticket": ticket, "name": NUMBER.name, "answer": 40, "sure": 2}
        assert await served.post("vote", **vote) == (200, {"said": "Counted."})
        counted = await told(wall, lambda news: news["votes"])
        assert (counted["votes"], counted["tally"]) == (1, None)
        await served.lead_does("reveal")
        shown = await told(wall, lambda news: news["tally"])
        assert "0 of 1 came close" in shown["tally"]["rounds"][0]["words"]
        assert (await told(phone, lambda news: news["result"]))["result"]["words"] == "60 people"
        mine = await served.post("mine", ticket=ticket)
        assert mine[1]["first"] == {NUMBER.name: [40, 2]}

    with_room(tmp_path, play)


def test_a_vote_counts_once_however_often_it_is_sent(tmp_path):
    async def play(served):
        ticket = await served.join()
        vote = {"ticket": ticket, "name": CHOICE.name, "answer": "accept", "sure": 3}
        found = await asyncio.gather(*(served.post("vote", **vote) for _ in range(15)))
        assert sorted(status for status, _ in found) == [200] + [400] * 14
        assert len(served.room.votes(CHOICE.name)[0]) == 1

    with_room(tmp_path, play)


def test_many_votes_at_once_reach_the_wall_as_one(tmp_path):
    async def play(served):
        served.room.ask(NUMBER.name, 0.0)
        wall = await served.listen(f"wall/{served.live.secrets.wall}/live")
        for _ in range(12):
            served.room.vote(served.room.admit(), NUMBER.name, 40, 2)
            served.live.changed()
        assert (await told(wall, lambda news: news["votes"]))["votes"] == 12

    with_room(tmp_path, play)


def test_votes_over_open_pages_are_counted_and_answered_under_their_number(tmp_path):
    async def play(served):
        served.room.ask(NUMBER.name, 0.0)
        wall = await served.listen(f"wall/{served.live.secrets.wall}/live")
        pages = [(await served.phone())[0] for _ in range(3)]
        vote = {"what": "vote", "name": NUMBER.name, "answer": 40, "sure": 2}
        for number, page in enumerate(pages):
            await page.write_message(json.dumps({**vote, "number": number}))
        await told(wall, lambda news: news["votes"] == 3)
        for number, page in enumerate(pages):
            answer = await told(page, lambda news: "number" in news)
            assert answer == {"number": number, "said": "Counted."}
        await pages[0].write_message(json.dumps({**vote, "number": "<b>", "answer": 41}))
        answer = await told(pages[0], lambda news: "number" in news)
        assert answer["number"] is None
        assert "first answer stands" in answer["error"]

    with_room(tmp_path, play)


def test_an_open_page_speaks_for_its_own_ticket_and_is_cut_off_when_it_floods(tmp_path):
    async def play(served):
        (loud, ticket), (quiet, other) = await served.phone(), await served.phone()
        vote = {"what": "vote", "name": NUMBER.name, "answer": 40, "sure": 3}
        script = "<img src=x onerror=alert(1)>"
        forged = [
            *("{", "[]", "[" * 3000, b"\xff\xfe", ticket),
            *({**vote, key: script} for key in ("what", "name", "answer", "sure")),
            {**vote, "what": "instructor"},
            {"what": "close"},
        ]
        for message in forged:
            sent = json.dumps(message) if isinstance(message, dict) else message
            await loud.write_message(sent, binary=isinstance(sent, bytes))
            await told(loud, lambda news: "error" in news)
        assert served.room.votes(NUMBER.name) == ([], [])
        await loud.write_message(json.dumps({**vote, "ticket": other}))
        await told(loud, lambda news: news.get("said") == "Counted.")
        assert served.room.people[other].first == {}
        for _ in range(40):
            loud.write_message(json.dumps({"what": "hand", "up": True}))
        while await loud.read_message() is not None:
            pass
        loud.close()
        served.listening.remove(loud)
        assert loud.close_code == FLOODED
        await quiet.write_message(json.dumps(vote))
        await told(quiet, lambda news: news.get("said") == "Counted.")
        assert len(served.room.votes(NUMBER.name)[0]) == 2

    with_room(tmp_path, play)


def test_a_page_that_can_not_listen_looks_and_sees_no_more_than_one_that_can(tmp_path):
    async def play(served):
        page, ticket = await served.phone()
        await served.lead_does("ask", name=NUMBER.name)
        heard = await told(page, lambda news: news["question"])
        assert await served.post("now", ticket=ticket) == (200, heard)
        for stranger in ("x" * 24, None, served.room.code):
            assert (await served.post("now", ticket=stranger))[0] == 404
        looks = [await served.post("now", ticket=ticket) for _ in range(40)]
        assert "Too much" in looks[-1][1]["error"]

    with_room(tmp_path, play)


def test_forged_tickets_and_secrets_open_nothing(tmp_path):
    async def play(served):
        await served.join()
        for ticket in ("", "x" * 24, None, 7, ["a"], served.room.code, {"$ne": 1}):
            vote = {"ticket": ticket, "name": NUMBER.name, "answer": 40, "sure": 3}
            assert (await served.post("vote", **vote))[0] == 400, ticket
        for secret in (served.live.secrets.wall, "A" * 24, served.room.code + "xx"):
            assert (await served.ask(f"instructor/{secret}/"))[0] == 404
            assert (await served.post(f"instructor/{secret}/do", what="close"))[0] == 404
            assert (await served.ask(f"instructor/{secret}/live", **UPGRADE))[0] == 404
        assert served.room.votes(NUMBER.name) == ([], [])
        assert not served.live.closed.is_set()

    with_room(tmp_path, play)


def test_a_code_can_not_be_found_by_trying(tmp_path):
    async def play(served):
        tries = [await served.post("join", code="ABCDEF", agreed=True) for _ in range(30)]
        assert "Too many wrong codes" in tries[-1][1]["error"]
        assert len(served.room.people) == 0

    room_code = "QRSTUV"

    async def with_code(served):
        served.room.code = room_code
        await play(served)

    with_room(tmp_path, with_code)


def test_other_sites_and_other_names_are_answered_with_nothing(tmp_path):
    async def play(served):
        ticket = await served.join()
        vote = {"ticket": ticket, "name": NUMBER.name, "answer": 40, "sure": 3}
        foreign = {"Origin": "http://evil.example"}
        assert (await served.ask("vote", vote, **foreign))[0] == 403
        assert (await served.ask("vote", vote, Content_Type="text/plain"))[0] == 403
        assert (await served.ask("", Host="evil.example"))[0] == 404
        assert (await served.ask("live", **UPGRADE, **foreign))[0] == 403
        assert (await served.ask("live", **UPGRADE, Host="evil.example"))[0] == 404
        assert served.room.votes(NUMBER.name) == ([], [])

    with_room(tmp_path, play)


def test_malformed_and_oversized_messages_leave_the_room_as_it_was(tmp_path):
    async def play(served):
        ticket = await served.join()
        bad = [b"", b"{", b"[]", b"\xff\xfe", b"[" * 3000, b"null"]
        for body in bad:
            for path in ("join", "vote", "leave"):
                assert (await served.ask(path, body))[0] in (200, 400), (path, body)
        assert (await served.ask("vote", b"{" + b" " * 10_000 + b"}"))[0] in (0, 400, 413)
        script = "<img src=x onerror=alert(1)>"
        for forged in (
            {"name": script, "answer": 4, "sure": 3},
            {"name": CHOICE.name, "answer": script, "sure": 3},
            {"name": NUMBER.name, "answer": 40, "sure": script},
        ):
            assert (await served.post("vote", ticket=ticket, **forged))[0] == 400
        assert (await served.post("check", ticket=ticket, question=script, found="done"))[0] == 400
        assert (await served.post("check", ticket=ticket, question="demo-q1", found=script))[
            0
        ] == 400
        listener = await served.listen(f"wall/{served.live.secrets.wall}/live")
        assert script not in await listener.read_message()
        listener.write_message("x" * 5000)
        while await listener.read_message() is not None:
            pass
        listener.close()
        served.listening.remove(listener)
        assert len(served.room.people) == 1

    with_room(tmp_path, play)


def test_a_flood_from_one_ticket_is_held_back_and_others_are_heard(tmp_path):
    async def play(served):
        loud, quiet = await served.join(), await served.join()
        found = await asyncio.gather(
            *(served.post("hand", ticket=loud, up=True) for _ in range(60))
        )
        assert "Too much" in next(said for status, said in found if status == 400)["error"]
        vote = {"ticket": quiet, "name": NUMBER.name, "answer": 40, "sure": 3}
        assert (await served.post("vote", **vote))[0] == 200

    with_room(tmp_path, play)


def test_what_came_out_in_a_widget_reaches_the_wall_once_for_each_person(tmp_path):
    async def play(served):
        one, other = await served.join(), await served.join()
        wall = await served.listen(f"wall/{served.live.secrets.wall}/live")
        first = {"ticket": one, "name": INBOX.name, "counts": [2, 1, 0, 2], "numbers": [4]}
        assert (await served.post("played", **first))[0] == 200
        assert (await served.post("played", **first | {"counts": [0, 3, 2, 0]}))[0] == 200
        second = first | {"ticket": other, "counts": [3, 0, 2, 0], "numbers": [-2.5]}
        assert (await served.post("played", **second))[0] == 200
        await served.lead_does("play", name=INBOX.name)
        shown = await told(wall, lambda news: news["together"])
        assert shown["together"]["matrix"] == [5, 1, 2, 2]
        assert "5 of 6 good ones (83%), and 2 of 4 bad ones (50%)" in str(shown["together"])
        await served.post("leave", ticket=other)
        await told(wall, lambda news: news["together"]["matrix"] == [2, 1, 0, 2])
        await served.lead_does("ask", name=NUMBER.name)
        assert (await told(wall, lambda news: news["question"]))["together"] is None

    with_room(tmp_path, play)


def test_no_forged_outcome_of_a_widget_is_counted(tmp_path):
    script = "<img src=x onerror=alert(1)>"
    inbox = {"name": INBOX.name, "counts": [2, 1, 0, 2], "numbers": [4]}
    tank = {"name": TANK.name, "counts": [], "numbers": [5, 6]}
    forged = [
        *({**inbox, "name": name} for name in (script, None, ["demo-inbox"], "think-tank")),
        *(
            {**inbox, "counts": counts}
            for counts in (
                [3, 1, 0, 2],
                [4, -1, 0, 2],
                [2.0, 1, 0, 2],
                [True, 2, 0, 2],
                [2, 1, 0, script],
                [],
                [2, 1, 0, 2, 0],
                [1] * 900,
                {"0": 2},
                script,
                None,
            )
        ),
        *(
            {**inbox, "numbers": numbers}
            for numbers in ([], [4, 4], [script], [float("nan")], [1e9], [10**40], [None], 4, True)
        ),
        {**tank, "counts": [2, 1, 0, 2]},
        {**tank, "numbers": [True, 6]},
    ]

    async def play(served):
        for message in forged:
            ticket = await served.join()  # one for each: a ticket may not send much
            status, said = await served.post("played", ticket=ticket, **message)
            assert status == 400, message
            assert "Too much" not in said["error"]
            assert script not in said["error"]
        for stranger in ("x" * 24, None, served.room.code):
            assert (await served.post("played", ticket=stranger, **inbox))[0] == 400
        assert (await served.post(f"instructor/{'A' * 24}/do", what="play"))[0] == 404
        assert not any(person.played for person in served.room.people.values())
        assert (await served.post("played", ticket=ticket, **tank))[0] == 200

    with_room(tmp_path, play)


def test_leaving_deletes_on_the_disk_as_well(tmp_path):
    async def play(served):
        ticket = await served.join()
        stays = await served.join()
        await served.post("played", ticket=stays, name=INBOX.name, counts=[2, 1, 0, 2], numbers=[4])
        await served.post("vote", ticket=ticket, name=NUMBER.name, answer=41.5, sure=3)
        while not served.live.path.exists() or ticket not in served.live.path.read_text():
            await asyncio.sleep(0.02)
        assert (await served.post("leave", ticket=ticket))[1]["said"].startswith("You are out")
        while ticket in served.live.path.read_text():
            await asyncio.sleep(0.02)
        room = served.room
        again = resumed(served.live.path, room.questions, room.exercises, 50, room.plays)
        assert again == (served.room, served.live.secrets)

    with_room(tmp_path, play)


def test_pages_run_nothing_but_the_rooms_own_files(tmp_path):
    async def play(served):
        secrets = served.live.secrets
        for path in ("", f"wall/{secrets.wall}/", f"{served.lead}/"):
            status, text, headers = await served.ask(path)
            assert status == 200
            assert "script-src 'self'" in headers["Content-Security-Policy"]
            assert "Set-Cookie" not in headers
            assert "style=" not in text
        for name in ("room.css", "shared.js", "dots.js", "join.js", "wall.js", "instructor.js"):
            assert (await served.ask(f"files/{name}"))[0] == 200
        assert (await served.ask("files/../server.py"))[0] == 404
        _, picture, headers = await served.ask("code.svg")
        assert picture.startswith("<svg")
        assert headers["Content-Type"] == "image/svg+xml"

    with_room(tmp_path, play)


def test_the_instructor_sees_hands_progress_and_what_holds_people_up(tmp_path):
    async def play(served):
        one, other = await served.join(), await served.join()
        await served.post("hand", ticket=one, up=True)
        await served.post("check", ticket=one, question="demo-q1", found="done")
        await served.post("check", ticket=other, question="demo-q1", found="value", choices=[1, 2])
        screen = await served.listen(f"{served.lead}/live")
        found = await told(screen, lambda news: news["hands"])
        assert found["progress"] == [1, 0]
        checks = {"question": "demo-q1", "done": 1, "stuck": {"value": 1}, "choices": [1, 2]}
        assert found["checks"][0] == checks
        assert one not in json.dumps(found)
        await served.lead_does("time", minutes=5)
        assert 290 < (await told(screen, lambda news: news["wall"]["left"]))["wall"]["left"] <= 300
        await served.lead_does("hands")
        await served.lead_does("lock", on=True)
        await told(screen, lambda news: news["wall"]["locked"] and not news["hands"])
        assert (await served.post("join", code=served.room.code, agreed=True))[0] == 400
        assert (await served.post(f"{served.lead}/do", what="explode"))[0] == 400

    with_room(tmp_path, play)
