#!/usr/bin/env python3
"""Walk a class through its course on this machine, for real: in a hub, elsewhere, and who grades.

    python3 run.py teach --help && sudo .venv/bin/python tests/deploy/hub/walk.py

Five learners are in browsers, one of them hostile; the hub is killed and started again in the middle.
Four have no hub: a wheel, a stick, a platform and the mail bring their work into the same gradebook.
One on the list never comes. It makes eleven accounts and removes them again, needs a network once,
and prints what it saw; at the end it waits until idle servers are ended. With --without-browsers two
learners do by requests what five do in browsers, nobody clicks through the Formgrader, and nobody
waits.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import shutil
import sys
import time
from contextlib import suppress
from math import isclose, nan
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))
from elsewhere import Elsewhere
from in_browser import InBrowser
from in_the_room import room_in
from small_hub import SmallHub, small_hub
from visitor import PATIENCE, Visitor

from browser.install import find_browser
from teaching.day.work import EDITION
from teaching.packing.lines import held
from weakties.course import load_course

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playwright.sync_api import Browser

HERE = Path(__file__).parent
NAMES = ("eve", "ada", "bo", "cy", "dee")
"""Who learns in the hub; the first one is hostile, the second one hands in twice."""
OTHERS = ("wheel", "stick", "platform", "mail", "never")
"""Who learns without it, and how their work comes."""
COHORT = """title = "A class"
edition = "{edition}"
roster = "roster.csv"
[late]
percent_a_day = 10
floor_percent = 50
[[units]]
slug = "photo"
due = {due:%Y-%m-%dT%H:%M:%S}
"""
RIGHT = """from weakties.data import load
ratings, attire = load("ratings"), load("photos").set_index("photo_id")["attire"]
competence = ratings[ratings["trait"] == "competence"]
by_attire = competence.groupby("photo_id")["score"].mean().groupby(attire).mean()
formal_effect = by_attire["formal"] - by_attire["casual"]
"""
MINE = "I am {who}, and a client shall see somebody to trust."
COMMENT = "Whom would it harm?"
"""What who reads says of each text."""
HOSTILE = """
try:
    open({place!r}, "w").write("owned")
except OSError:
    pass
