"""First messages in one inbox: some were written to the reader, others went to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.chance import chance_of, first_clear
from weakties.data.message.draws import numbered
from weakties.data.message.phrases import (
    GREETINGS,
    MARKED_OWN,
    MARKED_TEMPLATE,
    MARKS,
    OWN_ENDS,
    OWN_OPENINGS,
    TEMPLATE_OFFERS,
    TEMPLATE_OPENINGS,
    filled,
    one_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from weakties.data.cards import Card

_MESSAGES = 600
_TO = ("Nadia",)


def first_messages(edition: str, card: Card) -> pd.DataFrame:
    """Return 600 first messages, each with whether the same text went to many."""
    rng = chance_of(edition, card)
    return first_clear(_is_clear, lambda: _first_messages(rng, card))


def _first_messages(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    templates = round(card.size_of("template_share") * _MESSAGES)
    rows = []
    for i in range(_MESSAGES):
        kind = "template" if i < templates else "own"
        marked = bool(rng.random() < card.size_of(f"{kind}_marked"))
        text = (_template if kind == "template" else _own)(rng, marked=marked)
        rows.append({"text": text, "template": "yes" if kind == "template" else "no"})
    return numbered(rng, pd.DataFrame(rows), "M", "message_id")


def _template(rng: np.random.Generator, *, marked: bool) -> str:
    parts = [one_of(rng, GREETINGS), one_of(rng, TEMPLATE_OPENINGS), one_of(rng, TEMPLATE_OFFERS)]
    return _written(rng, parts, MARKED_TEMPLATE if marked else ())


def _own(rng: np.random.Generator, *, marked: bool) -> str:
    parts = [one_of(rng, GREETINGS), one_of(rng, OWN_OPENINGS), one_of(rng, OWN_ENDS)]
    return _written(rng, parts, MARKED_OWN if marked else ())


def _written(rng: np.random.Generator, parts: list[str], marked: Sequence[str]) -> str:
    marks = [one_of(rng, marked)] if marked else []
    return " ".join(filled(rng, part, _TO) for part in [*parts, *marks])


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether precision, recall and what slips lead to stand apart."""
    template = (table["template"] == "yes").to_numpy()
    found = table["text"].str.casefold().str.contains("|".join(MARKS)).to_numpy()
    as_written = table["text"].str.contains("|".join(MARKS)).to_numpy()
    precision, alarm = template[found].mean(), found[~template].mean()
    recall, right = found[template].mean(), (found == template).mean()
    return bool(
        template[as_written].mean() < 0.58
        and 0.6 < precision < 0.7
        and 0.72 < right < 0.84 < recall
        and 0.15 < alarm < 0.25
    )
