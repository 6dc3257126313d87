"""Stamps and keys in the gradebook itself, in tables of their own: saved with the marks or not at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, MetaData, String, Table, Text, delete, insert, inspect, select

from weakties.grading.stamps.key import Key, key_from_json
from weakties.grading.stamps.reading import Read
from weakties.grading.stamps.stamp import Ground, Stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

_LONGEST = 128
_TABLES = MetaData()


def key_column(column: str) -> Column[str]:
    """Return a column of names that finds a row together with the other ones."""
    return Column(column, String(_LONGEST), primary_key=True)


STAMPS = Table(
    "weakties_stamp",
    _TABLES,
    key_column("assignment"),
    key_column("learner"),
    key_column("notebook"),
    Column("stamp", Text, nullable=False),
)
KEYS = Table(
    "weakties_key",
    _TABLES,
    key_column("assignment"),
    key_column("notebook"),
    Column("source", String(_LONGEST), nullable=False),
    Column("key", Text, nullable=False),
)


def stamps_of(connection: Connection, assignment: str) -> dict[tuple[str, str], Stamp]:
    """Return the stamps of an assignment by learner and notebook.

    Parameters
    ----------
    connection
        A connection to the gradebook.
    assignment
        The assignment's name.
    """
    if not _is_there(connection, STAMPS):
        return {}
    rows = connection.execute(
        select(STAMPS.c.learner, STAMPS.c.notebook, STAMPS.c.stamp).where(
            STAMPS.c.assignment == assignment
        )
    )
    return {(learner, notebook): _stamp(json.loads(plain)) for learner, notebook, plain in rows}


def stamp_at(connection: Connection, assignment: str, learner: str, notebook: str) -> Stamp | None:
    """Return what the marks of one notebook rest on; ``None`` where nothing says so."""
    if not _is_there(connection, STAMPS):
        return None
    named = STAMPS.c.assignment == assignment, STAMPS.c.learner == learner
    plain = connection.execute(
        select(STAMPS.c.stamp).where(*named, STAMPS.c.notebook == notebook)
    ).scalar()
    return _stamp(json.loads(plain)) if plain else None


def put_stamp(
    connection: Connection, assignment: str, learner: str, notebook: str, stamp: Stamp
) -> None:
    """Put a stamp beside the marks of a notebook, in the transaction in which they are saved."""
    put_row(
        connection,
        STAMPS,
        {"assignment": assignment, "learner": learner, "notebook": notebook},
        {"stamp": json.dumps(stamp.as_json())},
    )


def keys_of(connection: Connection, assignment: str) -> dict[str, tuple[str, Key]]:
    """Return the last key of each notebook, with a digest of the file that it was taken from."""
    if not _is_there(connection, KEYS):
        return {}
    rows = connection.execute(
        select(KEYS.c.notebook, KEYS.c.source, KEYS.c.key).where(KEYS.c.assignment == assignment)
    )
    return {notebook: (source, key_from_json(json.loads(key))) for notebook, source, key in rows}


def put_key(connection: Connection, assignment: str, notebook: str, source: str, key: Key) -> None:
    """Put the key of a notebook, in the transaction in which the gradebook takes it over."""
    put_row(
        connection,
        KEYS,
        {"assignment": assignment, "notebook": notebook},
        {"source": source, "key": json.dumps(key.as_json())},
    )


def put_row(
    connection: Connection, table: Table, named: Mapping[str, str], values: Mapping[str, Any]
) -> None:
    """Put a row into a table of ours in place of the older one; make the table if it is missing."""
    table.create(connection, checkfirst=True)
    older = [table.c[column] == value for column, value in named.items()]
    connection.execute(delete(table).where(*older))
    connection.execute(insert(table).values(**named, **values))


def _is_there(connection: Connection, table: Table) -> bool:
    return inspect(connection).has_table(table.name)


def _stamp(plain: Mapping[str, Any]) -> Stamp:
    read = {cell: Read(**one) for cell, one in plain["read"].items()}
    return Stamp(**{**plain, "ground": Ground(**plain["ground"]), "read": read})
