"""Memory in large pages: a process whose memory lies in few pieces is forked in half the time."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COLLAPSE = 25
_LARGE = 2 * 2**20


def gather_pages() -> None:
    """Have this process's own memory put into large pages, where the system does that; else nothing."""
    madvise = ctypes.CDLL(None).madvise
    for first, last in _own_memory(
        Path("/proc/self/maps").read_text("utf-8", "replace").splitlines()
    ):
        madvise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), _COLLAPSE)


def _own_memory(maps: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where whole large pages lie of memory that is written, and is no file's and no stack."""
    for line in maps:
        where, rights, _, _, file, *name = line.split(maxsplit=5)
        if rights == "rw-p" and file == "0" and (not name or name[0] == "[heap]"):
            first, last = (int(end, 16) for end in where.split("-"))
            first, last = -(-first // _LARGE) * _LARGE, last // _LARGE * _LARGE
            if first < last:
                yield first, last
