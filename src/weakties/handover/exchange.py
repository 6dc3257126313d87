"""Putting work into nbgrader's exchange, as ``nbgrader submit`` does, where nbgrader is not installed."""

from __future__ import annotations

import getpass
import secrets
from typing import TYPE_CHECKING

from weakties.handover.receipt import RECEIPT

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

# Others read what was handed in, and list nothing: the folder above may be entered only, and its
# names can't be guessed. Whoever collects may remove it.
_FILE, _FOLDER = 0o644, 0o777


def put_into(course: Path, unit: str, files: dict[str, bytes], when: datetime) -> Path:
    """Put a hand-in into an exchange, and return where it lies.

    Parameters
    ----------
    course
        The course's folder in the exchange, the one with ``inbound``.
    unit
        What is handed in.
    files
        The notebook and the receipt, by name.
    when
        Now, in UTC.

    Raises
    ------
    OSError
        If it takes nothing.
    """
    stamp = f"{when:%Y-%m-%d %H:%M:%S.%f} UTC"
    name = "+".join((getpass.getuser(), unit, stamp, secrets.token_urlsafe(9)))
    place = course / "inbound" / name
    place.mkdir()
    texts = {
        "timestamp.txt": stamp.encode(),
        "submission_secret.txt": secrets.token_hex(64).encode(),
    }
    for file, data in {**files, **texts}.items():
        (place / file).write_bytes(data)
        (place / file).chmod(_FILE)
    place.chmod(_FOLDER)
    return place


def files_of(unit: str, notebook: bytes, receipt: bytes) -> dict[str, bytes]:
    """Return what is put there, by name."""
    return {f"{unit}.ipynb": notebook, RECEIPT: receipt}
