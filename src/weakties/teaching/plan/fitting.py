"""Which cuts make a workshop's units fit, and how many minutes each part gets then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.course import Unit
    from weakties.facilitation import Cut, Facilitation, Part


@dataclass(frozen=True)
class Taught:
    """A unit in a workshop, with the cuts that are made.

    Parameters
    ----------
    unit, page
        The unit, and how it is taught.
    made
        The places of those of the page's cuts that are made.
    home
        Whether the exercise goes home.
    """

    unit: Unit
    page: Facilitation
    made: frozenset[int] = frozenset()
    home: bool = False

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """Return the cuts that are made in what stays in the room."""
        there = {part.title for part in self.page.parts if not self._goes_home(part)}
        return tuple(cut for cut in self._made if cut.part in there)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts that stay in the room, with what is left of their minutes."""
        return tuple(
            replace(part, minutes=minutes)
            for part in self.page.parts
            if not self._goes_home(part) and (minutes := self._left_of(part))[1] > 0
        )

    @cached_property
    def needed(self) -> int:
        """Return the minutes that it takes in a room that is neither quick nor slow."""
        return sum(-(-sum(part.minutes) // 2) for part in self.parts)

    def shorter(self) -> Taught | None:
        """Return it with one more cut, if there is one."""
        after = len(self.made)
        return replace(self, made=self.made | {after}) if after < len(self.page.cuts) else None

    def without_exercise(self) -> Taught | None:
        """Return it with the exercise at home, if it is not there already."""
        return None if self.home else replace(self, home=True)

    def spared(self, room: int) -> Taught:
        """Return it without the cuts that `room` minutes do not ask for, the first ones spared first."""
        taken = self
        for place in sorted(self.made):
            milder = replace(taken, made=taken.made - {place})
            taken = milder if milder.needed <= room else taken
        return taken

    @cached_property
    def _made(self) -> tuple[Cut, ...]:
        return tuple(self.page.cuts[place] for place in sorted(self.made))

    def _goes_home(self, part: Part) -> bool:
        return self.home and part.of == "exercise"

    def _left_of(self, part: Part) -> tuple[int, int]:
        won = sum(cut.won for cut in self._made if cut.part == part.title)
        least, most = part.minutes
        is_left_out = won >= least
        return (0, 0) if is_left_out else (least - won, most - won)


def fitted(units: Sequence[Taught], room: int) -> tuple[Taught, ...]:
    """Return the units with as few cuts as let them fit into `room` minutes.

    Cuts come first, one at a time from the unit that is longest then; only after the last of them
    do exercises go home. At the end, what turns out not to be needed is not cut.

    Raises
    ------
    CourseError
        If they do not fit with all of that; the message says what would.
    """
    taken = list(units)
    for step in (Taught.shorter, Taught.without_exercise):
        while sum(one.needed for one in taken) > room:
            longest_first = sorted(range(len(taken)), key=lambda place: -taken[place].needed)
            changes = ((place, step(taken[place])) for place in longest_first)
            change = next(((place, changed) for place, changed in changes if changed), None)
            if change is None:
                break
            taken[change[0]] = change[1]
    if (least := sum(one.needed for one in taken)) > room:
        names = ", ".join(one.unit.slug for one in units)
        raise CourseError(
            f"{names} need {least} minutes with every cut and with the exercises at home; {room} "
            "are left beside opening, breaks and closing. Take fewer units, or more minutes."
        )
    for place, one in enumerate(taken):
        others = sum(other.needed for other in taken) - one.needed
        taken[place] = one.spared(room - others)
    return tuple(taken)


def shared(parts: Sequence[Part], room: int) -> tuple[tuple[int, ...], int]:
    """Return the minutes of each part, and those that are left over.

    Each has its least; what is left goes by minutes to the part that has got the smallest share of
    what it could use.
    """
    given = [part.minutes[0] for part in parts]
    left = room - sum(given)

    def filled(place: int) -> float:
        least, most = parts[place].minutes
        return (given[place] - least) / (most - least)

    while left > 0:
        open_ones = [place for place, part in enumerate(parts) if given[place] < part.minutes[1]]
        if not open_ones:
            break
        given[min(open_ones, key=filled)] += 1
        left -= 1
    return tuple(given), left
