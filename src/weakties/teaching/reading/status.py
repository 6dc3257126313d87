"""How far the reading has come, in a few lines for a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from weakties.teaching.reading.agreement import agreement_lines
from weakties.teaching.reading.texts import READ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.teaching.reading.desk import Desk


def status_lines(desk: Desk) -> Iterator[str]:
    """Yield how many texts are read, by whom, and how well those agree who read the same."""
    view = desk.view()
    to_read: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for place, share in view.shares.items():
        question = desk.questions[place.notebook, place.cell]
        for name in {share.first or desk.reader, share.second} - {""}:
            to_read[name] += 1
            read[name] += view.state(place, name, question) == READ
    if not to_read:
        yield f"Nothing of {desk.room.assignment} is to be read: no text has been graded yet."
    for name, count in to_read.items():
        yield f"{name}: {read[name]} of {count} read."
    yield from agreement_lines(view, desk.questions)
    if view.waiting_checks:
        yield f"{view.waiting_checks} more cells wait for a person: the Formgrader shows them."
