"""The file: a line is put at its end in one step, and what is new in it is read.

Each line begins with its own line break. So a line that a full disk or a kill cut short spoils none
after it, and two kernels need no lock: the system puts whole writes one after the other.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weakties.own_folder import PRIVATE
from weakties.progress.lines import FromALaterVersion, Line, NotALine
from weakties.progress.record import Record

if TYPE_CHECKING:
    from pathlib import Path

FILE = "progress.jsonl"


class NotKept(Exception):
    """A line could not be written; the text says why."""


@dataclass
class Store:
    """The record of one working folder.

    Parameters
    ----------
    folder
        The learner's own folder.
    """

    folder: Path
    _record: Record = field(default_factory=Record, init=False)
    _unwritten: list[Line] = field(default_factory=list, init=False)
    _read_to: int = field(default=0, init=False)
    _file: tuple[int, int] | None = field(default=None, init=False)
    _counted: bytes | None = field(default=None, init=False)

    @property
    def path(self) -> Path:
        """Return where the file is."""
        return self.folder / PRIVATE / FILE

    def append(self, line: Line) -> None:
        """Put a line at the end of the file; what can't be written is remembered here.

        Raises
        ------
        NotKept
            If it could not be written whole.
        """
        try:
            self._write(line)
        except NotKept:
            self._unwritten.append(line)
            self._record.add(line)
            raise

    def _write(self, line: Line) -> None:
        data = f"\n{line.as_text()}".encode()
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        try:
            file = os.open(self.path, flags, 0o600)
            try:
                written = os.write(file, data)
            finally:
                os.close(file)
        except OSError as error:
            raise NotKept(error.strerror or type(error).__name__) from None
        if written < len(data):
            raise NotKept("the disk is full")

    def read(self) -> Record:
        """Return what the file comes to; only what is new since the last time is read.

        A file that cannot be read counts as an empty one.
        """
        try:
            with self.path.open("rb") as file:
                found = os.fstat(file.fileno())
                if (found.st_dev, found.st_ino) != self._file or found.st_size < self._read_to:
                    # It was removed, replaced or edited by hand.
                    self._start_anew((found.st_dev, found.st_ino))
                file.seek(self._read_to)
                self._take(file.read())
        except OSError:
            self._start_anew(None)
        return self._record

    def forget(self) -> bool:
        """Remove the file; return whether there was one.

        Raises
        ------
        NotKept
            If it can't be removed.
        """
        try:
            self.path.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise NotKept(error.strerror or type(error).__name__) from None
        return True

    def _start_anew(self, file: tuple[int, int] | None) -> None:
        self._record, self._read_to, self._file, self._counted = Record(), 0, file, None
        for line in self._unwritten:
            self._record.add(line)

    def _take(self, data: bytes) -> None:
        """Take new bytes into account; what stands after the last line break may still grow."""
        *whole, last = data.split(b"\n")
        for text in whole:
            self._add(text)
        self._read_to += len(data) - len(last)
        if last and last != self._counted and _is_whole(last):
            self._add(last)
            self._counted = last

    def _add(self, text: bytes) -> None:
        if text == self._counted:
            # It was the last line before, whole already.
            self._counted = None
            return
        try:
            if text.strip():
                self._record.add(Line.from_text(text.decode()))
        except FromALaterVersion:
            self._record.later += 1
        except (NotALine, UnicodeDecodeError):
            self._record.broken += 1


def _is_whole(text: bytes) -> bool:
    """Say whether a last line is one already, or may still be in the middle of being written."""
    try:
        Line.from_text(text.decode())
    except FromALaterVersion:
        return True
    except (NotALine, UnicodeDecodeError):
        return False
    return True
