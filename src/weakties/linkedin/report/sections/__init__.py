"""The sections of the mirror, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.sections.alive import alive
from weakties.linkedin.report.sections.circles import circles
from weakties.linkedin.report.sections.diversity import diversity
from weakties.linkedin.report.sections.dormant import dormant
from weakties.linkedin.report.sections.growth import growth
from weakties.linkedin.report.sections.invitations import invitations
from weakties.linkedin.report.sections.layers import layers
from weakties.linkedin.report.sections.members import members
from weakties.linkedin.report.sections.reading import reading

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures
    from weakties.pages.section import Section

_ALL = (growth, members, diversity, alive, circles, dormant, invitations, layers, reading)


def sections_of(figures: Figures) -> tuple[Section, ...]:
    """Return all sections."""
    return tuple(section(figures) for section in _ALL)
