"""Who may use the hub: the instructor's list, and a code of their own for each person."""

from __future__ import annotations

import csv
import hmac
import re
import secrets
import sys
from pathlib import Path

_ID = re.compile(r"[a-z][a-z0-9_-]{0,30}")
_EASY_TO_TYPE = "abcdefghjkmnpqrstuvwxyz23456789"


class Refused(Exception):
    """What the list may not hold; the text says what to do."""


def people_in(text: str) -> dict[str, str]:
    """Return the names of a list by id, from a table with the columns ``id`` and ``name``.

    Parameters
    ----------
    text
        What the file holds: the same ``class.csv`` that ``weakties teach new`` takes.

    Raises
    ------
    Refused
        If an id can not be an account's name on this machine, or stands there twice.
    """
    found: dict[str, str] = {}
    for row in csv.DictReader(text.lstrip("\ufeff").splitlines()):
        who = (row.get("id") or "").strip()
        if not _ID.fullmatch(who):
            raise Refused(
                f"{who!a} can't be an account here: an id is up to 31 small letters, digits, - and _, "
                "and begins with a letter. Mend the list."
            )
        if who in found:
            raise Refused(f"{who} stands in the list twice. Mend the list.")
        found[who] = (row.get("name") or "").strip()
    if not found:
        raise Refused("The list is empty, or has no column id.")
    return found


def codes_for(people: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """Return everybody's code: those that are known stay, and who left the list has none.

    Parameters
    ----------
    people
        Names by id.
    known
        Codes that were made earlier.
    """
    return {who: known.get(who) or _new_code() for who in people}


def may_enter(codes: dict[str, str], who: str, code: str) -> bool:
    """Return whether somebody's code is right, in the same time whether they exist or not."""
    wanted = codes.get(who) or secrets.token_hex()
    return hmac.compare_digest(wanted.encode(), code.strip().lower().encode())


def table_of(codes: dict[str, str]) -> str:
    """Return codes as a table, for a mail to each person."""
    return "".join(["id,code\n", *(f"{who},{code}\n" for who, code in codes.items())])


def codes_in(text: str) -> dict[str, str]:
    """Return the codes of a table that :func:`table_of` wrote."""
    return {row["id"]: row["code"] for row in csv.DictReader(text.splitlines())}


def _new_code() -> str:
    groups = ("".join(secrets.choice(_EASY_TO_TYPE) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


if (
    __name__ == "__main__"
):  # for a hub elsewhere: python3 deploy/hub/people.py class.csv > codes.csv
    named = people_in(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write(table_of(codes_for(named, {})))
