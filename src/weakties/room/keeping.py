"""A room on the disk: whole while it is open, so that it survives a restart; then gone, or counts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from weakties.course import CourseError
from weakties.pages.file import NotWritten
from weakties.pages.private import write_privately
from weakties.room.codes import new_secret
from weakties.room.played import Outcome, together
from weakties.room.questions import DECISION
from weakties.room.results import Result
from weakties.room.session import Person, Room
from weakties.room.tally import Vote, tally
from weakties.room.views import checks_of

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.lesson.prediction import Asked
    from weakties.room.played import Play

_VERSION = 4
_KIND = "weakties room, counts only"


@dataclass
class Secrets:
    """What stands in the addresses of the instructor's screen and of the wall."""

    instructor: str
    wall: str

    @staticmethod
    def new() -> Secrets:
        """Return fresh ones."""
        return Secrets(new_secret(), new_secret())


def save(room: Room, secrets: Secrets, path: Path) -> None:
    """Write a room in one step, readable by its owner only.

    Raises
    ------
    NotWritten
        If the disk does not take it.
    """
    whole = {
        "version": _VERSION,
        "asked": [asked.name for asked in room.questions],
        "secrets": asdict(secrets),
        "people": {ticket: _whole(person) for ticket, person in room.people.items()},
        "results": {name: asdict(result) for name, result in room.results.items()},
        **{name: getattr(room, name) for name in _PLAIN},
    }
    try:
        write_privately(json.dumps(whole), path)
    except OSError as error:
        raise NotWritten(f"The room could not be saved in {path}: {error.strerror}.") from None


_PLAIN = (
    "code", "stages", "now", "play_now", "ended", "locked", "ends_at", "helped", "minutes",
)  # fmt: skip


def resumed(
    path: Path,
    questions: tuple[Asked, ...],
    exercises: tuple[str, ...],
    most: int,
    plays: tuple[Play, ...] = (),
) -> tuple[Room, Secrets] | None:
    """Return the room that a stopped server left, if there is one.

    Raises
    ------
    CourseError
        If it asked other questions, or can't be read: what was sent to it is not written over.
    """
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        is_same = told["version"] == _VERSION and told["asked"] == [one.name for one in questions]
        room = Room(questions, exercises, plays, most, **{name: told[name] for name in _PLAIN})
        room.people = {ticket: _person(one) for ticket, one in told["people"].items()}
        room.results = {name: Result.from_json(one) for name, one in told["results"].items()}
        found = room, Secrets(**told["secrets"])
    except (OSError, ValueError, KeyError, TypeError):
        is_same = False
    if not is_same:
        raise CourseError(
            f"A room with other questions was not closed here; what was sent to it lies in {path}. "
            "Give the --units that it was opened with, and it goes on; or delete that file."
        )
    return found


def _whole(person: Person) -> dict[str, Any]:
    """Return what `asdict` would, in a fraction of the time: a large room is saved every second."""
    rounds = {
        which: {name: vars(vote) for name, vote in getattr(person, which).items()}
        for which in ("first", "second")
    }
    played = {name: vars(outcome) for name, outcome in person.played.items()}
    return {**vars(person), **rounds, "played": played}


def _person(told: dict[str, Any]) -> Person:
    rounds = {
        which: {name: Vote(**vote) for name, vote in told[which].items()}
        for which in ("first", "second")
    }
    played = {
        name: Outcome(tuple(one["counts"]), tuple(one["numbers"]))
        for name, one in told["played"].items()
    }
    return Person(
        **rounds,
        checks=told["checks"],
        choices={name: (right, of) for name, (right, of) in told["choices"].items()},
        played=played,
        hand=told["hand"],
        simulated=told["simulated"],
    )


def counts(room: Room) -> dict[str, Any]:
    """Return what may be kept of a room: counts, and nothing that belongs to one person."""
    questions = []
    for asked in room.questions:
        first, second = room.votes(asked.name)
        if not first and not second:
            continue
        result = room.results.get(asked.name)
        questions.append(
            {
                "name": asked.name,
                "text": asked.question,
                "choices": list(asked.choices),
                "decision": asked.name.endswith(DECISION),
                "minutes": round(room.minutes.get(asked.name, [0.0])[0], 1),
                "result": asked.with_unit(result.value) if result else "",
                "from": result.where_from if result else "",
                **tally(asked, [first, second] if second else [first], result),
            }
        )
    people = room.people.values()
    return {
        "kind": _KIND,
        "people": len(people),
        "simulated": sum(person.simulated for person in people),
        "questions": questions,
        "played": [
            together(play, outcomes)
            for play in room.plays
            if (outcomes := room.outcomes(play.name))
        ],
        "checks": [one for one in checks_of(room) if one["done"] or one["stuck"]],
    }


def read_counts(path: Path) -> dict[str, Any]:
    """Return the counts that a room kept.

    Raises
    ------
    CourseError
        If the file holds none.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        is_ours = told["kind"] == _KIND
    except (OSError, ValueError, KeyError, TypeError):
        is_ours = False
    if not is_ours:
        raise CourseError(
            f"“{path}” holds no counts of a room. They are written when a room closes that was "
            "opened with `--keep FILE`."
        )
    return dict(told)
