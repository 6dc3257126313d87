"""Recall in a notebook: the cards that are due, their answers folded, and how to say how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

from weakties.course import CourseError, load_course
from weakties.lesson.so_far import so_far
from weakties.progress import Line, here
from weakties.progress.spacing import WENT, day_of
from weakties.recall import begun, cards_of, due, in_words

if TYPE_CHECKING:
    from weakties.progress.spacing import Went
    from weakties.recall import Card

HOW = "After a card, say how it went, in a cell of its own: again, hard, good or easy."
_CALL = 'from weakties.lesson import went\nwent("{}", "good")'
_BOX = (
    "border:1px solid var(--jp-border-color1,#bdbdbd);border-radius:4px;padding:.4em .9em;"
    "margin:.3em 0;max-width:46em"
)


@dataclass(frozen=True)
class Recall:
    """What is due.

    Parameters
    ----------
    said
        One sentence or two about it.
    cards
        The cards to ask.
    """

    said: str
    cards: tuple[Card, ...]

    def __str__(self) -> str:
        """Return it as plain text, the answers left out."""
        asked = [f"{card.id}: {card.question}" for card in self.cards]
        how = [HOW, self._call] if self.cards else []
        return "\n".join([self.said, *asked, *how])

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        cards = "".join(map(_html, self.cards))
        how = f"<p>{HOW}</p><pre>{escape(self._call, quote=False)}</pre>" if self.cards else ""
        return {"text/html": f"<p>{escape(self.said)}</p>{cards}{how}", "text/plain": str(self)}

    @property
    def _call(self) -> str:
        return _CALL.format(self.cards[0].id)


def recall(*, everything: bool = False) -> Recall:
    """Show the cards that are due, of the units that you have begun.

    Parameters
    ----------
    everything
        Those of all units.
    """
    course = load_course()
    units = course.ready if everything else begun(so_far())
    cards, record = cards_of(course.root, units), here().record
    today = day_of(datetime.now(UTC))
    return Recall(in_words(cards, record, today), due(cards, record, today))


def went(card: str, how: Went) -> Recall:
    """Keep how a card went, and show what is still due.

    Parameters
    ----------
    card
        Its id, as `recall` shows it.
    how
        ``"again"``, ``"hard"``, ``"good"`` or ``"easy"``.

    Raises
    ------
    CourseError
        If there is no such card, or no such word.
    """
    course = load_course()
    if how not in WENT:
        raise CourseError(f"A card goes one of these: {', '.join(WENT)}; not '{how}'.")
    if card not in {known.id for known in cards_of(course.root, course.ready)}:
        raise CourseError(f"There is no card '{card}'. recall(everything=True) shows cards.")
    kept = here()
    not_kept = kept.note(Line.now("recalled", card=card, went=how))
    back = kept.record.recalled[card].due.isoformat()
    left = recall()
    return Recall(
        " ".join(filter(None, [f"It is asked again on {back}.", not_kept, left.said])), left.cards
    )


def _html(card: Card) -> str:
    return (
        f"<section aria-label='Card {escape(card.id)}' style='{_BOX}'>"
        f"<strong>{escape(card.question)}</strong><br><code>{escape(card.id)}</code>"
        f"<details><summary>The answer</summary><p>{escape(card.answer)}</p>"
        f"<p>{escape(card.why)}</p><p>Source: {escape(card.source)}</p></details></section>"
    )
