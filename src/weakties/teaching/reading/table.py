"""Readings, shares and phrases in the gradebook itself, in tables of their own beside the marks."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    inspect,
    select,
)

from weakties.grading.stamps.table import key_column, put_row
from weakties.teaching.reading.reading import reading_from_json
from weakties.teaching.reading.shares import Place, Share

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from weakties.teaching.reading.reading import Reading

_LONGEST = 128
_TABLES = MetaData()


def _place() -> list[Column[str]]:
    return [key_column(name) for name in ("assignment", "learner", "notebook", "cell")]


READINGS = Table(
    "weakties_reading",
    _TABLES,
    *_place(),
    key_column("reader"),
    Column("reading", Text, nullable=False),
)
SHARES = Table(
    "weakties_share",
    _TABLES,
    *_place(),
    Column("number", Integer, nullable=False),
    Column("first", String(_LONGEST), nullable=False),
    Column("second", String(_LONGEST), nullable=False),
    Column("plan", String(_LONGEST), nullable=False),
)
PHRASES = Table(
    "weakties_phrase",
    _TABLES,
    *[key_column(name) for name in ("assignment", "notebook", "cell", "digest")],
    Column("phrase", Text, nullable=False),
)


def readings_of(connection: Connection, assignment: str) -> dict[tuple[Place, str], Reading]:
    """Return what was made of the texts of an assignment, by text and reader."""
    if not inspect(connection).has_table(READINGS.name):
        return {}
    table = READINGS.c
    rows = connection.execute(
        select(table.learner, table.notebook, table.cell, table.reader, table.reading).where(
            table.assignment == assignment
        )
    )
    return {
        (Place(*place), reader): reading_from_json(json.loads(plain))
        for *place, reader, plain in rows
    }


def put_reading(
    connection: Connection, assignment: str, place: Place, reader: str, reading: Reading
) -> None:
    """Put what somebody made of a text, in the transaction in which its points are saved."""
    named = {"assignment": assignment, **place._asdict(), "reader": reader}
    put_row(connection, READINGS, named, {"reading": json.dumps(reading.as_json())})


def shares_of(connection: Connection, assignment: str) -> dict[Place, Share]:
    """Return how the texts of an assignment were shared out."""
    if not inspect(connection).has_table(SHARES.name):
        return {}
    table = SHARES.c
    rows = connection.execute(
        select(
            table.learner, table.notebook, table.cell,
            table.number, table.first, table.second, table.plan,
        ).where(table.assignment == assignment)
    )  # fmt: skip
    return {Place(learner, notebook, cell): Share(*rest) for learner, notebook, cell, *rest in rows}


def put_shares(connection: Connection, assignment: str, shares: Mapping[Place, Share]) -> None:
    """Put how some texts are shared out."""
    for place, share in shares.items():
        named = {"assignment": assignment, **place._asdict()}
        put_row(connection, SHARES, named, dict(vars(share)))


def phrases_of(connection: Connection, assignment: str) -> dict[tuple[str, str], list[str]]:
    """Return the phrases that readers kept, by notebook and cell."""
    found: dict[tuple[str, str], list[str]] = {}
    if inspect(connection).has_table(PHRASES.name):
        table = PHRASES.c
        rows = connection.execute(
            select(table.notebook, table.cell, table.phrase)
            .where(table.assignment == assignment)
            .order_by(table.phrase)
        )
        for notebook, cell, phrase in rows:
            found.setdefault((notebook, cell), []).append(phrase)
    return found


def keep_phrase(
    connection: Connection, assignment: str, notebook: str, cell: str, phrase: str, *, kept: bool
) -> None:
    """Keep a phrase for all who read this question, or forget it."""
    digest = hashlib.sha256(phrase.encode("utf-8", "surrogatepass")).hexdigest()
    named = {
        "assignment": assignment, "notebook": notebook, "cell": cell, "digest": digest,
    }  # fmt: skip
    PHRASES.create(connection, checkfirst=True)
    connection.execute(delete(PHRASES).where(*(PHRASES.c[k] == v for k, v in named.items())))
    if kept:
        connection.execute(insert(PHRASES).values(**named, phrase=phrase))


def make_tables(connection: Connection) -> None:
    """Make the tables that are missing."""
    for table in (READINGS, SHARES, PHRASES):
        table.create(connection, checkfirst=True)
