"""Which memory is gathered in large pages: a process's own, and whole large pages of it."""

from __future__ import annotations

import pytest

from weakties.grading.sandbox.pages import _own_memory

LARGE = 2 * 2**20


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"{LARGE - 9:x}-{3 * LARGE + 9:x} rw-p 00000000 00:00 0 ", [(LARGE, 3 * LARGE)]),
        (f"{LARGE:x}-{3 * LARGE:x} rw-p 00000000 00:00 0    [heap]", [(LARGE, 3 * LARGE)]),
        (f"{LARGE + 1:x}-{3 * LARGE - 1:x} rw-p 00000000 00:00 0", []),
        (f"{LARGE:x}-{3 * LARGE:x} r--p 00000000 00:00 0", []),
        (f"{LARGE:x}-{3 * LARGE:x} rw-s 00000000 00:00 0", []),
        (f"{LARGE:x}-{3 * LARGE:x} rw-p 00000000 00:00 0   [stack]", []),
        (f"{LARGE:x}-{3 * LARGE:x} rw-p 00000000 08:01 77  /usr/lib/a library.so", []),
    ],
)
def test_only_whole_large_pages_of_own_memory_are_gathered(line, found):
    assert list(_own_memory([line])) == found