"""
"""What a hostile learner adds to an answer, for when the instructor's account grades it."""
GREEDY = """
try:
    bytearray(3 * 2**30)
except MemoryError:
    print("refused")
"""
IDLE = "5"
"""Seconds after which servers end in the part of the walk that waits for it."""
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Walk through a day of a class."""
    told = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    told.add_argument("--without-browsers", action="store_true")
    if told.parse_args().without_browsers:
        with small_hub(NAMES[:2], OTHERS, EDITION) as hub:
            walk(hub, [Visitor(who, hub.url) for who in hub.learners])
    else:
        with small_hub(NAMES, OTHERS, EDITION) as hub, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM)
            walk(hub, [InBrowser(who, hub.url, browser) for who in hub.learners])
            look(hub, browser, len(exported(hub)))
            idle(hub, Visitor(hub.learners[1], hub.url))
    print("All of it was seen.")


def walk(hub: SmallHub, people: Sequence[Visitor | InBrowser]) -> None:
    """Work in the hub and elsewhere, hand in, grade, give back and read; try what is forbidden."""
    learn(hub, people)
    eve, ada = people[:2]
    for who in (*hub.learners, ada.who):
        hand_in(hub, who)
    others = Elsewhere(hub.at / "elsewhere é", hub.others)
    others.hand_out()
    check("who learns elsewhere is given no line of the key", held(others.packed) == {})
    received = others.hand_in(hub.home_of(hub.instructor) / "received")
    look_at_the_stick(others)
    texts = {who: MINE.format(who=who) for who in hub.learners} | others.texts
    collect_and_grade(hub, others, received, len(texts))
    given = {who: float(number % 4) for number, who in enumerate(texts, start=1)}
    read(hub, texts, given)
    first = load_course().question("photo-q1").points
    marks = {who: first + given[who] for who in hub.learners} | others.marks(given)
    give_back(hub, marks)
    pages = {one.who: one.reads("feedback/photo-feedback.html") for one in people}
    for who in others.handed:
        page = hub.exchange / "feedback" / who / "photo-feedback.html"
        pages[who] = page.read_text(encoding="utf-8")
    for who, page in pages.items():
        told = texts.get(who, "") in page and f"{marks[who]:g} of 18 points" in page
        was_read = (COMMENT in page) == (who in texts)
        check(f"{who} reads what they wrote and got", told and was_read)
        check(f"{who} reads nothing hidden there", "HIDDEN TESTS" not in page)
    for who in hub.learners:
        check(f"{who} may read no line of the key", not key_before(hub, who))
    check("the instructor may", key_before(hub, hub.instructor))
    hostile(hub, eve, ada)


def learn(hub: SmallHub, people: Sequence[Visitor | InBrowser]) -> None:
    """Enter and work, and go on with it after the hub was killed and started again."""
    codes, (eve, ada) = hub.codes(), people[:2]
    check("a wrong code does not enter", not Visitor(ada.who, hub.url).enter("wrong"))
    check("who is not listed does not enter", not Visitor("root", hub.url).enter(codes[ada.who]))
    for one in people:
        check(f"{one.who} enters", one.enter(codes[one.who]))
    for one in people:
        one.begin()
        check(f"{one.who} has a server", True)
    answers = dict.fromkeys(people, RIGHT)
    answers[eve] += HOSTILE.format(place=str(hub.course / "owned"))
    for one in people:
        check(f"{one.who} ran welcome", one.runs_welcome())
        wrote = one.answers(answers[one], MINE.format(who=one.who))
        check(f"{one.who} answered a question", wrote)
    check("a learner's memory is limited", memory_is_limited(ada.who))
    check("who takes more is refused it", eve.run(GREEDY).strip() == "refused")
    check("another's kernel does not feel it", ada.run("print(6 * 7)").strip() == "42")

    with room_in(hub) as room:
        check("the room is open to whoever has no account", "<title>" in room.page())
        join = f"yes | weakties join {room.code}@{room.join}"
        said = hub.as_who(ada.who, hub.home_of(ada.who) / "weakties-workshop", "sh", "-c", join)
        check("a learner joins from a terminal of the hub", f"{room.join}#me=" in said)
        check("the room's wall counts both people, and one guess", room.guesses() == (2, 1))
        hub.kill()
        hub.start()
        check("after a kill the room is there", "<title>" in room.page())
    check("after a kill the codes are the same", hub.codes() == codes)
    for one in people:
        check(f"after a kill {one.who} has their work", one.kept() == answers[one])


def look(hub: SmallHub, browser: Browser, handed_in: int) -> None:
    """Click through the Formgrader, as the instructor does."""
    instructor = InBrowser(hub.instructor, hub.url, browser)
    instructor.enter(hub.codes()[hub.instructor])
    instructor.begin()
    instructor.clicks_through_the_formgrader("photo", handed_in)
    check("the instructor clicks through the Formgrader to all that is graded", True)


def idle(hub: SmallHub, ada: Visitor) -> None:
    """Wait for the end of servers that nobody looks at; the next one has the work."""
    hub.kill()
    hub.start(WEAKTIES_HUB_IDLE=IDLE)
    begun = time.monotonic()
    while hub.has_processes(ada.who) and time.monotonic() - begun < PATIENCE:
        time.sleep(1)
    check("a server that nobody looks at ended", not hub.has_processes(ada.who))
    hub.kill()
    hub.start()
    ada.enter(hub.codes()[ada.who])
    ada.begin()
    check("the next server has the work", ada.kept() == RIGHT)


def memory_is_limited(who: str) -> bool:
    """Return whether somebody's processes may have 2 GB each and no more."""
    places = [place for place in Path("/proc").glob("[0-9]*/limits") if place.owner() == who]
    lines = [line for place in places for line in place.read_text().splitlines()]
    data = [line for line in lines if line.startswith("Max data size")]
    return bool(data) and all(str(2 * 1024**3) in line for line in data)


def hand_in(hub: SmallHub, who: str) -> None:
    """Hand the exercise in."""
    place = hub.home_of(who) / "weakties-workshop"
    said = hub.as_who(who, place, "weakties", "hand-in", "photo", "--no-run")
    check(f"{who} handed in", "It was handed in through your class's exchange" in said)


def look_at_the_stick(others: Elsewhere) -> None:
    """Look at what a stick said, and at what its checks said of the work."""
    first, again = others.stick_said
    check("a stick installs without a network, once", "Installing" in first and "Inst" not in again)
    check("it passes words on", "holds stick.ipynb as photo.ipynb" in first)
    stops, points = (
        {way: one[name] for way, one in others.receipts.items()} for name in ("stops", "points")
    )
    check("the work runs there to its end", stops["stick"] == [])
    check("and checks answer", points["stick"] > points["wheel"] == 0)


