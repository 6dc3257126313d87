"""The rules of the year: hours become connections and ties, ties fade, and some bring opportunities."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.widgets.year_of_hours.planted import LIMITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.widgets.year_of_hours.planted import Planted

WEEKS, QUARTERS, HOURS = 52, 4, 5
"""Weeks of the year, its quarters, and the hours of a week."""
GOAL = 400
START, BRIDGES, EMBEDDED = 150, 30, 20
"""Connections on the first day; of these in touch, as bridges and as embedded ties."""

_EVERY = 4
"""A tie stays in touch if it is heard from about once in so many weeks."""
_DEEPENED = 0.05
"""Of the bridges that messages tend, those that become embedded."""
_ASKS_AN_HOUR = 2
_WEEKS_A_QUARTER = WEEKS // QUARTERS
_BRIDGE_A_YEAR = 0.015
_NOTICED = 0.1
"""What an hour of reading adds to what ties bring unasked."""


class Week(NamedTuple):
    """How the five hours of a week are shared out; what is left is spent reading."""

    invite: int
    comment: int
    message: int
    ask: int

    @property
    def read(self) -> int:
        """Return the hours that are left for reading."""
        return HOURS - sum(self)


Plan = tuple[Week, ...]
"""One kind of week for each quarter."""

TENDING = Week(invite=0, comment=1, message=2, ask=1)
RACE: Plan = (Week(HOURS, 0, 0, 0), *[TENDING] * 3)
"""Nothing but invitations for a quarter, until 400 is passed; then looking after all of them."""
GARDEN: Plan = (Week(invite=1, comment=1, message=2, ask=1), *[TENDING] * 3)
"""The same from the first week on, with an hour of inviting in the first quarter."""


class State(NamedTuple):
    """What there is at the end of a week.

    Parameters
    ----------
    connections
        The number on the profile; nobody is ever removed.
    bridges, embedded
        Ties in touch.
    opportunities
        Come so far in this year.
    """

    connections: float
    bridges: float
    embedded: float
    opportunities: float

    @property
    def in_touch(self) -> float:
        """Return the ties in touch, of both kinds."""
        return self.bridges + self.embedded


def year(plan: Plan, planted: Planted) -> tuple[State, ...]:
    """Return the first day and the end of each week; what is expected, without luck.

    Examples
    --------
    >>> from weakties.widgets.year_of_hours.planted import as_planted
    >>> year(GARDEN, as_planted())[-1].connections
    202
    """
    states = [State(START, BRIDGES, EMBEDDED, 0.0)]
    for number in range(WEEKS):
        states.append(_after(states[-1], plan[number // _WEEKS_A_QUARTER], planted))
    return tuple(states)


def week_of(states: Sequence[State], connections: int = GOAL) -> int | None:
    """Return the first week at whose end there are so many connections; ``None`` if there is none."""
    return next((n for n, state in enumerate(states) if state.connections >= connections), None)


def opportunities(plan: Plan, planted: Planted) -> float:
    """Return what a year brings."""
    return year(plan, planted)[-1].opportunities


def garden_wins(planted: Planted) -> bool:
    """Say whether stopping near 200 brings more than reaching 400 first."""
    return opportunities(GARDEN, planted) > opportunities(RACE, planted)


def turning_points(planted: Planted) -> dict[str, int | None]:
    """Return for each assumption the nearest value at which the other way wins, all else the same.

    ``None`` where no value within the limits does.
    """
    now = garden_wins(planted)
    return {field: _turning_point(field, planted, now) for field in LIMITS}


def carries(points: dict[str, int | None], planted: Planted) -> str | None:
    """Return the assumption that has to be moved least for the other way to win.

    How far is counted in parts of its range; ``None`` where none can do it alone.
    """

    def moved(field: str) -> float:
        low, high = LIMITS[field]
        at: int = getattr(planted, field)
        return abs((points[field] or 0) - at) / (high - low)

    able = [field for field, value in points.items() if value is not None]
    return min(able, key=moved, default=None)


def _turning_point(field: str, planted: Planted, now: bool) -> int | None:
    low, high = LIMITS[field]
    at: int = getattr(planted, field)
    nearest = sorted(range(low, high + 1), key=lambda value: abs(value - at))
    for value in nearest:
        if garden_wins(planted._replace(**{field: value})) != now:
            return value
    return None


def _after(state: State, week: Week, planted: Planted) -> State:
    new = week.invite * planted.per_hour
    known, bridges, embedded = state.connections + new, state.bridges + new, state.embedded
    # Messages go to whom one chooses, comments to whoever turns up among all connections.
    met = week.message + week.comment * (bridges + embedded) / known
    lost = 1 - min(1.0, planted.tended * met * _EVERY / max(bridges + embedded, 1e-9))
    bridges *= 0.5 ** (lost / planted.bridge)
    embedded *= 0.5 ** (lost / planted.embedded)
    share = bridges / max(bridges + embedded, 1e-9)
    deeper = min(bridges, planted.tended * week.message * _DEEPENED * share)
    bridges, embedded = bridges - deeper, embedded + deeper
    unasked = _BRIDGE_A_YEAR * (bridges + planted.worth * embedded) * (1 + _NOTICED * week.read)
    silent = planted.silent / 100 * (known - bridges - embedded)
    asks = _ASKS_AN_HOUR * week.ask
    # Nobody is asked twice in a quarter; those closest are asked first.
    close = min(asks, embedded / _WEEKS_A_QUARTER)
    loose = min(asks - close, bridges / _WEEKS_A_QUARTER)
    granted = planted.asked / 100 * (close + loose / planted.worth)
    came = (unasked + silent) / WEEKS + granted
    return State(known, bridges, embedded, state.opportunities + came)
