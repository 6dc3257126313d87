"""Comparing a learner's table with the right one, by key, whatever its order, index and dtypes."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from weakties.check.plain import Blank, NotPlain, a_type, number, shown
from weakties.check.slips import is_close

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

_FEW = 3


def table(value: object, columns: Sequence[str]) -> pd.DataFrame:
    """Return a learner's table as a fresh DataFrame with just the columns asked for.

    An index whose name is one of the columns counts as that column.

    Raises
    ------
    NotPlain
        If it is no table, or a column is missing; the text names the columns it has.
    """
    import pandas as pd

    if value is ...:
        raise Blank("is still the three dots: replace them with your answer.")
    if value is None:
        raise NotPlain("is None: does the cell end in a method that works in place?")
    if issubclass(type(value), pd.Series):
        value = pd.Series.to_frame(cast("pd.Series[Any]", value))
    if not issubclass(type(value), pd.DataFrame):
        raise NotPlain(f"is {a_type(value)}: a DataFrame is asked for.")
    frame = pd.DataFrame(cast("pd.DataFrame", value))
    if frame.columns.nlevels > 1:
        raise NotPlain("has column names of several levels: give each column one name.")
    named = [name for name in frame.index.names if name in columns and name not in frame.columns]
    frame = frame.reset_index(level=named) if named else frame
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        has = ", ".join(f"`{name}`" for name in frame.columns[:8]) or "none"
        raise NotPlain(f"lacks the column {', '.join(f'`{m}`' for m in missing)}. It has: {has}.")
    if frame.columns.duplicated().any():
        raise NotPlain("has two columns of the same name.")
    asked: pd.DataFrame = frame[list(columns)].reset_index(drop=True)
    return asked


def difference(
    mine: pd.DataFrame, reference: pd.DataFrame, key: Sequence[str], within: float
) -> str | None:
    """Return where two tables differ, as the end of a sentence, or ``None`` if they agree.

    Parameters
    ----------
    mine, reference
        Tables with the same columns.
    key
        The columns that name a row; they are compared as texts or numbers, not by dtype.
    within
        The tolerance for numbers in the other columns.
    """
    values = [name for name in reference.columns if name not in key]
    left, right = _by_key(mine, key, values), _by_key(reference, key, values)
    if len(left) < len(mine):
        return f"has {len(mine) - len(left)} rows too many: a {' and '.join(key)} stands twice."
    gone = [name for name in right if name not in left]
    extra = [name for name in left if name not in right]
    if gone:
        instead = f"; it has one for {_few(extra)}" if extra else ""
        return f"lacks the row for {_few(gone)}{instead}."
    if extra:
        return f"should not have the row for {_few(extra)}."
    wrong = [
        (name, column)
        for name in right
        for column, mine_, theirs in zip(values, left[name], right[name], strict=True)
        if not _agree(mine_, theirs, within)
    ]
    if not wrong:
        return None
    name, column = wrong[0]
    seen = left[name][values.index(column)]
    return (
        f"differs in {len(wrong)} of {len(right) * len(values)} values, first in the column "
        f"`{column}` of the row for {_label(name)}, which is {_seen(seen)}."
    )


def _by_key(
    frame: pd.DataFrame, key: Sequence[str], values: Sequence[str]
) -> dict[tuple[object, ...], list[object]]:
    rows = zip(
        *(frame[name].tolist() for name in key),
        strict=True,
    )
    cells = [[_cell(value) for value in frame[name].tolist()] for name in values]
    return {
        tuple(_cell(part) for part in row): [column[i] for column in cells]
        for i, row in enumerate(rows)
    }


@dataclass(frozen=True, eq=False)
class _Odd:
    """What a cell holds that is no plain value; it agrees with no other cell."""

    kind: str


def _cell(value: Any) -> object:
    """Return a number, a text, True or False, and None where a value is missing."""
    kind = type(value)
    if kind is bool:
        return value
    if issubclass(kind, str):
        return str.strip(str.__str__(value)).casefold() or None
    if _is_missing(value):
        return None
    # Midnight stands for the day, so that a date and the same date as a Timestamp agree.
    if issubclass(kind, datetime.datetime):
        return datetime.datetime.isoformat(value, " ").removesuffix(" 00:00:00")
    if issubclass(kind, datetime.date):
        return datetime.date.isoformat(value)
    if issubclass(kind, (list, tuple, set, frozenset)):
        return _Odd(a_type(value))
    try:
        return number(value)
    except NotPlain:
        return _Odd(a_type(value))


def _is_missing(value: Any) -> bool:
    import pandas as pd

    is_nan = issubclass(type(value), float) and math.isnan(float.__pos__(value))
    return is_nan or value is None or value is pd.NA or value is pd.NaT


def _agree(mine: object, theirs: object, within: float) -> bool:
    if isinstance(mine, float) and isinstance(theirs, float):
        return is_close(mine, theirs, within)
    return type(mine) is type(theirs) and mine == theirs


def _few(names: Sequence[tuple[object, ...]]) -> str:
    first = ", ".join(map(_label, names[:_FEW]))
    return f"{first} and {len(names) - _FEW} more" if len(names) > _FEW else first


def _label(name: tuple[object, ...]) -> str:
    return ", ".join(_seen(part) for part in name)


def _seen(cell: object) -> str:
    """Return a cell as a learner reads it."""
    if cell is None:
        return "missing"
    if isinstance(cell, _Odd):
        return cell.kind
    return shown(cell) if isinstance(cell, float) else f"'{cell}'"