def collect_and_grade(
    hub: SmallHub, others: Elsewhere, received: Sequence[Path], texts: int
) -> None:
    """Collect and grade, as the instructor types it in a terminal of the hub."""
    home = hub.home_of(hub.instructor)
    shutil.copy(hub.at / "class.csv", home)
    new = ("teach", "new", "course", "--units", "photo", "--edition", EDITION)
    hub.as_who(hub.instructor, home, "weakties", *new, "--roster", "class.csv")
    cohort = COHORT.format(edition=EDITION, due=others.due)
    (hub.course / "cohort.toml").write_text(cohort, encoding="utf-8")
    sources = (hub.exchange / "inbound", *received)
    said = hub.in_course("weakties", "teach", "collect", "photo", *sources)
    everybody = len(hub.learners) + len(others.handed)
    check("all is collected", f"The work of {everybody} learners is collected" in said)
    check("the second of one learner too", said.count("in place of an earlier version") == 1)
    late = f"{hub.others['mail']}: {others.sent:%Y-%m-%d %H:%M} UTC, late by 1 d 6 h"
    check("the mail is late", late in said)
    said = hub.in_course("weakties", "grade", "photo")
    waiting = f"{everybody - texts} graded, {texts} needs review, 0 failed" in said
    check("all is graded, and each text waits for a person", waiting)
    check("an answer wrote nothing into the course", not (hub.course / "owned").exists())


def read(hub: SmallHub, texts: Mapping[str, str], given: Mapping[str, float]) -> None:
    """Read what everybody wrote, in the Formgrader on the instructor's own server."""
    instructor = Visitor(hub.instructor, hub.url)
    instructor.enter(hub.codes()[hub.instructor])
    instructor.begin()
    pages = instructor.grades_by_hand("photo", given, COMMENT)
    seen = set(pages) == set(texts) and all(text in pages[who] for who, text in texts.items())
    check("the instructor reads what each learner wrote", seen)


def give_back(hub: SmallHub, marks: Mapping[str, float]) -> None:
    """Export the marks and give feedback back, as the instructor types it."""
    check(f"the marks are what was reckoned: {marks}", same(exported(hub), marks))
    hub.in_course("weakties", "teach", "return", "photo", "--zip", "back.zip")
    hub.in_course("python", "-m", "zipfile", "-e", "back.zip", hub.exchange / "feedback")


def same(found: Mapping[str, float], reckoned: Mapping[str, float]) -> bool:
    """Return whether the same people have the same marks."""
    near = (isclose(mark, reckoned.get(who, nan)) for who, mark in found.items())
    return set(found) == set(reckoned) and all(near)


def exported(hub: SmallHub) -> dict[str, float]:
    """Return who has which mark, as the instructor exports it."""
    rows = hub.in_course("weakties", "teach", "export", "photo")
    table = csv.DictReader(io.StringIO(rows[rows.index("assignment,") :]))
    return {row["student_id"]: float(row["score"]) for row in table if row["score"]}


def key_before(hub: SmallHub, who: str) -> set[str]:
    """Return the lines of the key that somebody may read below the hub's folder, and did not write."""
    files, library = {}, "lib/python*/site-packages/weakties"
    with hub.being(who):
        for top in (*hub.at.glob(f"*/{library}"), hub.at / "homes", hub.exchange):
            for folder, _, names in os.walk(top):
                for path in (Path(folder, name) for name in names):
                    with suppress(OSError):
                        files[str(path)] = path.read_bytes()
    return set(held(files)) - set(RIGHT.splitlines())


def hostile(hub: SmallHub, eve: Visitor | InBrowser, ada: Visitor | InBrowser) -> None:
    """Try, in a learner's own kernel and page, to get at what is not theirs."""
    theirs = next((hub.exchange / "inbound").glob(f"{ada.who}+*"))
    told = ["", *map(str, (hub.at, ada.who, hub.instructor, theirs))]
    code = f"import sys; sys.argv = {told}\n" + (HERE / "hostile.py").read_text(encoding="utf-8")
    for what, got in json.loads(eve.run(code)).items():
        check(f"hostile: {what}: {got}", got in ("PermissionError", "nowhere"))
    of_others = [f"/user/{who}/api/contents" for who in (ada.who, hub.instructor)]
    for address in (*of_others, "/hub/api/users"):
        got = eve.status(address)
        check(f"hostile: {address}: {got}", got in (403, 404))


def check(what: str, holds: bool) -> None:
    """Say what was seen; end where it must not be."""
    print(f"{'yes' if holds else 'NO '}  {what}", flush=True)
    if not holds:
        sys.exit(1)


if __name__ == "__main__":
    main()
