"""An agenda: rows whose minutes add up to those of the workshop."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from weakties.claims import load_claims
from weakties.command import command
from weakties.course import CourseError
from weakties.facilitation import load_facilitation
from weakties.lesson.evidence import read_evidence
from weakties.teaching.guide.names import worded
from weakties.teaching.plan import breaks
from weakties.teaching.plan.fitting import Taught, fitted, shared
from weakties.teaching.plan.polls import polls_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.course import Course, Unit
    from weakties.facilitation import Part

Kind = Literal["opening", "lesson", "exercise", "together", "break", "lunch", "spare", "closing"]

LEAST, MOST = 75, 480
OPENING, CLOSING, BREAK, LUNCH = 5, 5, 10, 45
LONGEST_SITTING = 110
"""After so many minutes, counted over the whole workshop, there is a break."""
A_DAY: Final = 300
"""From so many minutes on, one of the breaks is for lunch."""

_HELPERS: Final[dict[Kind, str]] = {
    "opening": "At the door: does Welcome run on every screen?",
    "lesson": "Stand at the back; go to whoever looks up.",
    "exercise": "Each walks through a part of the room of their own.",
    "together": "Watch the clock, and write down what is said.",
    "spare": "Collect what was left open.",
    "closing": "Collect the forms.",
}


_IN_HAND: Final = "Questions that are open; else end early."
_ENOUGH_TO_BEGIN: Final = 8
"""Minutes in hand in which a room gets through the first question of an exercise."""


@dataclass(frozen=True)
class Wanted:
    """What is asked of an agenda: minutes, units (none: the ones that fit), people, helpers."""

    minutes: int
    units: tuple[str, ...] = ()
    people: int = 0
    helpers: int = 0


@dataclass(frozen=True)
class Row:
    """One line of an agenda.

    Parameters
    ----------
    title, kind, unit
        What it is, and the title of the unit that it belongs to, if to one.
    minutes
        How long it takes.
    you, they, helpers
        Who does what.
    ends
        Whether an exercise stops after it.
    polls
        What the live room asks in it: the number on the instructor's screen, and the question.
    """

    title: str
    kind: Kind
    minutes: int
    unit: str = ""
    you: str = ""
    they: str = ""
    helpers: str = ""
    ends: bool = False
    polls: tuple[tuple[int, str], ...] = ()

    @property
    def is_break(self) -> bool:
        """Say whether nobody has to do anything."""
        return self.kind in ("break", "lunch")


@dataclass(frozen=True)
class Agenda:
    """A workshop minute by minute, with what was cut for it."""

    wanted: Wanted
    units: tuple[Taught, ...]
    rows: tuple[Row, ...]

    @property
    def begins(self) -> tuple[int, ...]:
        """Return the minute at which each row begins."""
        begins = [0]
        for row in self.rows[:-1]:
            begins.append(begins[-1] + row.minutes)
        return tuple(begins)


def agenda(course: Course, wanted: Wanted) -> Agenda:
    """Make an agenda.

    Raises
    ------
    CourseError
        If the minutes are too few or too many, or the units do not fit into them.
    """
    if not LEAST <= wanted.minutes <= MOST:
        raise CourseError(
            f"An agenda has {LEAST} to {MOST} minutes, not {wanted.minutes}. Longer workshops take "
            "more than one day: make an agenda for each, with --units."
        )
    room = wanted.minutes - OPENING - CLOSING - sum(_pauses(wanted.minutes))
    named = tuple(dict.fromkeys(wanted.units))
    units = [course.unit(slug) for slug in named] if named else _chosen(course, room)
    claims, cards = load_claims(course.root), read_evidence(course.root)
    taken = [
        replace(one, page=worded(one.page, claims, cards))
        for one in fitted(_taught(course, units), room)
    ]
    return Agenda(
        wanted, tuple(taken), _with_polls(course, taken, _rows(course, taken, room, wanted))
    )


def _with_polls(course: Course, units: Sequence[Taught], rows: Sequence[Row]) -> tuple[Row, ...]:
    polls: dict[tuple[str, str], list[tuple[int, str]]] = {}
    asked = chain.from_iterable(
        (
            (one.unit.title, title, poll.question)
            for poll, title in polls_of(course.root, one.unit, one.page.parts)
        )
        for one in units
    )
    for number, (unit, title, question) in enumerate(asked, start=1):
        polls.setdefault((unit, title), []).append((number, question))
    return tuple(replace(row, polls=tuple(polls.get((row.unit, row.title), ()))) for row in rows)


def _in_hand(course: Course, units: Sequence[Taught], minutes: int) -> str:
    """Return what to do with minutes that no part can use."""
    home = next((one for one in units if one.home), None)
    if home and minutes >= _ENOUGH_TO_BEGIN:
        return (
            f"Begin the exercise of “{home.unit.title}” together, with its first question; the "
            f"others go home. `{command('start')}` opens it for the projector. Or questions that "
            "are open; else end early."
        )
    taken = {one.unit.slug for one in units}
    others = _taught(course, [unit for unit in course.ready if unit.slug not in taken])
    for other in others:
        with contextlib.suppress(CourseError):
            if not fitted([other], minutes)[0].home:
                return f"{_IN_HAND} One more unit would fit: {other.unit.slug}."
    return _IN_HAND


def _to_open(*, has_breaks: bool) -> str:
    breaks = ", when the breaks are" if has_breaks else ""
    return (
        f"Who is here, what for{breaks}. With a questionnaire: its first form, at once. Put the "
        "wall up, and wait until all who want to are in the room."
    )


def _to_close(units: Sequence[Taught]) -> str:
    """Return what goes home, and how it is handed in."""
    home = [f"“{one.unit.title}”" for one in units if one.home]
    what = f"The exercise of {' and of '.join(home)} goes" if home else "What is left open goes"
    slug = next((one.unit.slug for one in units if one.home), units[-1].unit.slug)
    return (
        f"{what} home: say the day, and how it is handed in (`{command(f'hand-in {slug}')}` makes "
        "the file to send). With a questionnaire: its second form."
    )


def _taught(course: Course, units: Sequence[Unit]) -> list[Taught]:
    return [Taught(unit, load_facilitation(course.root, unit)) for unit in units]


def _chosen(course: Course, room: int) -> Sequence[Unit]:
    """Return a whole way that fits, else the longest beginning of one, exercises in the room."""
    found: list[tuple[bool, int, Sequence[Unit]]] = []
    for way in course.ways:
        for count in range(len(way.units), 0, -1):
            try:
                taken = fitted(_taught(course, way.units[:count]), room)
            except CourseError:
                continue
            if not any(one.home for one in taken):
                found.append((count == len(way.units), count, way.units[:count]))
                break
    if not found:
        return course.ready[:1]
    return max(found, key=lambda one: one[:2])[2]


def _pauses(minutes: int) -> tuple[int, ...]:
    count = -(-minutes // LONGEST_SITTING) - 1
    return (LUNCH, *[BREAK] * (count - 1)) if minutes >= A_DAY else (BREAK,) * count


def _rows(course: Course, units: Sequence[Taught], room: int, wanted: Wanted) -> tuple[Row, ...]:
    parts = [(one, part) for one in units for part in one.parts]
    given, left = shared([part for _, part in parts], room)
    last = {one.unit.slug: [p for p in one.parts if p.of == "exercise"][-1:] for one in units}
    rows = [
        _row(one, part, minutes, wanted, ends=part in last[one.unit.slug])
        for (one, part), minutes in zip(parts, given, strict=True)
    ]
    if left:
        rows.append(_own("In hand", "spare", left, wanted, _in_hand(course, units, left)))
    pauses = _pauses(wanted.minutes)
    opening = _own(
        "Opening", "opening", OPENING, wanted, _to_open(has_breaks=bool(pauses)),
        "Open the notebook Welcome and run its first cell. Join the room: by phone, or by the "
        "cell under *In a workshop: the room*.",
    )  # fmt: skip
    closing = _own(
        "Closing", "closing", CLOSING, wanted, _to_close(units),
        "Read your sentence for Monday once more: who will ask you about it?",
    )  # fmt: skip
    content = [opening, *rows, closing]
    stops = breaks.places(content, len(pauses))
    lunch = breaks.middle(content, stops) if LUNCH in pauses else None
    return tuple(
        chain.from_iterable(_with_break(content, n, stops, lunch) for n in range(len(content)))
    )


def _with_break(
    content: Sequence[Row], place: int, stops: Sequence[int], lunch: int | None
) -> tuple[Row, ...]:
    if place == lunch:
        return Row("Lunch", "lunch", LUNCH), content[place]
    return (Row("Break", "break", BREAK), content[place]) if place in stops else (content[place],)


def _row(one: Taught, part: Part, minutes: int, wanted: Wanted, *, ends: bool) -> Row:
    helpers = _HELPERS[part.of] if wanted.helpers else ""
    return Row(part.title, part.of, minutes, one.unit.title, part.you, part.they, helpers, ends)


def _own(title: str, kind: Kind, minutes: int, wanted: Wanted, you: str, they: str = "") -> Row:
    return Row(title, kind, minutes, "", you, they, _HELPERS[kind] if wanted.helpers else "")
