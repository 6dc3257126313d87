"""Bytes to lines: UTF-8 as LinkedIn writes it, and what other programs leave behind."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Thirteen fields of the longest that the csv module takes fit, so what is cut off never counts.
LONGEST_LINE = 2_000_000
_PIECE = 1 << 16
_FIRST = 20
_AS_WINDOWS = "weakties-as-windows"


class Lines:
    r"""The lines of a file, one by one with their ends, or many at once as one text.

    A byte-order mark is dropped. A byte that is not UTF-8 is read as Windows-1252, the Latin
    alphabet of older exports; of a line far beyond 2,000,000 characters a part is left out.

    Examples
    --------
    >>> list(Lines(b"\xef\xbb\xbfJos\xe9,Zo\xc3\xa9\r\nAna"))
    ['José,Zoé\r\n', 'Ana']
    """

    def __init__(self, content: bytes) -> None:
        self._texts = _texts(content)
        self._text = ""
        self._at = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._at == len(self._text):
            self._text, self._at = next(self._texts), 0
        begin = self._at
        self._at = self._text.find("\n", begin) + 1 or len(self._text)
        return self._text[begin : self._at]

    def some(self, most: int) -> list[str]:
        """Return lines that come next, as many as asked for if there are so many."""
        lines: list[str] = []
        while len(lines) < most and (text := self.text()):
            *whole, rest = text.split("\n", most - len(lines))
            lines += [f"{line}\n" for line in whole]
            if len(lines) == most:
                self.put_back(rest)
            elif rest:
                lines.append(rest)
        return lines

    def text(self) -> str:
        """Return lines that are yet to come as one text, whole ones; nothing at the end."""
        text = self._text[self._at :] or next(self._texts, "")
        self._text, self._at = "", 0
        return text

    def put_back(self, text: str) -> None:
        """Let lines that were taken come next once more."""
        self._text, self._at = text + self._text[self._at :], 0


def _texts(content: bytes) -> Iterator[str]:
    encoding = encoding_of(content)
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
            whole, end, rest = (rest + piece).rpartition("\n")
            rest = rest[:LONGEST_LINE]
            if end:
                yield whole + end
        if rest:
            yield rest


def encoding_of(content: bytes) -> str:
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
