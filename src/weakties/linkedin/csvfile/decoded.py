"""Bytes to lines: UTF-8 as LinkedIn writes it, and what other programs leave behind."""

from __future__ import annotations

import codecs
import io
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Thirteen fields of the longest that the csv module takes fit, so what is cut off never counts.
LONGEST_LINE = 2_000_000
_PIECE = 1 << 16
_FIRST = 20
_AS_WINDOWS = "weakties-as-windows"


def lines_of(content: bytes) -> Iterator[str]:
    r"""Yield the lines of a file, with their ends; a byte-order mark is dropped.

    A byte that is not UTF-8 is read as Windows-1252, the Latin alphabet of older exports; of a
    line far beyond 2,000,000 characters a part is left out.

    Examples
    --------
    >>> list(lines_of(b"\xef\xbb\xbfJos\xe9,Zo\xc3\xa9\r\nAna"))
    ['José,Zoé\r\n', 'Ana']
    """
    return chain.from_iterable(_blocks(content))


def _blocks(content: bytes) -> Iterator[list[str]]:
    encoding = _encoding(content)
    # Lines that end in a carriage return alone are those of very old programs.
    newline = None if b"\r" in content and b"\n" not in content else "\n"
    with io.TextIOWrapper(
        io.BytesIO(content),
        encoding=encoding,
        errors=_AS_WINDOWS,
        newline=newline,
    ) as text:
        rest = ""
        while piece := text.read(_PIECE):
            *whole, rest = (rest + piece).split("\n")
            rest = rest[:LONGEST_LINE]
            yield [f"{line}\n" for line in whole]
        if rest:
            yield [rest]


def _encoding(content: bytes) -> str:
    """Return UTF-16 where the file says so or every second byte of its first signs is zero."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    low, high = content[:_FIRST:2], content[1:_FIRST:2]
    if high and not any(high) and all(low):
        return "utf-16-le"
    return "utf-16-be" if high and not any(low) and all(high) else "utf-8-sig"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_AS_WINDOWS, _as_windows)
