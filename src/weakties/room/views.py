"""What each screen is told: participants nothing of others, the wall counts, the instructor more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.lesson.numbers import plain_number
from weakties.room.played import together
from weakties.room.questions import DECISION
from weakties.room.tally import tally

if TYPE_CHECKING:
    from weakties.lesson.prediction import Asked
    from weakties.room.session import Room

TIME_IS_UP = 60
"""Seconds for which a timer that has run out is still told."""


def for_participants(room: Room, at: float) -> dict[str, Any]:
    """Return what all participants are told: the same for everybody, and no vote."""
    return {
        "question": _question(room.asked(room.now)) if room.now else None,
        "stage": room.stage(room.now) if room.now else "waiting",
        "shown": room.votes_shown,
        "result": _result(room, room.now),
        "play": room.play(room.play_now).title if room.play_now else "",
        "left": _left(room, at),
        "helped": room.helped,
    }


def for_wall(room: Room, at: float) -> dict[str, Any]:
    """Return what is projected: before votes are shown, only how many there are."""
    told = for_participants(room, at)
    people = room.people.values()
    told |= {
        "people": len(people),
        "simulated": sum(person.simulated for person in people),
        "code": room.code,
        "locked": room.locked,
        "votes": 0,
        "tally": None,
        "no_result": "",
        "together": None,
    }
    if room.play_now:
        told["together"] = together(room.play(room.play_now), room.outcomes(room.play_now))
    if not room.now:
        return told
    first, second = room.votes(room.now)
    stage = room.stage(room.now)
    told["votes"] = len(second if stage == "again" else first)
    if stage == "shown" or room.votes_shown:
        shown = stage == "shown"
        rounds = [first, second] if second else [first]
        result = room.results.get(room.now) if shown else None
        told["tally"] = tally(room.asked(room.now), rounds, result)
        told["no_result"] = "" if room.now in room.results else _no_result(room.now)
    return told


def for_instructor(room: Room, at: float) -> dict[str, Any]:
    """Return what the instructor sees: the wall, all questions, progress without names, hands."""
    people = list(room.people.values())
    return {
        "wall": for_wall(room, at),
        "now": room.now,
        "hands": sum(person.hand for person in people),
        "questions": [
            {
                "name": asked.name,
                "text": asked.question,
                "stage": room.stage(asked.name),
                "ended": asked.name in room.ended,
                "first": len(room.votes(asked.name)[0]),
                "second": len(room.votes(asked.name)[1]),
                "result": _result(room, asked.name, always=True),
            }
            for asked in room.questions
        ],
        "plays": [
            {"name": play.name, "title": play.title, "n": len(room.outcomes(play.name))}
            for play in room.plays
        ],
        "play_now": room.play_now,
        "checks": checks_of(room),
        # Sorted, so that a bar is nobody's: it moves as others overtake it.
        "progress": sorted(
            (sum(found == "done" for found in person.checks.values()) for person in people),
            reverse=True,
        ),
        "of": len(room.exercises),
    }


def checks_of(room: Room) -> list[dict[str, Any]]:
    """Return for each exercise question how many are done with it, and what holds up the others.

    Done says little about a choice, which is found by trying: so beside it stands how many choices were
    right at the first try, and of how many, for all people together.
    """
    told = []
    for question in room.exercises:
        found = [
            person.checks[question] for person in room.people.values() if question in person.checks
        ]
        tries = [
            person.choices[question]
            for person in room.people.values()
            if question in person.choices
        ]
        stuck = [kind for kind in found if kind not in ("done", "fine")]
        told.append(
            {
                "question": question,
                "done": found.count("done"),
                "stuck": {kind: stuck.count(kind) for kind in sorted(set(stuck))},
                "choices": [sum(right for right, _ in tries), sum(of for _, of in tries)],
            }
        )
    return told


def _question(asked: Asked) -> dict[str, Any]:
    return {
        "name": asked.name,
        "text": asked.question,
        "unit": asked.unit,
        "span": asked.span,
        "between": list(asked.between or ()),
        "choices": list(asked.choices),
    }


def _result(room: Room, name: str, *, always: bool = False) -> dict[str, Any] | None:
    result = room.results.get(name)
    if result is None or not (always or room.stage(name) == "shown"):
        return None
    asked = room.asked(name)
    interval = ""
    if result.interval:
        low, high = map(plain_number, result.interval)
        interval = f" (95% interval {low} to {high})"
    return {
        "value": result.value,
        "interval": list(result.interval or ()),
        "words": f"{asked.with_unit(result.value)}{interval}",
        "short": asked.with_unit(result.value),
        "from": result.where_from,
    }


def _no_result(name: str) -> str:
    if name.endswith(DECISION):
        return "Nobody's decision is right or wrong: these are the room's own."
    return "The lesson has no result for this question: here stands what the room thinks."


def _left(room: Room, at: float) -> float | None:
    """Return the seconds that are left, below 0 for a while, so that a page knows when to stop."""
    left = room.ends_at - at
    return round(left, 1) if room.ends_at and left > -TIME_IS_UP else None
