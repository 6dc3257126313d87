"""A folder that opens the workshop on a machine with Python and nothing else, as a stick or an LMS carries it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from weakties.teaching.packing.wheel import wheel_name, wheel_of, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.pack import Pack

NAME = "weakties"
"""What the folder is called."""
_START = Path(__file__).parent / "start.py.txt"
_READ_ME = """{title}

A workshop on professional networking, in Jupyter. Nothing of what you do leaves your machine.

You need {network}. In a terminal in this folder:

    python3 start.py          (on Windows: py start.py)

The first time takes a few minutes. Your work lies in the folder weakties-workshop, in here.
To hand a unit in:

    python3 start.py hand-in UNIT

The data are edition {edition}.
"""

_ANY_PYTHON = "Python 3.11 or newer (python.org), and once a network"
_THESE = "{} (python.org), and no network"


def folder_of(
    files: Mapping[str, bytes], version: str, pack: Pack, *, offline_on: str = ""
) -> dict[str, bytes]:
    """Return what a folder holds: content by path in it.

    Parameters
    ----------
    files
        What is packed, by path below ``site-packages``.
    version
        Of the pack.
    pack
        For whom it is.
    offline_on
        On which machines it needs no network, as all that it needs is put beside its wheel; empty
        where it is not.
    """
    network = _THESE.format(offline_on) if offline_on else _ANY_PYTHON
    read_me = _READ_ME.format(title=pack.title, network=network, edition=pack.edition)
    return {
        "READ ME.txt": read_me.encode(),
        "start.py": _START.read_bytes(),
        f"wheels/{wheel_name(version)}": wheel_of(files, version),
    }


def zip_of(folder: Mapping[str, bytes]) -> bytes:
    """Return a folder's content as one archive."""
    return zipped({f"{NAME}/{name}": data for name, data in folder.items()})
