"""Hand-ins out of files: what came together, from whom, when, and of which unit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from weakties.course import load_course
from weakties.handover.looked_at import cells_in, is_graded
from weakties.handover.receipt import RECEIPT, Receipt, receipt_in
from weakties.teaching.collecting.matching import Hints
from weakties.teaching.collecting.sources import Read, entries_of, is_hand_in
from weakties.teaching.platforms import Named, folder_of_unit, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zoneinfo import ZoneInfo

    from weakties.teaching.collecting.sources import Item

_ENOUGH = 0.5
_LONGEST_NAME = 100


@dataclass(frozen=True)
class Handed:
    """What somebody handed in at one time.

    Parameters
    ----------
    hints
        Who it may be.
    files
        What it holds, by name.
    when
        When it was handed in, in UTC; ``None`` where nothing says so.
    clock
        Whose clock that is: ``"platform"``, ``"mail"``, or ``"learner"`` for a receipt.
    is_late
        Whether the platform says that it came late.
    """

    hints: Hints
    files: dict[str, bytes]
    when: datetime | None = None
    clock: str = ""
    is_late: bool = False

    @property
    def digest(self) -> str:
        """Return what tells it from another: a digest of its files, without receipts."""
        made = hashlib.sha256()
        for name, data in sorted(self.files.items()):
            if name != RECEIPT:
                made.update(f"{name}\0{len(data)}\0".encode() + data)
        return made.hexdigest()


@dataclass
class Found:
    """The hand-ins of a source, and what was left out, in sentences."""

    handed: list[Handed] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def handed_in(read: Read, unit: str, zone: ZoneInfo) -> Found:
    """Return the hand-ins among what was read.

    Parameters
    ----------
    read
        Files.
    unit
        Of which unit; what is certainly of another one is left out.
    zone
        In which a platform writes times that name none.
    """
    found = Found(left_out=list(read.unread))
    together: dict[tuple[object, ...], list[Handed]] = {}
    for item in read.items:
        said = folder_of_unit(named(item.where), item.where, unit)
        if said.unit and said.unit != unit:
            continue
        one = _one(item, said, unit, zone, found)
        if one is not None:
            key = (one.hints.label, one.hints.email, one.when if one.clock == "mail" else None)
            together.setdefault(key, []).append(one)
    found.handed += [whole for parts in together.values() for whole in _whole(parts)]
    return found


def _one(item: Item, said: Named, unit: str, zone: ZoneInfo, found: Found) -> Handed | None:
    """Return what one file is, or ``None`` where it belongs to another unit."""
    when, clock = _when(item, said, zone)
    label = item.email or said.label
    hints = Hints(label, item.name or said.name, "" if item.email else said.key, item.email)
    # A file that is called after its learner is the unit's notebook, whatever its name.
    is_theirs = item.where.lower() == f"{said.label}.ipynb".lower()
    files = {_safe(f"{unit}.ipynb" if is_theirs else said.file, unit): item.data}
    if item.where.lower().endswith(".zip") and is_hand_in(item.data):
        read = Read()
        for entry in entries_of(item.data, item.where, read, (".ipynb", RECEIPT)):
            read.add(entry)
        files = {_safe(entry.where, unit): entry.data for entry in read.items}
        found.left_out += read.unread
        receipt = receipt_in(files.get(RECEIPT, b""))
        if receipt is not None:
            if receipt.unit != unit:
                found.left_out.append(f"{item.where} is a hand-in of {receipt.unit}.")
                return None
            when, clock = (when, clock) if when else (receipt.when, "learner")
            hints = _with_receipt(hints, receipt, alone="/" not in item.where and not said.when)
    elif item.where.lower().endswith(".ipynb") and (other := _other_unit(item.data, unit)):
        found.left_out.append(f"{item.where} is {other}.")
        return None
    return Handed(hints, files, when, clock, said.is_late)


def _with_receipt(hints: Hints, receipt: Receipt, *, alone: bool) -> Hints:
    """Return hints with what a learner said of themselves, where nobody else says more."""
    if not (alone and receipt.who and not hints.email):
        return hints
    return Hints(hints.label, receipt.who, hints.key)


def _when(item: Item, said: Named, zone: ZoneInfo) -> tuple[datetime | None, str]:
    if item.when:
        return item.when, "mail"
    if said.when:
        aware = said.when if said.when.tzinfo else said.when.replace(tzinfo=zone)
        return aware.astimezone(UTC), "platform"
    return None, ""


def _whole(parts: list[Handed]) -> Iterator[Handed]:
    """Yield hand-ins: files that came together are one, unless two bear one name."""
    whole: Handed | None = None
    for part in parts:
        if whole is None:
            whole = part
        elif set(whole.files) & set(part.files):
            yield whole
            whole = part
        else:
            times = [one.when for one in (whole, part) if one.when]
            files = {**whole.files, **part.files}
            whole = replace(whole, files=files, when=max(times, default=None))
    if whole is not None:
        yield whole


def _other_unit(notebook: bytes, unit: str) -> str:
    """Return which other exercise of the course a notebook is; empty if it is none, or unknown."""
    theirs = cells_in(notebook) or {}
    asked = {slug: _asked(slug) for slug in (one.slug for one in load_course().ready)}
    shares = {slug: len(ids & set(theirs)) / len(ids) for slug, ids in asked.items() if ids}
    best = max(shares, key=lambda slug: shares[slug], default="")
    return f"the exercise of {best}" if best not in ("", unit) and shares[best] >= _ENOUGH else ""


def _asked(slug: str) -> set[str]:
    course = load_course()
    given = (course.root / course.unit(slug).exercise).read_bytes()
    return {cell_id for cell_id in cells_in(given) or {} if is_graded(cell_id)}


def _safe(name: str, unit: str) -> str:
    """Return a name that a file may have in a learner's folder, on every system."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(c if c.isalnum() or c in " ._-()+" else "_" for c in last).strip(" .")
    return plain[-_LONGEST_NAME:] or f"{unit}.ipynb"


def latest(handed: Iterable[Handed]) -> Handed:
    """Return what counts of several hand-ins: the last by time; of those without one, the last."""
    first = datetime.min.replace(tzinfo=UTC)
    best: Handed | None = None
    for one in handed:
        if best is None or (one.when or first) >= (best.when or first):
            best = one
    if best is None:
        raise ValueError("there is nothing among which to choose")
    return best
