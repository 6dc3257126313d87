"""The rows of a dataset, read without pandas where that is possible."""

from __future__ import annotations

import csv
from io import StringIO

from weakties.content import content_root
from weakties.data.editions import OPEN

READ = ("candidates", "candidate_ties", "circle_people", "circle_ties")
"""The datasets that widgets read: where no pandas is, these are packed in the edition that runs."""


def rows_of(dataset: str, edition: str) -> list[dict[str, str]]:
    """Return the rows of a dataset as texts by column.

    Raises
    ------
    ValueError
        If it is not one of those that are packed for widgets.
    """
    if dataset not in READ:
        raise ValueError(f"{dataset} is not packed for widgets: name it in READ.")
    return list(csv.DictReader(StringIO(_text(dataset, edition))))


def _text(dataset: str, edition: str) -> str:
    tables = content_root() / "data"
    packed = (tables if edition == OPEN else tables / edition) / f"{dataset}.csv"
    if packed.is_file():
        return packed.read_text(encoding="utf-8")
    # Other editions are made by the generators, which need pandas.
    from weakties.data import load

    return load(dataset, edition).to_csv(index=False)
