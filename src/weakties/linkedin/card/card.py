"""What stands on a card, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.linkedin.card.numbers import six_numbers
from weakties.linkedin.errors import ExportError
from weakties.linkedin.figures import figures_of
from weakties.linkedin.insight.rings import Contact, rings_of
from weakties.linkedin.pseudonym.recognized import is_pseudonymized

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.card.numbers import Number
    from weakties.linkedin.export import Export
    from weakties.linkedin.insight.rings import Rings

TITLE = "My network, ring by ring"
UNDATED_TITLE = "My network, dot by dot"
FOOT = "Made with weakties, here, from my own LinkedIn export"


@dataclass(frozen=True)
class Card:
    """Six numbers and a picture of a network, without a name of anybody.

    Parameters
    ----------
    title
        What stands above.
    numbers
        At most six, with what they count.
    rings
        The picture.
    """

    title: str
    numbers: tuple[Number, ...]
    rings: Rings

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Return the kinds of dots that the picture has, in the order of the key."""
        there = {dot.contact for dot in self.rings.dots}
        return tuple(one for one in Contact if one in there and one is not Contact.UNKNOWN)

    @property
    def key(self) -> str:
        """Return how the picture is read."""
        each = self.rings.people
        said = "Each dot is one person" if each == 1 else f"Each dot stands for {each:,} people"
        return f"{said}, the oldest ties in the middle." if self.rings.rings else f"{said}."

    @property
    def alt(self) -> str:
        """Return the card in words, for those who can't see it."""
        numbers = "; ".join(f"{one.value} {one.of_what}" for one in self.numbers)
        return f"{self.title}. {numbers}. A disc of dots. {self.key}"


def card_of(export: Export, *, as_of: date | None = None) -> Card:
    """Return the card of an export.

    Raises
    ------
    ExportError
        If nobody is in it.
    """
    if not len(export.people):
        raise ExportError(
            "A card shows the people of a network, and this export holds none. Give the zip as "
            "LinkedIn sent it."
        )
    figures = figures_of(export, as_of=as_of)
    # A copy without names has its times made coarse, so its years would not be the network's.
    dated = not is_pseudonymized(export) and bool(figures.people["connected_on"].notna().any())
    rings = rings_of(figures, dated=dated)
    title = TITLE if rings.rings else UNDATED_TITLE
    return Card(title, six_numbers(figures, dated=dated), rings)
