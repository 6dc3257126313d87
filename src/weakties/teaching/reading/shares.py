"""Sharing texts out among readers: fair, without regard to names, and the same tomorrow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from weakties.grading.cohort.entries import CohortError
from weakties.grading.stamps.digest import digest_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from weakties.grading.cohort.readers import Reader, Readers


class Place(NamedTuple):
    """Where a text stands: whose it is, in which notebook, in which cell."""

    learner: str
    notebook: str
    cell: str

    @property
    def question(self) -> str:
        """Return what an instructor calls the question."""
        return question_of(self.cell)


@dataclass(frozen=True)
class Share:
    """Who reads a text.

    Parameters
    ----------
    number
        What its learner is called where no names are shown.
    first
        Whose points count; empty where anybody may read it.
    second
        Who reads it as well; mostly nobody.
    plan
        A digest of what ``cohort.toml`` said of the readers then.
    """

    number: int
    first: str = ""
    second: str = ""
    plan: str = ""


def question_of(cell: str) -> str:
    """Return what an instructor calls a graded cell.

    Examples
    --------
    >>> question_of("photo-reflection-answer")
    'photo-reflection'
    """
    return cell.removesuffix("-check").removesuffix("-answer")


def shared_out(
    texts: Iterable[Place],
    readers: Readers,
    before: Mapping[Place, Share],
    read: Collection[tuple[Place, str]],
) -> dict[Place, Share]:
    """Return who reads what; what was given to somebody stays theirs.

    A text changes hands only if ``cohort.toml`` says something else of its readers now and nobody
    has read it yet.

    Parameters
    ----------
    texts
        Where there are texts.
    readers
        Who reads.
    before
        How they were shared out so far.
    read
        What was read by whom, also in part.

    Raises
    ------
    CohortError
        If nobody reads one of the questions.
    """
    in_order = sorted(texts, key=digest_of)
    able = {cell: _able(readers, cell) for cell in {place.cell for place in in_order}}
    plans = {cell: _plan(people, readers) for cell, people in able.items()}
    load: dict[str, float] = {}
    kept = {place: _kept(place, before, plans[place.cell], read) for place in in_order}
    for share in kept.values():
        for name in filter(None, (share.first, share.second) if share else ()):
            load[name] = load.get(name, 0) + 1
    numbers = _numbers(in_order, before)
    found: dict[Place, Share] = {}
    for place in in_order:
        people, share = able[place.cell], kept[place]
        number, plan = numbers[place.learner], plans[place.cell]
        if share and share.plan == plan:
            found[place] = Share(number, share.first, share.second, plan)
            continue
        first = (share.first if share else "") or _next(people, load)
        second = share.second if share else ""
        if not second and _is_due(found, place, readers.second_percent):
            second = _next([one for one in people if one.name != first], load)
        found[place] = Share(number, first, second, plan)
    return found


def refuse_unknown_questions(readers: Readers, known: Sequence[str]) -> None:
    """Go on if every question that a reader is given by its name is one.

    Raises
    ------
    CohortError
        If one is not; the text says which might be meant.
    """
    for reader in readers.people:
        for named in reader.questions:
            if set(named) & set("*?[") or named in known:
                continue
            near = get_close_matches(named, known, 1)
            hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
            raise CohortError(
                f"In cohort.toml {reader.name} reads '{named}', and no such text is read by a "
                f"person. {hint}"
            )


def _able(readers: Readers, cell: str) -> list[Reader]:
    people = [one for one in readers.people if one.reads(question_of(cell)) or one.reads(cell)]
    if readers.people and not people:
        raise CohortError(
            f"Nobody reads {question_of(cell)}: add it to the questions of a reader in cohort.toml."
        )
    return people


def _plan(people: Sequence[Reader], readers: Readers) -> str:
    said = [f"{one.name} {one.share}" for one in people]
    return digest_of([*said, str(readers.second_percent)])


def _kept(
    place: Place, before: Mapping[Place, Share], plan: str, read: Collection[tuple[Place, str]]
) -> Share | None:
    """Return what stays of how a text was shared out: all of it, or who has read it already."""
    share = before.get(place)
    if share is None or share.plan == plan:
        return share
    first, second = (
        name if name and (place, name) in read else "" for name in (share.first, share.second)
    )
    return Share(share.number, first, second, share.plan)


def _numbers(in_order: Sequence[Place], before: Mapping[Place, Share]) -> dict[str, int]:
    """Return a number for each learner: the one that they had, or the next one."""
    numbers = {place.learner: share.number for place, share in before.items()}
    for place in in_order:
        numbers.setdefault(place.learner, max(numbers.values(), default=0) + 1)
    return numbers


def _next(people: Sequence[Reader], load: dict[str, float]) -> str:
    """Return who has least for their share, and give them one more."""
    if not people:
        return ""
    chosen = min(people, key=lambda one: (load.get(one.name, 0) + 1) / one.share).name
    load[chosen] = load.get(chosen, 0) + 1
    return chosen


def _is_due(found: Mapping[Place, Share], place: Place, percent: float) -> bool:
    """Say whether a second reader is due, counting what was shared out of this question so far."""
    same = [share for other, share in found.items() if other.cell == place.cell]
    twice = sum(bool(share.second) for share in same)
    return twice < math.ceil(percent / 100 * (len(same) + 1) - 1e-9)
