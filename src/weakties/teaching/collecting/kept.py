"""Where hand-ins lie in a course: every version below ``collected/``, the last one in ``submitted/``."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from weakties.teaching.collecting.handed import Handed, latest
from weakties.teaching.collecting.matching import Hints

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COLLECTED = "collected"
WHO = "who-is-who.csv"
"""The file in a course in which somebody says once who is who."""
_ORIGIN = ".origin.json"
_TIME = "timestamp.txt"


def versions(course: Path, unit: str, learner: str) -> list[Handed]:
    """Return all that a learner handed in so far, in the order of its names."""
    place = course / COLLECTED / unit / learner
    return [_read(one) for one in sorted(place.glob("*")) if (one / _ORIGIN).is_file()]


def keep(course: Path, unit: str, learner: str, handed: Handed) -> None:
    """Keep a version, and let what counts among all of them be what is graded."""
    ours = course / "submitted" / learner / unit
    known = versions(course, unit, learner)
    if ours.is_dir() and (put := _put_by_hand(ours)).digest not in {one.digest for one in known}:
        _write_version(course, unit, learner, put)
    _write_version(course, unit, learner, handed)
    chosen = latest(versions(course, unit, learner))
    fresh = ours.with_name(f".{unit}.part")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, data in chosen.files.items():
        (fresh / name).write_bytes(data)
    if chosen.when:
        (fresh / _TIME).write_text(_nbgraders(chosen.when), encoding="utf-8")
    shutil.rmtree(ours, ignore_errors=True)
    os.replace(fresh, ours)  # noqa: PTH105 - the one call that replaces in one step


def who_is_who(course: Path) -> dict[str, str]:
    """Return what somebody has said of who is who: ids by what they are called elsewhere."""
    path = course / WHO
    if not path.is_file():
        return {}
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))
    said = ((row.get("handed_in_as") or "", row.get("learner") or "") for row in rows)
    return {label: learner.strip() for label, learner in said if label and learner.strip()}


def ask_who(course: Path, labels: Iterable[str]) -> None:
    """Write a row for everybody who is not known yet, beside what was said already."""
    known = who_is_who(course)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("handed_in_as", "learner"))
    rows.writerows(sorted({**dict.fromkeys(labels, ""), **known}.items()))
    (course / WHO).write_text(text.getvalue(), encoding="utf-8")


def _write_version(course: Path, unit: str, learner: str, handed: Handed) -> None:
    stamp = f"{handed.when:%Y%m%dT%H%M%SZ}" if handed.when else "no-time"
    place = course / COLLECTED / unit / learner / f"{stamp}-{handed.digest[:12]}"
    place.mkdir(parents=True, exist_ok=True)
    for name, data in handed.files.items():
        (place / name).write_bytes(data)
    when = handed.when.isoformat() if handed.when else ""
    table = {"as": handed.hints.label, "when": when, "clock": handed.clock, "late": handed.is_late}
    (place / _ORIGIN).write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")


def _read(place: Path) -> Handed:
    table = json.loads((place / _ORIGIN).read_text(encoding="utf-8"))
    when = datetime.fromisoformat(table["when"]) if table["when"] else None
    files = {
        path.name: path.read_bytes() for path in sorted(place.iterdir()) if path.name != _ORIGIN
    }
    return Handed(Hints(table["as"]), files, when, table["clock"], table["late"])


def _put_by_hand(folder: Path) -> Handed:
    """Return what lies in a learner's folder as a version of its own."""
    paths = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.is_symlink()]
    files = {path.name: path.read_bytes() for path in paths if path.name != _TIME}
    when = None
    if (folder / _TIME).is_file():
        from nbgrader.utils import parse_utc

        when = parse_utc((folder / _TIME).read_text(encoding="utf-8").strip()).replace(tzinfo=UTC)
    return Handed(Hints("submitted"), files, when, "platform" if when else "")


def _nbgraders(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f} UTC"
