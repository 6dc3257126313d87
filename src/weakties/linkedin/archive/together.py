"""One export in several files: LinkedIn sends the quick part first and the whole a day later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from weakties.linkedin.archive.found import Found, parts_in, with_connections
from weakties.linkedin.archive.kinds import Kind
from weakties.linkedin.archive.shown import shown
from weakties.linkedin.csvfile import lines_of
from weakties.linkedin.errors import ExportError

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence


def found_in_all(given: Sequence[str | os.PathLike[str]]) -> Found:
    """Read the files of an export that came in one part or several.

    Of each kind of file the newest is taken: by the day in its archive's name, and of those without
    one or of the same day, the one that was given last.

    Raises
    ------
    ExportError
        If there is nothing to read, or the parts are of two members; the message says what to do.
    """
    parts = sorted((parts_in(path) for path in given), key=lambda part: part.made_on or date.min)
    _refuse_two_members(parts)
    files: dict[Kind, tuple[str, bytes]] = {}
    taken: dict[Kind, Found] = {}
    notes = [note for part in parts for note in part.notes]
    for part in parts:
        for kind, file in part.files.items():
            if kind in files and files[kind][1] != file[1]:
                notes.append(
                    f"{shown(files[kind][0])} of “{shown(taken[kind].name)}” was left aside: the one "
                    f"in “{shown(part.name)}” is newer."
                )
            files[kind], taken[kind] = file, part
    days = [part.made_on for part in parts if part.made_on]
    names = " and ".join(dict.fromkeys(part.name for part in parts))
    return with_connections(Found(names, max(days, default=None), files, tuple(notes)))


def _refuse_two_members(parts: Sequence[Found]) -> None:
    owners = {
        owner: part.name
        for part in parts
        if Kind.PROFILE in part.files and (owner := _owner(part.files[Kind.PROFILE][1]))
    }
    if len(owners) > 1:
        first, second, *_ = owners.values()
        raise ExportError(
            f"“{shown(first)}” and “{shown(second)}” are exports of two people: their Profile.csv "
            "name different ones. Give the parts of one export together; to compare two exports of "
            "yours, give the older one with --since."
        )


def _owner(profile: bytes) -> str:
    """Return the first two cells of a profile, which are the member's names."""
    rows = [line for line in lines_of(profile) if line.strip()]
    return ",".join(rows[1].split(",")[:2]) if len(rows) > 1 else ""
