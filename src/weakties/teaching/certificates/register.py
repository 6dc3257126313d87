"""The certificates that were issued, in the gradebook itself, in a table of their own."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, MetaData, String, Table, Text, insert, inspect, select

from weakties.teaching.certificates.award import Passed
from weakties.teaching.certificates.code import new_code

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Row

CERTIFICATES = Table(
    "weakties_certificate",
    MetaData(),
    Column("number", Integer, primary_key=True),
    Column("code", String(32), nullable=False, unique=True),
    Column("learner", String(128), nullable=False),
    Column("name", Text, nullable=False),
    Column("units", Text, nullable=False),
    Column("issued", String(10), nullable=False),
)


@dataclass(frozen=True)
class Issued:
    """One certificate as it was issued.

    Parameters
    ----------
    number, code
        What identifies it, and what confirms it.
    learner, name
        Whose it is: the id in the gradebook, and the name on the page.
    units
        What it is for.
    on
        The day.
    """

    number: int
    code: str
    learner: str
    name: str
    units: tuple[Passed, ...]
    on: date


def issue(
    connection: Connection, learner: str, name: str, units: tuple[Passed, ...], today: date
) -> Issued:
    """Enter a certificate, or return the one that said the very same before.

    Parameters
    ----------
    connection
        A connection to the gradebook; who opened it commits.
    learner, name, units
        What it says.
    today
        The day, for a new one.
    """
    CERTIFICATES.create(connection, checkfirst=True)
    said = json.dumps([asdict(one) for one in units])
    columns = CERTIFICATES.c
    same = columns.learner == learner, columns.name == name, columns.units == said
    older = connection.execute(select(CERTIFICATES).where(*same).order_by(columns.number)).first()
    if older is not None:
        return _issued(older)
    values = {"learner": learner, "name": name, "units": said, "issued": today.isoformat()}
    connection.execute(insert(CERTIFICATES).values(code=new_code(), **values))
    return _issued(connection.execute(select(CERTIFICATES).where(*same)).one())


def issued_with(connection: Connection, code: str) -> Issued | None:
    """Return the certificate that has a code; ``None`` where none has."""
    if not inspect(connection).has_table(CERTIFICATES.name):
        return None
    row = connection.execute(select(CERTIFICATES).where(CERTIFICATES.c.code == code)).first()
    return _issued(row) if row is not None else None


def _issued(row: Row[Any]) -> Issued:
    units = tuple(Passed(**one) for one in json.loads(row.units))
    on = date.fromisoformat(row.issued)
    return Issued(row.number, row.code, row.learner, row.name, units, on)
