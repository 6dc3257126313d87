"""Time, company and function of each person, as coarse as it takes to be one of k."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Traits(NamedTuple):
    """What a person could be singled out by.

    Parameters
    ----------
    month
        Months since the year 0, or None without a date.
    company
        Empty if none is named.
    function
        Empty if none is named.
    """

    month: int | None
    company: str
    function: str


def _first_month(of: int) -> Callable[[int | None], int | None]:
    return lambda month: None if month is None else month - month % of


_TIMES = tuple(map(_first_month, (1, 3, 12)))
# Finest first. Where a company stays, time gives way before it; elsewhere time stays longest.
_STEPS = tuple(
    (time, company, function)
    for company, function in ((True, True), (True, False), (False, True), (False, False))
    for time in _TIMES
)


def coarsened(people: Sequence[Traits], k: int) -> list[Traits]:
    """Return what is kept of each person: at least k share it, or all, if there are fewer.

    Months become quarters, then years; then the function goes, then the company; who is left at
    the end shares the first of several years.

    Examples
    --------
    >>> ana = Traits(24_240, "Acme", "Design")
    >>> coarsened([ana, ana, ana._replace(month=24_241), ana._replace(company="Brook")], k=2)[2:]
    [Traits(month=24240, company='', function='Design'), Traits(month=24240, company='', function='Design')]
    """
    kept: dict[int, Traits] = {}
    for time, company, function in _STEPS:
        tried = {
            at: Traits(time(one.month), one.company * company, one.function * function)
            for at, one in enumerate(people)
            if at not in kept and (one.company or not company)
        }
        many = Counter(tried.values())
        kept |= {at: traits for at, traits in tried.items() if many[traits] >= k}
    left = [at for at in range(len(people)) if at not in kept]
    if left and len(left) < k:
        left += _smallest_class(kept, k - len(left))
    kept |= _in_blocks(people, left, k)
    return [kept[at] for at in range(len(people))]


def _smallest_class(kept: dict[int, Traits], wanted: int) -> list[int]:
    """Return everybody of the smallest class: they share the fate of a few who are left."""
    many = Counter(kept.values())
    enough = [traits for traits, count in many.items() if count >= wanted]
    chosen = min(enough, key=lambda traits: (many[traits], str(traits)), default=None)
    return [at for at, traits in kept.items() if traits == chosen]


def _in_blocks(people: Sequence[Traits], left: list[int], k: int) -> dict[int, Traits]:
    """Return those who are left by their time alone, as many years together as make k."""
    in_order = sorted(left, key=lambda at: (people[at].month is not None, people[at].month or 0))
    blocks = [in_order[at : at + k] for at in range(0, len(in_order), k)]
    if len(blocks) > 1 and len(blocks[-1]) < k:
        blocks[-2:] = [blocks[-2] + blocks[-1]]
    year = _TIMES[-1]
    return {at: Traits(year(people[block[0]].month), "", "") for block in blocks for at in block}
