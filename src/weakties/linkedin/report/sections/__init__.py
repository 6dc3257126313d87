"""The sections of the mirror, in their order, each with the rows that it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weakties.linkedin.report import rests
from weakties.linkedin.report.sections.alive import alive
from weakties.linkedin.report.sections.busy import busy
from weakties.linkedin.report.sections.circles import circles
from weakties.linkedin.report.sections.clock import clock
from weakties.linkedin.report.sections.diversity import diversity
from weakties.linkedin.report.sections.dormant import dormant
from weakties.linkedin.report.sections.employers import employers
from weakties.linkedin.report.sections.growth import growth
from weakties.linkedin.report.sections.invitations import invitations
from weakties.linkedin.report.sections.layers import layers
from weakties.linkedin.report.sections.members import members
from weakties.linkedin.report.sections.reading import reading
from weakties.linkedin.report.sections.years import years

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.linkedin.figures import Figures
    from weakties.pages.section import Basis, Section

    Part = tuple[Callable[[Figures], Section], tuple[Callable[[Figures], Basis], ...]]

_TALK = (rests.messages, rests.times)
_ALL: tuple[Part, ...] = (
    (growth, (rests.dates,)),
    (years, (rests.dates, *_TALK)),
    (members, (rests.companies, rests.functions)),
    (employers, (rests.companies,)),
    (diversity, (rests.companies, rests.functions)),
    (alive, _TALK),
    (busy, _TALK),
    (clock, _TALK),
    (circles, (rests.messages,)),
    (dormant, _TALK),
    (invitations, (rests.directions,)),
    (layers, _TALK),
    (reading, ()),
)


def sections_of(figures: Figures) -> tuple[Section, ...]:
    """Return all sections."""
    rules = dict.fromkeys(rule for _, rows in _ALL for rule in rows)
    on = {rule: rule(figures) for rule in rules}
    return tuple(
        replace(section(figures), rests_on=tuple(on[one] for one in rows if on[one].rows))
        for section, rows in _ALL
    )
