"""Every dataset by name: where its generator is, and how it is loaded."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

from weakties.content import content_root
from weakties.data.cards import about, all_cards
from weakties.data.editions import OPEN, checked, current_edition

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from weakties.data.cards import Card

_PHOTO = ("photos", "ratings", "flash", "views", "attributes", "pilot")
_STRANGERS = ("requests", "bots", "mutual_trial", "layoffs", "acquaintances")
_WORLD = ("people", "ties", "invitations", "conversations", "asks", "opportunities")
_QUALITY = (
    *("contacts", "ego_ties", "candidates", "candidate_ties"),
    *("friends", "lion_ties", "target", "bandwidth"),
)
_ROOMS = {
    "weakties.data.photo": _PHOTO,
    "weakties.data.quality": _QUALITY,
    "weakties.data.strangers": _STRANGERS,
    "weakties.data.world.datasets": _WORLD,
}
"""Which module holds the generator of which dataset; the function has the dataset's name."""


def dataset_names() -> tuple[str, ...]:
    """Return the names of all datasets."""
    return tuple(all_cards())


def load(name: str, edition: str | None = None) -> pd.DataFrame:
    """Return a dataset as a fresh DataFrame.

    Parameters
    ----------
    name
        Such as ``"ratings"``; ``weakties.data.about(name)`` says what is in it.
    edition
        Which edition; by default the one named by ``WEAKTIES_EDITION`` or by ``weakties.toml`` in
        the working folder, else the committed one.

    Raises
    ------
    DataError
        If there is no such dataset, the edition can't be a name, or ``weakties.toml`` can't be
        read.
    """
    return _loaded(about(name).name, checked(edition) if edition else current_edition()).copy()


def generate(name: str, edition: str) -> pd.DataFrame:
    """Return a dataset as its generator makes it: a pure function of name, edition and card.

    Raises
    ------
    DataError
        If there is no such dataset.
    """
    card = about(name)
    module = next(room for room, names in _ROOMS.items() if name in names)
    make: Callable[[str, Card], pd.DataFrame] = getattr(import_module(module), name)
    return make(checked(edition), card)


def as_csv(frame: pd.DataFrame) -> bytes:
    """Return a table as the bytes of its committed file."""
    return frame.to_csv(index=False, lineterminator="\n").encode()


@lru_cache(maxsize=64)
def _loaded(name: str, edition: str) -> pd.DataFrame:
    if edition == OPEN:
        return _read((content_root() / "data" / about(name).path).read_bytes(), about(name))
    if name in _PHOTO:
        return generate(name, edition)
    from weakties.data.world.cache import kept

    return _read(kept(name, edition, lambda: as_csv(generate(name, edition))), about(name))


def _read(content: bytes, card: Card) -> pd.DataFrame:
    import pandas as pd

    days = [column.name for column in card.columns if column.type == "date"]
    return pd.read_csv(BytesIO(content), parse_dates=days, date_format="ISO8601")
