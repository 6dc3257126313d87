"""A wheel of what is packed: written here, because who teaches from a wheel has no builder."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import re
import zipfile
from importlib.metadata import distribution
from typing import TYPE_CHECKING

from weakties.teaching.packing.contents import NotPacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

_EXTRAS_OF_INSTRUCTORS = ("cluster", "postgresql", "teach")
_WHEEL = "Wheel-Version: 1.0\nGenerator: weakties\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_ABOUT = "What an instructor handed out of weakties. It opens with: weakties start\n"


def version_at(when: datetime) -> str:
    """Return the version of a pack made then: newer than every earlier one, so that it replaces it."""
    return f"{distribution('weakties').version}.post{when:%Y%m%d%H%M}"


def wheel_name(version: str) -> str:
    """Return the file name without which pip takes no wheel.

    Examples
    --------
    >>> wheel_name("0.1.0.post202703011200")
    'weakties-0.1.0.post202703011200-py3-none-any.whl'
    """
    return f"weakties-{version}-py3-none-any.whl"


def wheel_of(files: Mapping[str, bytes], version: str) -> bytes:
    """Return a wheel: the same bytes for the same files and version.

    Parameters
    ----------
    files
        Content by path below ``site-packages``.
    version
        Of the pack.
    """
    about = f"weakties-{version}.dist-info"
    whole = {**files, **{f"{about}/{name}": data for name, data in _about(version).items()}}
    record = io.StringIO()
    rows = csv.writer(record, lineterminator="\n")
    rows.writerows((name, _digest(data), len(data)) for name, data in whole.items())
    rows.writerow((f"{about}/RECORD", "", ""))
    return zipped({**whole, f"{about}/RECORD": record.getvalue().encode()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of some files, the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return made.getvalue()


def write_new(place: Path, data: bytes) -> None:
    """Write a file in one step; what is there already is replaced.

    Raises
    ------
    NotPacked
        If the place can't be written to.
    """
    part = place.with_name(f".{place.name}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        os.replace(part, place)  # noqa: PTH105 - the one call that replaces in one step
    except OSError as error:
        raise NotPacked(f"{place} can't be written: {error.strerror}. Name another.") from None


def _about(version: str) -> dict[str, bytes]:
    ours = distribution("weakties")
    head = (ours.read_text("METADATA") or "").partition("\n\n")[0]
    made = "\n".join(_for_learners(head, version))
    files = {
        "METADATA": f"{made}\n\n{_ABOUT}",
        "WHEEL": _WHEEL,
        "entry_points.txt": ours.read_text("entry_points.txt") or "",
    }
    for name in re.findall(r"^License-File: (.+)$", head, re.MULTILINE):
        files[f"licenses/{name}"] = ours.read_text(f"licenses/{name}") or ""
    return {name: text.encode() for name, text in files.items()}


def _for_learners(head: str, version: str) -> Iterator[str]:
    extras = "|".join(_EXTRAS_OF_INSTRUCTORS)
    drop = re.compile(
        rf"Provides-Extra: ({extras})|Requires-Dist: .*extra == ['\"]({extras})['\"].*"
    )
    for line in head.splitlines():
        if line.startswith("Version: "):
            yield f"Version: {version}"
        elif not drop.fullmatch(line):
            yield line


def _digest(data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
    return f"sha256={digest.rstrip(b'=').decode()}"
