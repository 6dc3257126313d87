"""The rows of a dataset, read without pandas where that is possible."""

from __future__ import annotations

import csv
from io import StringIO

from weakties.content import content_root
from weakties.data.editions import OPEN


def rows_of(dataset: str, edition: str) -> list[dict[str, str]]:
    """Return the rows of a dataset as texts by column."""
    return list(csv.DictReader(StringIO(_text(dataset, edition))))


def _text(dataset: str, edition: str) -> str:
    if edition == OPEN:
        return (content_root() / "data" / f"{dataset}.csv").read_text(encoding="utf-8")
    # Other editions are made by the generators, which need pandas.
    from weakties.data import load

    return load(dataset, edition).to_csv(index=False)
