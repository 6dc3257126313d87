"""Fingerprints of a row of tokens by winnowing, after Schleimer, Wilkerson and Aiken (2003).

Schleimer, S., Wilkerson, D. S., and Aiken, A. (2003). Winnowing: local algorithms for document
fingerprinting. Proceedings of SIGMOD 2003, 76-85.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTH = 9
"""How many tokens make one gram; what is shorter is noise, such as taking a column of a table."""
WINDOW = 4
"""Of so many grams in a row at least one is a fingerprint: no match of 12 tokens is missed."""


def grams(tokens: Sequence[str]) -> list[int]:
    """Return a hash for every run of `LENGTH` tokens, by where it begins.

    Examples
    --------
    >>> len(grams(["name"] * 12))
    4
    """
    words = [zlib.crc32(one.encode("utf-8", "surrogatepass")) for one in tokens]
    return [hash(tuple(words[at : at + LENGTH])) for at in range(len(words) - LENGTH + 1)]


def winnowed(hashes: Sequence[int]) -> set[int]:
    """Return the least hash of every window, which is the same wherever a passage stands.

    Examples
    --------
    >>> sorted(winnowed([77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98]))
    [8, 17, 39]
    """
    if not hashes:
        return set()
    last = max(1, len(hashes) - WINDOW + 1)
    return {min(hashes[at : at + WINDOW]) for at in range(last)}
