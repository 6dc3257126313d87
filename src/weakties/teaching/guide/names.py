"""Words in place of codes: essays, contradictions and cards by what they are called."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.claims import Claims
    from weakties.facilitation import Facilitation
    from weakties.lesson.evidence import EvidenceCard

_CLAIM = re.compile(r"\b(E\d+c?)\.\d+\b")
_ESSAY = re.compile(r"\b(?:essay )?(E\d+c?)\b(?!\.\d)")
_CONTRADICTION = re.compile(r"\bC\d+\b")
_CARD = re.compile(r"\bR\d+\b")


def with_names(text: str, claims: Claims, cards: Mapping[str, EvidenceCard]) -> str:
    """Return Markdown with essays, claims, contradictions and cards by what they are called."""
    titles = {
        one.id: f"“{one.title}”" + (f", {one.author}" if one.author.startswith("a reader") else "")
        for one in claims.essays
    }
    said = {one.id: f"{titles[one.essay]}: {one.says}" for one in claims.claims}
    about = {one.id: f"*{one.about}*" for one in claims.contradictions}
    text = _CLAIM.sub(lambda found: said.get(found[0], found[0]), text)
    text = _ESSAY.sub(lambda found: titles.get(found[1], found[0]), text)
    text = _CONTRADICTION.sub(lambda found: about.get(found[0], found[0]), text)
    return _CARD.sub(lambda found: cards[found[0]].name if found[0] in cards else found[0], text)


def away_from_its_page(text: str) -> str:
    """Return what an instructor does, where the rest of the page does not stand below it.

    Examples
    --------
    >>> away_from_its_page("Walk around; use the table below")
    'Walk around; what goes wrong is in the guide'
    """
    return text.replace("See below", "The script is in the guide").replace(
        "use the table below", "what goes wrong is in the guide"
    )


def cards_in(text: str, cards: Mapping[str, EvidenceCard]) -> tuple[EvidenceCard, ...]:
    """Return the evidence cards that a text names by their ids, in its order."""
    named = dict.fromkeys(_CARD.findall(text))
    return tuple(cards[name] for name in named if name in cards)


def worded(page: Facilitation, claims: Claims, cards: Mapping[str, EvidenceCard]) -> Facilitation:
    """Return a page whose clock can be read elsewhere: names for codes, no 'below'."""
    parts = tuple(
        replace(part, you=away_from_its_page(with_names(part.you, claims, cards)))
        for part in page.parts
    )
    return replace(page, parts=parts)
