"""Every dataset by name: made by the generator that its card names, and loaded."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any

from weakties.content import content_root
from weakties.data.cards import DataError, about, all_cards
from weakties.data.editions import OPEN, checked, current_edition

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from weakties.data.cards import Card

_FAST = "weakties.data.photo."
"""Where the generators stand that make a table faster than it is read from the cache."""


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
    # pandas copies a part when somebody writes into it; what goes round pandas meets read-only parts.
    kept = _loaded(about(name).name, checked(edition) if edition else current_edition())
    return kept.copy(deep=False)


def generate(name: str, edition: str) -> pd.DataFrame:
    """Return a dataset as its generator makes it: a pure function of name, edition and card.

    Raises
    ------
    DataError
        If there is no such dataset, or it was handed out without what makes it.
    """
    card = about(name)
    module, _, function = card.generator.rpartition(".")
    try:
        make: Callable[[str, Card], pd.DataFrame] = getattr(import_module(module), function)
    except ModuleNotFoundError:
        raise DataError(
            f"This course was handed out with the data of edition {current_edition()} only, and "
            f"edition {edition} was asked for."
        ) from None
    return make(checked(edition), card)


def as_csv(frame: pd.DataFrame) -> bytes:
    """Return a table as the bytes of its committed file."""
    return frame.to_csv(index=False, lineterminator="\n").encode()


@lru_cache(maxsize=64)
def _loaded(name: str, edition: str) -> pd.DataFrame:
    import pandas as pd

    made = _made(name, edition)
    return pd.DataFrame({column: _read_only(made[column]) for column in made.columns}, copy=False)


def _read_only(column: pd.Series[Any]) -> Any:
    """Return a column's values in memory that nobody can write into."""
    import numpy as np

    if isinstance(column.dtype, np.dtype):
        values = column.to_numpy(copy=True)
        values.flags.writeable = False
        return values
    # A time with a zone gives numpy a copy of itself; its own memory is asked for by name.
    part: Any = getattr(column.array, "_ndarray", None)
    if part is None:
        part = column.to_numpy(copy=False)
    while hasattr(part, "flags"):  # down to the memory that it is a part of
        part.flags.writeable = False
        part = part.base
    return column


def _made(name: str, edition: str) -> pd.DataFrame:
    data = content_root() / "data"
    if edition == OPEN:
        return _read((data / about(name).path).read_bytes(), about(name))
    if (packed := data / edition / about(name).path).is_file():
        return _read(packed.read_bytes(), about(name))
    if about(name).generator.startswith(_FAST):
        return generate(name, edition)
    from weakties.data.cache import kept

    return _read(kept(name, edition, lambda: as_csv(generate(name, edition))), about(name))


def _read(content: bytes, card: Card) -> pd.DataFrame:
    import pandas as pd

    days = [column.name for column in card.columns if column.type in {"date", "datetime"}]
    return pd.read_csv(BytesIO(content), parse_dates=days, date_format="ISO8601")
