"""Reading what an instructor was given, as data: a folder, an archive, a mailbox, an exchange."""

from __future__ import annotations

import mailbox
import os
import stat
import zipfile
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from weakties.grading.handin.unzip import is_shadow
from weakties.handover.receipt import RECEIPT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

_MOST_ENTRIES = 20_000
_MOST_BYTES = 100 * 2**20
_MOST_IN_ALL = 2**30
_LONGEST_RATIO = 1_000
_KINDS = (".ipynb", ".zip")
_MAILS = (".mbox", ".eml")
_LOCKED = 0x1


@dataclass(frozen=True)
class Item:
    """A file that somebody handed in.

    Parameters
    ----------
    where
        Its path in the source, with slashes.
    data
        Its content.
    email, name, when
        Who sent it and when it arrived, where a mail says so.
    """

    where: str
    data: bytes
    email: str = ""
    name: str = ""
    when: datetime | None = None


@dataclass
class Read:
    """What was read, and what was not, in sentences."""

    items: list[Item] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    left: int = _MOST_IN_ALL

    def add(self, item: Item) -> None:
        """Take an item in, as long as there is room."""
        self.left -= len(item.data)
        if self.left < 0:
            self.unread.append(f"{item.where} was left out: all together is more than 1 GB.")
        else:
            self.items.append(item)


def read_source(source: Path) -> Read:
    """Read what a source holds; nothing in it is run, followed or unpacked to disk.

    Parameters
    ----------
    source
        A folder, a zip, an mbox, a mail, or a notebook.
    """
    found = Read()
    if source.is_dir():
        for path in _files(source, found):
            _file(path, path.relative_to(source).as_posix(), found)
        found.unread += _not_by_owner(source)
    else:
        _file(source, source.name, found, is_source=True)
    return found


def is_hand_in(data: bytes) -> bool:
    """Say whether an archive is one that `weakties hand-in` made."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return RECEIPT in archive.namelist()
    except Exception:  # noqa: BLE001 - zipfile raises anything on a broken archive
        return False


def entries_of(
    data: bytes, where: str, found: Read, kinds: tuple[str, ...] = _KINDS
) -> Iterator[Item]:
    """Yield the files of an archive; what is locked, too large or leads out is noted and left out.

    Parameters
    ----------
    data, where
        The archive, and what a reader calls it.
    found
        Where it is noted.
    kinds
        The endings of the names that count.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for number, entry in enumerate(archive.infolist()):
                if number >= _MOST_ENTRIES:
                    found.unread.append(
                        f"{where} holds more files than any class: the rest is left."
                    )
                    return
                name = entry.filename.replace("\\", "/")
                parts = PurePosixPath(name).parts
                if not name.lower().endswith(kinds) or is_shadow(parts):
                    continue
                if why := _why_not(entry, name):
                    found.unread.append(f"{name[:200]!a} in {where} {why}.")
                    continue
                yield Item(name, archive.read(entry))
    except Exception:  # noqa: BLE001 - zipfile and its decoders raise anything on a broken archive
        found.unread.append(f"{where} is a damaged archive.")


def _why_not(entry: zipfile.ZipInfo, name: str) -> str:
    if name.startswith("/") or ".." in PurePosixPath(name).parts or "\x00" in name:
        return "leads out of its archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link"
    if entry.flag_bits & _LOCKED:
        return "is locked with a password"
    if entry.file_size > _MOST_BYTES or entry.file_size > _LONGEST_RATIO * max(
        entry.compress_size, _LONGEST_RATIO
    ):
        return "is larger than any hand-in"
    return ""


def _not_by_owner(inbound: Path) -> Iterator[str]:
    """Yield what lies in an exchange under somebody's name and is another's."""
    for place in sorted(inbound.glob("*+*+*+*")):
        with suppress(OSError, NotImplementedError, KeyError):
            claimed, owner = place.name.partition("+")[0], place.owner()
            if claimed != owner:
                yield f"{place.name} says that it is {claimed}'s, and is owned by {owner}."


def _files(folder: Path, found: Read) -> Iterator[Path]:
    count = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for name in sorted(names):
            count += 1
            if count > _MOST_ENTRIES:
                found.unread.append(f"{folder} holds more files than any class: the rest is left.")
                return
            path = Path(parent) / name
            if not is_shadow((name,)) and stat.S_ISREG(path.lstat().st_mode):
                yield path


def _file(path: Path, where: str, found: Read, *, is_source: bool = False) -> None:
    suffix = path.suffix.lower()
    if suffix not in (*_KINDS, *_MAILS) and not _is_mailbox(path):
        return
    try:
        if path.stat().st_size > (_MOST_IN_ALL if is_source else _MOST_BYTES):
            found.unread.append(f"{where} is larger than any hand-in.")
            return
        if suffix == ".eml":
            _mail(message_from_bytes(path.read_bytes(), policy=policy.default), where, found)
        elif suffix not in _KINDS:
            _mails(path, found)
        else:
            _notebook_or_archive(path.read_bytes(), where, found, is_source=is_source)
    except OSError as error:
        found.unread.append(f"{where} can't be read: {error.strerror}.")


def _notebook_or_archive(data: bytes, where: str, found: Read, *, is_source: bool) -> None:
    if is_source and where.lower().endswith(".zip") and not is_hand_in(data):
        for item in entries_of(data, where, found):
            found.add(item)
    else:
        found.add(Item(where, data))


def _is_mailbox(path: Path) -> bool:
    """Say whether a file without a known ending begins as an mbox does."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(5) == b"From "
    return False


def _mails(path: Path, found: Read) -> None:
    box = mailbox.mbox(path, create=False)
    try:
        for number, key in enumerate(box.iterkeys(), start=1):
            message = message_from_bytes(box.get_bytes(key), policy=policy.default)
            _mail(message, f"mail {number} in {path.name}", found)
    finally:
        box.close()


def _mail(message: EmailMessage, where: str, found: Read) -> None:
    """Take the attachments of a mail in; whatever is broken in it is noted."""
    try:
        name, email = parseaddr(str(message.get("From", "")))
        when = _arrived(message)
        for part in message.walk():
            file = part.get_filename()
            if file and file.lower().endswith(_KINDS):
                data = part.get_payload(decode=True)
                if isinstance(data, bytes):
                    found.add(
                        Item(PurePosixPath(file.replace("\\", "/")).name, data, email, name, when)
                    )
    except Exception:  # noqa: BLE001 - a mail can be broken in any header
        found.unread.append(f"{where} is a damaged mail.")


def _arrived(message: EmailMessage) -> datetime | None:
    """Return when the last server took a mail, or else when its sender says that it was sent."""
    received = [str(one).rpartition(";")[2] for one in message.get_all("Received", [])]
    for text in [*received[:1], str(message.get("Date", ""))]:
        with suppress(ValueError, TypeError):
            when = parsedate_to_datetime(text.strip())
            return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    return None
