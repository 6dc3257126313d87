"""Invitations with the text of their notes, whose length decides how many are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.chance import chance_of, first_clear
from weakties.data.message.draws import numbered, share_yes, some_say_yes
from weakties.data.message.phrases import ENDS, GREETINGS, MORE, REASONS, filled, one_of
from weakties.data.world.names import FIRST_NAMES

if TYPE_CHECKING:
    import numpy as np

    from weakties.data.cards import Card

_WRITTEN = {"short": (1, 100, 120), "middle": (101, 200, 330), "long": (201, 300, 150)}
"""The shortest, the longest, and how many notes there are of each kind."""
_AT_THE_EDGE = 8
"""So many short and middle notes have just the longest length, as if a counter had stopped them."""
_BLANK = 300


def notes(edition: str, card: Card) -> pd.DataFrame:
    """Return 900 invitations; a third of them are blank, and their note is missing."""
    rng = chance_of(edition, card)
    texts = _texts(rng)
    return first_clear(_is_clear, lambda: _notes(rng, card, texts))


def _notes(rng: np.random.Generator, card: Card, texts: dict[str, list[str]]) -> pd.DataFrame:
    groups = [
        pd.DataFrame(
            {
                "note": written,
                "accepted": some_say_yes(rng, card.size_of(f"{kind}_accepted"), len(written)),
            }
        )
        for kind, written in {"blank": [""] * _BLANK, **texts}.items()
    ]
    table = pd.concat(groups)
    return numbered(rng, table.assign(note=table["note"].mask(table["note"] == "")), "N", "note_id")


def _texts(rng: np.random.Generator) -> dict[str, list[str]]:
    """Return the notes of each kind, some of them as long as their kind may be."""
    found: dict[str, list[str]] = {kind: [] for kind in _WRITTEN}
    edge: dict[str, list[str]] = {"short": [], "middle": []}
    while any(len(edge[kind]) < _AT_THE_EDGE for kind in edge) or any(
        len(found[kind]) < n for kind, (_, _, n) in _WRITTEN.items()
    ):
        text = _text(rng)
        for kind, (shortest, longest, n) in _WRITTEN.items():
            if kind in edge and len(text) == longest:
                edge[kind].append(text)
            elif shortest <= len(text) < longest and len(found[kind]) < n:
                found[kind].append(text)
    for kind, texts in edge.items():
        found[kind][:_AT_THE_EDGE] = texts[:_AT_THE_EDGE]
    return found


def _text(rng: np.random.Generator) -> str:
    parts = [GREETINGS, REASONS, *[MORE] * int(rng.integers(0, 4)), ENDS]
    chosen = [filled(rng, one_of(rng, part), FIRST_NAMES) for part in parts]
    return " ".join(dict.fromkeys(chosen))


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the share of all notes is unlike the mean of three shares."""
    length = table["note"].str.len()
    bins = pd.cut(length, [0, *(longest for _, longest, _ in _WRITTEN.values())])
    shares = table["accepted"].groupby(bins, observed=True).apply(share_yes).to_numpy()
    written = share_yes(table.loc[table["note"].notna(), "accepted"])
    others = max(shares[0], shares.mean(), share_yes(table["accepted"]))
    # In no edition is one of the others what the right answer is in another edition.
    return bool(others < 0.4 < 0.421 < written < shares[1] - 0.021)
