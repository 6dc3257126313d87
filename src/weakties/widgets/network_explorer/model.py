"""People and ties as a notebook has them, in a table or a list, made into those of a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isnan
from typing import TYPE_CHECKING, Any

from weakties.sociogram import Person, Tie

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    Record = Mapping[str, Any]

_PERSON_IDS = ("id", "person_id")
_PERSON_KEYS = ("id", "name", "group")
_TIE_ENDS = (("a", "b"), ("source", "target"), ("from", "to"))
_TIE_KEYS = ("a", "b", "weight")


def people_from(
    people: object,
    *,
    id: str | None = None,  # noqa: A002 - it names the column
    name: str | None = None,
    group: str | None = None,
    size: str | None = None,
    note: str | None = None,
    marked: Collection[object] = (),
) -> list[Person]:
    """Return the people of a picture.

    Parameters
    ----------
    people
        A DataFrame, or a list of mappings, of ``(id, name, group)``, of plain ids, or of `Person`.
    id, name, group, size, note
        The columns that hold them. By default ``id`` or ``person_id``; ``name``, or ``first_name``
        and ``last_name``, or the id; ``group`` if there is one; nothing.
    marked
        Ids of those who stand out.

    Raises
    ------
    TypeError
        If it is no table and no list.
    ValueError
        If a column is missing, or somebody marked is not among the people.
    """
    records = _records(people, "people", _PERSON_KEYS)
    wanted = {str(one) for one in marked}
    found = [
        record if isinstance(record, Person) else _person(record, id, name, group, size, note)
        for record in records
    ]
    unknown = wanted - {person.id for person in found}
    if unknown:
        raise ValueError(f"Marked, but not among the people: {', '.join(sorted(unknown)[:5])}.")
    return [
        Person(one.id, one.name, one.group, one.size, one.marked or one.id in wanted, one.note)
        for one in found
    ]


def ties_from(
    ties: object,
    *,
    ends: tuple[str, str] | None = None,
    weight: str | None = None,
    dashed: str | None = None,
) -> list[Tie]:
    """Return the ties of a picture.

    Parameters
    ----------
    ties
        A DataFrame, or a list of mappings, of pairs, of ``(a, b, weight)``, or of `Tie`.
    ends
        The two columns that hold the ids. By default ``a, b``, ``source, target`` or ``from, to``.
    weight, dashed
        The columns that hold how strong a tie is, and whether its line is broken.

    Raises
    ------
    TypeError
        If it is no table and no list.
    ValueError
        If a column is missing.
    """
    records = _records(ties, "ties", _TIE_KEYS)
    return [
        record if isinstance(record, Tie) else _tie(record, ends, weight, dashed)
        for record in records
    ]


def _records(table: object, what: str, keys: Sequence[str]) -> list[Any]:
    """Return one mapping, or one object of ours, for each row."""
    if hasattr(table, "to_dict") and hasattr(table, "columns"):
        frame: Any = table
        frame = frame if frame.index.name is None else frame.reset_index()
        records: list[Any] = frame.to_dict("records")
        return records
    if isinstance(table, str | bytes | dict) or not isinstance(table, Iterable):
        raise TypeError(f"{what} must be a DataFrame or a list; it is a {type(table).__name__}.")
    return [_record(item, what, keys) for item in table]


def _record(item: object, what: str, keys: Sequence[str]) -> object:
    if isinstance(item, Mapping | Person | Tie):
        return item
    if isinstance(item, tuple | list):
        if not 0 < len(item) <= len(keys):
            raise ValueError(f"One of the {what} is {item!r}; it should be ({', '.join(keys)}).")
        return dict(zip(keys, item, strict=False))
    return {keys[0]: item}


def _person(
    record: Record,
    id: str | None,  # noqa: A002
    name: str | None,
    group: str | None,
    size: str | None,
    note: str | None,
) -> Person:
    key = id or next((one for one in _PERSON_IDS if one in record), _PERSON_IDS[0])
    own = str(_cell(record, key, "people"))
    names = (name,) if name else (("name",) if "name" in record else ("first_name", "last_name"))
    said = " ".join(filter(None, (_text(record.get(part)) for part in names)))
    if name and name not in record:
        _cell(record, name, "people")
    group = group or ("group" if "group" in record else None)
    return Person(
        id=own,
        name=said or own,
        group=_text(_cell(record, group, "people")) if group else "",
        size=float(_cell(record, size, "people")) if size else 1.0,
        note=_text(_cell(record, note, "people")) if note else "",
    )


def _tie(
    record: Record, ends: tuple[str, str] | None, weight: str | None, dashed: str | None
) -> Tie:
    a, b = ends or next(
        (pair for pair in _TIE_ENDS if all(one in record for one in pair)), _TIE_ENDS[0]
    )
    weight = weight or ("weight" if "weight" in record else None)
    return Tie(
        a=str(_cell(record, a, "ties")),
        b=str(_cell(record, b, "ties")),
        weight=float(_cell(record, weight, "ties")) if weight else 1.0,
        dashed=bool(_cell(record, dashed, "ties")) if dashed else False,
    )


def _cell(record: Record, column: str, what: str) -> Any:
    if column not in record:
        has = ", ".join(map(str, record)) or "none"
        raise ValueError(f"{what} has no column {column!r}; its columns are: {has}.")
    return record[column]


def _text(value: object) -> str:
    """Return a cell as text; what is missing is empty."""
    missing = value is None or type(value).__name__ in {"NAType", "NaTType"}
    return "" if missing or (isinstance(value, float) and isnan(value)) else str(value)
