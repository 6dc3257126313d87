"""What an agenda says beside its rows: the sum, what was cut and why, and who is needed."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

from weakties.command import command
from weakties.teaching.plan.breaks import longest_sitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.teaching.plan.agenda import Agenda, Row

MOST_PEOPLE: Final = 30
A_HELPER_FOR: Final = 15
"""People whom one person can help while they do an exercise; a rule of thumb, not a finding."""
A_GUESS: Final = 2
"""Minutes in which a room asks a guess, waits for it and sees what came out; a rule of thumb."""


def title_of(plan: Agenda) -> str:
    """Return its heading."""
    return f"{plan.wanted.minutes} minutes: {', '.join(one.unit.title for one in plan.units)}"


def sum_of(plan: Agenda) -> str:
    """Return the sentence that adds it up."""
    pauses = sum(row.minutes for row in plan.rows if row.is_break)
    total = sum(row.minutes for row in plan.rows)
    breaks = f", {pauses} of them breaks" if pauses else ", without a break"
    return f"{total} minutes{breaks}; at most {longest_sitting(plan.rows)} without a break."


def cuts_of(plan: Agenda) -> Iterator[str]:
    """Yield what is cut, one sentence for each."""
    for one in plan.units:
        for cut in one.cuts:
            yield f"{one.unit.title}, {cut.part} ({cut.won} min won): {cut.what}"
        if one.home:
            yield (
                f"{one.unit.title}: the exercise goes home. Lesson and discussion stay, because "
                "they need the others in the room."
            )


def why_of(plan: Agenda) -> str:
    """Return why something is cut, or that nothing is."""
    whole = sum(sum(one.page.minutes()) for one in plan.units) / 2
    room = sum(row.minutes for row in plan.rows if row.unit or row.kind == "spare")
    names = "This unit takes" if len(plan.units) == 1 else "These units take"
    if not any(cuts_of(plan)):
        return f"Nothing is cut: {names.casefold()} about {whole:.0f} minutes in full."
    return (
        f"{names} about {whole:.0f} minutes in full; beside opening, breaks and closing there "
        f"are {room}. Of the list *If you are late* of each unit:"
    )


def stop_of(row: Row, end: str) -> str:
    """Return when an exercise stops, if it does after this row."""
    return f"Stop at {end}, wherever they are; the rest goes home." if row.ends else ""


def wall_of(row: Row) -> str:
    """Return what the live room asks in a row, each as long as its beginning tells it apart.

    Those for which there is no time stand as numbers at the end: whoever is quick may ask them.
    """
    fit = max(1, row.minutes // A_GUESS)
    asked = " · ".join(
        f"{number}. {shorten(asked, 60, placeholder=' …')}" for number, asked in row.polls[:fit]
    )
    spare = ", ".join(str(number) for number, _ in row.polls[fit:])
    return f"{asked} · only with time to spare: {spare}" if spare else asked


def people_of(plan: Agenda) -> Iterator[str]:
    """Yield what the numbers of people and helpers ask for."""
    people, helpers = plan.wanted.people, plan.wanted.helpers
    if not people:
        return
    each = -(-people // (helpers + 1))
    who = f"you and {helpers} helping" if helpers else "nobody helping you"
    yield f"{people} people, {who}: in the exercise {each} to look after for each."
    if each > A_HELPER_FOR:
        more = -(-people // A_HELPER_FOR) - 1 - helpers
        yield (
            f"That is many. {more} more to help would make it {A_HELPER_FOR} or fewer; without "
            "them let people work in pairs."
        )
    if people > MOST_PEOPLE:
        yield f"The units are written for up to {MOST_PEOPLE}: split the discussions into two rooms."


def next_of(plan: Agenda) -> str:
    """Return the commands for the scripts and for the live room."""
    guides = ", ".join(f"`{command(f'teach guide {one.unit.slug}')}`" for one in plan.units)
    room = command(f"teach room --units {','.join(one.unit.slug for one in plan.units)}")
    return (
        f"Scripts, right and wrong answers: {guides}. What stands *on the wall* is asked by the live "
        f"room, under the same numbers: `{room}`."
    )


def at(minute: int) -> str:
    """Return a minute of the day as a clock shows it.

    Examples
    --------
    >>> at(13 * 60 + 5), at(24 * 60 + 1)
    ('13:05', '0:01')
    """
    return f"{minute // 60 % 24}:{minute % 60:02d}"
