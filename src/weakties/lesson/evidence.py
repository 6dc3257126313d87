"""Evidence cards: a published finding, how sure we are of it, and what it does not show."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Literal

from weakties.content import content_root
from weakties.course import CourseError
from weakties.lesson.citation import short_citation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DOTS = {"quite sure": "●●●", "fairly sure": "●●○", "not sure": "●○○"}


@dataclass(frozen=True)
class EvidenceCard:
    """One finding from the literature.

    Parameters
    ----------
    id
        Such as ``"R41"``, under which ``evidence.toml`` holds it; no learner sees it.
    finding, figure, source
        What was found, in numbers, and by whom.
    sure, why
        How sure we are, and the reason.
    not_shown
        What the finding does not show.
    """

    id: str
    finding: str
    figure: str
    source: str
    sure: Literal["quite sure", "fairly sure", "not sure"]
    why: str
    not_shown: str

    @property
    def name(self) -> str:
        """Return what a reader calls it: who found it, and when."""
        return short_citation(self.source)

    def __str__(self) -> str:
        """Return the card as plain text."""
        return (
            f"{self.name}: {self.finding}\nIn numbers: {self.figure}\n"
            f"How sure: {_DOTS[self.sure]} {self.sure}. {self.why}\n"
            f"Not shown: {self.not_shown}\nSource: {self.source}"
        )

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        heading = f"<strong>{escape(self.name)} · {escape(self.finding)}</strong>"
        glance = (
            f"<p style='margin:.4em 0'>{_DOTS[self.sure]} {self.sure}<br>"
            f"<em>Not shown:</em> {escape(self.not_shown)}</p>"
        )
        more = "".join(
            f"<dt style='font-weight:600'>{name}</dt><dd style='margin:0 0 .4em'>{escape(text)}</dd>"
            for name, text in (
                ("In numbers", self.figure),
                ("Why we are that sure", self.why),
                ("Source", self.source),
            )
        )
        html = (
            f"<section aria-label='Evidence card {escape(self.name)}' style='{_BOX}'>{heading}{glance}"
            f"<details><summary>In numbers, and the source</summary>"
            f"<dl style='margin:.4em 0 0'>{more}</dl></details></section>"
        )
        return {"text/html": html, "text/plain": str(self)}


_BOX = (
    "border:1px solid var(--jp-border-color1,#bdbdbd);border-left:6px solid #0072b2;"
    "border-radius:4px;padding:.6em .9em;margin:.3em 0;max-width:46em;"
    "color:var(--jp-content-font-color1,#212121);background:var(--jp-layout-color1,#fff)"
)


def evidence(name: str) -> EvidenceCard:
    """Return an evidence card.

    Parameters
    ----------
    name
        Who found it, and when, as the card is headed: ``"Todorov and Porter 2014"``. Or its id.

    Raises
    ------
    CourseError
        If there is no such card.
    """
    cards = all_evidence()
    named = by_name(cards)
    if name not in named and name not in cards:
        raise CourseError(f"There is no evidence card '{name}'. There are: {', '.join(named)}.")
    return cards[named.get(name, name)]


def by_name(cards: Mapping[str, EvidenceCard]) -> dict[str, str]:
    """Return the ids of some cards by their names."""
    return {card.name: card_id for card_id, card in cards.items()}


@cache
def all_evidence() -> dict[str, EvidenceCard]:
    """Return all cards of the course that came with weakties, by id."""
    return read_evidence(content_root())


def read_evidence(root: Path) -> dict[str, EvidenceCard]:
    """Return all cards of the course whose ``course/`` lies below `root`, as they are now.

    Raises
    ------
    CourseError
        If ``evidence.toml`` is not there.
    """
    path = root / "course" / "evidence.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    return {name: EvidenceCard(id=name, **card) for name, card in tomllib.loads(text).items()}
