"""An older and a newer text side by side, with what differs marked word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_PIECE = re.compile(r"\s+|\S+")
_MOST_PIECES = 4_000

Marked = list[tuple[bool, str]]
"""A text in pieces, each with whether it differs."""


def side_by_side(old: str, new: str) -> tuple[Marked, Marked]:
    """Return both texts in pieces, each with whether the other text lacks it.

    Long texts are not compared word by word, since that would take minutes.

    Examples
    --------
    >>> side_by_side("ask four people", "ask five people")[1]
    [(False, 'ask '), (True, 'five'), (False, ' people')]
    """
    ours, theirs = _PIECE.findall(old), _PIECE.findall(new)
    if len(ours) + len(theirs) > _MOST_PIECES:
        return [(True, old)], [(True, new)]
    before: Marked = []
    after: Marked = []
    matched = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, a, b, c, d in matched.get_opcodes():
        _add(before, kind != "equal", ours[a:b])
        _add(after, kind != "equal", theirs[c:d])
    return before, after


def _add(pieces: Marked, differs: bool, words: list[str]) -> None:
    if words:
        pieces.append((differs, "".join(words)))
