"""Another network beside one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.said import counted, in_unit
from weakties.linkedin.report.sections.outlined import picture_of_two
from weakties.pages.section import Fact, Grid, Picture, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.linkedin.beside import Difference
    from weakties.linkedin.export import Export

_QUESTION = "Where does your network differ from this one, and by more than chance?"
_COUNT = "a count, without chance"
_UNKNOWN = "too little is known to tell"
_TOLD, _NOT_TOLD = "more than chance", "can't be told from chance"


def beside_section(found: Sequence[Difference], other: Export) -> Section:
    """Return the section on the figures of another network."""
    both = [one for one in found if one.own is not None and one.other is not None]
    missing = [one.name for one in found if one not in both]
    shares = [one for one in both if one.unit == "share"]
    return Section(
        title=f"Beside {other.name}",
        question=_QUESTION,
        facts=tuple(
            Fact(_said(one, one.own), f"{one.name}; there {_said(one, one.other)}", _sure(one))
            for one in both
        ),
        words=_words(both),
        pictures=(_picture(shares, both),) if shares else (),
        cannot_tell=_cannot_tell(missing, other),
        next_step=(
            "Take the one figure that differs most. Say whether you would want it as it is there, "
            "and what you would have to do more of, or less."
        ),
    )


def _words(both: list[Difference]) -> tuple[str, ...]:
    told = [one.name for one in both if one.told]
    tested = sum(one.told is not None for one in both)
    which = f": {'; '.join(told)}" if told else ""
    return (
        f"More than chance: {len(told)} of {counted(tested, 'figure')} that can be tested{which}.",
    )


def _cannot_tell(missing: list[str], other: Export) -> str:
    said = f"What one of the two leaves out: {'; '.join(missing)}. " if missing else ""
    if is_pseudonymized(other):
        said += (
            "The other is a copy without names, in which companies are merged and messages dated to "
            "the month. "
        )
    return said + (
        "Why they differ: these are two people, who write about other things for other ends. Chance "
        "is reckoned as if everybody came, wrote and answered alone; where people of one team act "
        "alike, the intervals are too narrow."
    )


def _said(one: Difference, value: float | None) -> str:
    assert value is not None  # noqa: S101 - only figures that both tell are said
    return in_unit(value, one.unit)


def _sure(one: Difference) -> str:
    if one.unit == "count":
        return _COUNT
    if one.interval is None:
        return _UNKNOWN
    low, high = one.interval
    verdict = _TOLD if one.told else _NOT_TOLD
    if one.unit == "hours":
        return f"{verdict}: their intervals {'are apart' if one.told else 'touch'}"
    return f"{verdict}: {_points(low)} to {_points(high)} points"


def _points(share: float) -> str:
    return f"{100 * share:+.0f}".replace("-", "−")


def _picture(shares: list[Difference], both: list[Difference]) -> Picture:
    grid = Grid(
        "Yours (bars, and the first value) and the other's (outlines, and the second)",
        ("Figure", "Yours", "The other's", "Difference"),
        [(one.name, _said(one, one.own), _said(one, one.other), _sure(one)) for one in both],
    )
    return picture_of_two([(one.name, one.own, one.other) for one in shares], "the other's", grid)
