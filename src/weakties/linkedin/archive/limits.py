"""How much is read at most, so that no file can fill this machine."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from weakties.linkedin.archive.kinds import Kind
from weakties.linkedin.archive.shown import shown
from weakties.linkedin.errors import ExportError

if TYPE_CHECKING:
    from typing import IO

MOST_ENTRIES = 20_000
# 30,000 connections make 6 MB, 200,000 messages 60.
_MEGABYTES = {Kind.MESSAGES: 128}
_MEGABYTES_OF_OTHERS = 32
_PIECE = 1 << 20


def bounded_bytes(file: IO[bytes], kind: Kind, name: str) -> bytes:
    """Return all that is in a file, counted while it is read: a stated size may lie.

    Raises
    ------
    ExportError
        If it is larger than any such file of LinkedIn's.
    """
    most = _MEGABYTES.get(kind, _MEGABYTES_OF_OTHERS)
    held = io.BytesIO()
    left = most << 20
    while piece := file.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise ExportError(
                f"“{shown(name)}” is larger than {most} MB, which no such file of LinkedIn's is, so it was "
                "not read. Download your archive again and give that one."
            )
        held.write(piece)
    return held.getvalue()
