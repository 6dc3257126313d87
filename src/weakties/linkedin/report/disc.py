"""The network as a disc of dots, a ring for each year: the first thing that a report shows."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.linkedin.insight.rings import SIZES, Contact, rings_of
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.pages.svg import dot, drawing, open_ring, text

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures
    from weakties.linkedin.insight.rings import Rings

_SIDE, _REACH = 360, 168
_KINDS = {Contact.BOTH: "both", Contact.ONE: "one", Contact.NONE: "none", Contact.UNKNOWN: "one"}


def disc_of(figures: Figures) -> str:
    """Return the picture with its key as HTML, or nothing for an export without people."""
    if not len(figures.people):
        return ""
    dated = not is_pseudonymized(figures.export) and bool(
        figures.people["connected_on"].notna().any()
    )
    rings = rings_of(figures, dated=dated)
    return f"<figure class='disc'>{_drawn(rings)}<figcaption>{_key(rings)}</figcaption></figure>"


def _drawn(rings: Rings) -> str:
    middle = _SIDE / 2
    room = _REACH * rings.largest
    parts = [
        open_ring(middle, middle, ring.radius * _REACH, ring.gap, "ring")
        for ring in rings.rings[1:]
    ]
    parts += [
        dot(
            middle + _REACH * one.x,
            middle - _REACH * one.y,
            room * SIZES[one.contact],
            f"contact {_KINDS[one.contact]}",
        )
        for one in rings.dots
    ]
    parts += [
        text(middle, middle + ring.radius * _REACH + 4, str(ring.year), "year", "middle")
        for ring in rings.labeled
    ]
    return drawing(_SIDE, parts, _alt(rings), width=_SIDE)


def _alt(rings: Rings) -> str:
    found = [one.contact for one in rings.dots]
    counted = ", ".join(
        f"{found.count(kind):,} with {kind.value}"
        for kind in Contact
        if kind in found and kind is not Contact.UNKNOWN
    )
    of_years = (
        f"; {len(rings.rings)} rings, {rings.rings[0].year} to {rings.rings[-1].year}"
        if rings.rings
        else ""
    )
    return f"A disc of {len(found):,} dots{f': {counted}' if counted else ''}{of_years}."


def _key(rings: Rings) -> str:
    each = "one person" if rings.people == 1 else f"{rings.people:,} people"
    place = ", the oldest ties in the middle, a ring for each year" if rings.rings else ""
    kinds = {one.contact for one in rings.dots}
    named = {
        Contact.BOTH: "large and orange: messages both ways",
        Contact.ONE: "blue: one way",
        Contact.NONE: "small and gray: none yet",
    }
    told = "; ".join(words for kind, words in named.items() if kind in kinds)
    return escape(f"Each dot is {each}{place}.{f' {told[0].upper()}{told[1:]}.' if told else ''}")
