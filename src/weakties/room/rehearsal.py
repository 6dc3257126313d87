"""Simulated participants, so that an instructor can practice; what they say is made up."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from weakties.room.session import Refused
from weakties.room.tally import scale_for

if TYPE_CHECKING:
    from random import Random

    from weakties.lesson.prediction import Asked
    from weakties.room.played import Play
    from weakties.room.session import Room

STEP = 0.4
"""Seconds that pass at one step."""
_VOTES, _STUCK, _HELPED, _PLAYS = 0.12, 0.0005, 0.02, 0.02
"""How likely each of them does something at one step."""
_TRIES, _MINUTES = 2, 7
"""How often somebody runs a question's check until it is done, and the minutes that takes."""
_CHECKS = _TRIES * STEP / (60 * _MINUTES)
_BEFORE = 30
"""Minutes until people begin the exercise by themselves."""
_MOVED = 0.55
"""How many come nearer to the result after the discussion."""


def fill(room: Room, how_many: int) -> None:
    """Let simulated participants in, as many as are missing."""
    for _ in range(how_many - sum(person.simulated for person in room.people.values())):
        with suppress(Refused):
            room.admit(simulated=True)


def begun(room: Room, minutes: float) -> bool:
    """Say whether people work on the exercise: a timer was started, or half an hour has passed.

    Who has begun goes on, also after a restart.
    """
    worked = any(person.checks for person in room.people.values() if person.simulated)
    return worked or room.ends_at > 0 or minutes >= _BEFORE


def step(room: Room, chance: Random, minutes: float = 0.0) -> bool:
    """Let a short time pass, so many minutes after the beginning; return whether anybody acted."""
    acted, working = False, begun(room, minutes)
    for ticket, person in list(room.people.items()):
        if not person.simulated:
            continue
        if room.now and chance.random() < _VOTES:
            asked = room.asked(room.now)
            again = room.stage(room.now) == "again"
            answer = _answer(room, asked, chance, nearer=again and chance.random() < _MOVED)
            with suppress(Refused):
                room.vote(ticket, asked.name, answer, chance.choice((1, 2, 2, 3, 3, 3, 4, 4, 5)))
                acted = True
        if chance.random() < (_HELPED if person.hand else _STUCK):
            person.hand, acted = not person.hand, True
        for play in room.plays:
            if play.name not in person.played and chance.random() < _PLAYS:
                room.came(ticket, play.name, *_played(play, chance))
                acted = True
        if working and room.exercises and chance.random() < _CHECKS:
            done = sum(found == "done" for found in person.checks.values())
            if done < len(room.exercises):
                found = chance.choice(("value", "form", "done", "done"))
                question = room.exercises[done]
                first = person.choices.get(question, (chance.randrange(2), 1))
                room.check(ticket, question, found, first)
                acted = True
    return acted


def _played(play: Play, chance: Random) -> tuple[list[int], list[float]]:
    """Return an outcome: who decides takes two in three of the good and one in three of the bad."""
    if play.good or play.bad:
        good = sum(chance.random() < 0.66 for _ in range(play.good))
        bad = sum(chance.random() < 0.33 for _ in range(play.bad))
        worth = (10 * good - 20 * bad) / (play.good + play.bad)
        return [good, play.good - good, bad, play.bad - bad], [worth]
    return [], [float(round(chance.uniform(1, 15))) for _ in play.numbers]


def _answer(room: Room, asked: Asked, chance: Random, *, nearer: bool) -> float | str:
    result = room.results.get(asked.name)
    if asked.choices:
        return str(result.value) if nearer and result else chance.choice(asked.choices)
    known = float(result.value) if result else 0.0
    low, high = scale_for([2 * known], asked.between, [1.0])
    middle = known if nearer else low + (high - low) * 0.42
    guess = chance.gauss(middle, (high - low) * (0.08 if nearer else 0.2))
    return float(round(min(max(guess, low), high)))
