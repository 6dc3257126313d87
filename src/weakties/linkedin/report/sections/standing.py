"""The networks of a class beside one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.beside.standing import by_chance
from weakties.linkedin.report.said import counted, in_unit, number
from weakties.linkedin.report.sections.outlined import picture_of_two
from weakties.pages.section import Fact, Grid, Picture, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.linkedin.beside.copies import Copies
    from weakties.linkedin.beside.standing import Standing


def standing_section(found: Sequence[Standing], copies: Copies) -> Section:
    """Return the section on where one's figures stand among those of a class."""
    told = [one for one in found if one.own is not None and one.others]
    missing = [one.name for one in found if one not in told]
    shares = [one for one in told if one.unit == "share"]
    return Section(
        title=f"Beside {counted(len(copies.exports), 'copy', 'copies')} in {copies.name}",
        question="Where do you stand among the people of your class?",
        facts=tuple(
            Fact(_own(one), f"{one.name}; class {_there(one)}", _place(one)) for one in told
        ),
        words=_words(told),
        pictures=(_picture(shares, told),) if shares else (),
        cannot_tell=_cannot_tell(missing),
        next_step=(
            "Take the one figure in which you stand furthest out. Ask in class who stands at the "
            "other end, and what that person does otherwise."
        ),
    )


def _words(told: list[Standing]) -> tuple[str, ...]:
    if not told:
        return ()
    outer = [one.name for one in told if one.outermost]
    which = f": {'; '.join(outer)}" if outer else ""
    said = (
        f"You have the least or the most in {len(outer)} of {counted(len(told), 'figure')}{which}. "
        f"If all of you were alike, chance would do that in about {number(by_chance(told))}."
    )
    return (said,)


def _cannot_tell(missing: list[str]) -> str:
    said = f"What you or all of the copies leave out: {'; '.join(missing)}. " if missing else ""
    return said + (
        "Who is who: copies bear no names. If your own copy lies in the folder, you are among those "
        "whom you stand beside. Why people differ: each writes about other things for other ends."
    )


def _own(one: Standing) -> str:
    assert one.own is not None  # noqa: S101 - only figures that are told are said
    return in_unit(one.own, one.unit)


def _there(one: Standing) -> str:
    assert one.middle is not None  # noqa: S101
    middle, least, most = (
        in_unit(value, one.unit) for value in (one.middle, one.others[0], one.others[-1])
    )
    return f"{middle}, from {least} to {most}"


def _place(one: Standing) -> str:
    level = f", level with {one.level}" if one.level else ""
    return f"above {one.above} of {len(one.others)}{level}"


def _picture(shares: list[Standing], told: list[Standing]) -> Picture:
    grid = Grid(
        "Yours (bars, and the first value) and the middle of the class (outlines, and the second)",
        ("Figure", "Yours", "The class", "Your place"),
        [(one.name, _own(one), _there(one), _place(one)) for one in told],
    )
    drawn = [(one.name, one.own, one.middle) for one in shares]
    return picture_of_two(drawn, "the middle of the class", grid)
