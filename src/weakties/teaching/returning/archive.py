"""Feedback as one archive, with the names that a learning platform knows its submissions by."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.pages.file import NotWritten
from weakties.teaching.platforms import CANVAS, MOODLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from weakties.grading.report.entries import Learner

OURS = b"weakties feedback"
"""The comment of every archive of ours; one without it is never written over."""
_MOST_BYTES = 50 * 2**20


class NotAnArchive(CourseError):
    """A file is no archive of submissions; the text says what to do."""


@dataclass(frozen=True)
class Entry:
    """A file in the archive that a learning platform gave out, and the digest of its content."""

    name: str
    digest: str


def entries_in(archive: Path) -> tuple[Entry, ...]:
    """Return the files of an archive of submissions.

    Raises
    ------
    NotAnArchive
        If it can't be read.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            return tuple(
                Entry(info.filename, digest_of(opened.read(info)))
                for info in opened.infolist()
                if not info.is_dir() and info.file_size <= _MOST_BYTES
            )
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise NotAnArchive(
            f"“{archive}” can't be read as a zip archive: {error}. --like wants the archive of "
            "submissions as you downloaded it."
        ) from None


def digest_of(content: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(content).hexdigest()


def entry_of(learner: Learner, digests: Iterable[str], entries: Iterable[Entry]) -> Entry | None:
    """Return the file that a learner handed in, or ``None`` if that is not certain.

    Parameters
    ----------
    learner
        Who.
    digests
        Of what they handed in.
    entries
        The files in the platform's archive.
    """
    entries, wanted = tuple(entries), set(digests)
    same = [entry for entry in entries if entry.digest in wanted]
    if len(same) == 1:
        return same[0]
    named = [entry for entry in same or entries if _speaks_of(learner, entry.name)]
    return named[0] if len(named) == 1 else None


def _speaks_of(learner: Learner, name: str) -> bool:
    words = {word for word in re.split(r"[\W_]+", name.casefold()) if word}
    first, last = learner.first_name.casefold(), learner.last_name.casefold()
    whole = {learner.id.casefold(), *([last + first, first + last] if first and last else [])}
    both = set(re.split(r"[\W_]+", f"{first} {last}")) - {""}
    return bool(whole & words) or bool(first and last and both <= words)


def name_like(entry: Entry, page: str) -> str:
    """Return where a page belongs so that the platform gives it to whoever handed an entry in.

    Examples
    --------
    >>> name_like(Entry("Ada L_71_assignsubmission_file/photo.ipynb", ""), "photo-feedback.html")
    'Ada L_71_assignsubmission_file/photo-feedback.html'
    >>> name_like(Entry("lada_LATE_12_345_photo.ipynb", ""), "photo-feedback.html")
    'lada_LATE_12_345_photo-feedback.html'
    >>> name_like(Entry("ada/photo.ipynb", ""), "photo-feedback.html")
    'ada/photo-feedback.html'
    """
    path = PurePosixPath(entry.name)
    for place, part in enumerate(path.parts[:-1]):
        if MOODLE.fullmatch(part):
            return str(PurePosixPath(*path.parts[: place + 1], page))
    canvas = CANVAS.fullmatch(path.name)
    return str(path.with_name(f"{path.name[: canvas.start('file')]}{page}" if canvas else page))


def write_archive(files: Mapping[str, Path], place: Path) -> None:
    """Write an archive; an older one of ours may be replaced, any other file not.

    Parameters
    ----------
    files
        What it holds, by the names in it.
    place
        Where it is written.

    Raises
    ------
    NotWritten
        If another file is there, or the place can't be written to.
    """
    part = place.with_name(f".{place.name}.part")
    try:
        if place.exists() and not _is_ours(place):
            raise NotWritten(
                f"“{place}” is there already and no archive of feedback, so it was left as it is. "
                "Give a new name, such as feedback.zip."
            )
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as made:
            made.comment = OURS
            for name, path in sorted(files.items()):
                made.write(path, name)
        os.replace(part, place)  # noqa: PTH105 - the one call that replaces in one step
    except OSError as error:
        raise NotWritten(
            f"“{place}” could not be written: {error.strerror}. "
            "Choose a place in a folder that is there and yours."
        ) from None


def _is_ours(place: Path) -> bool:
    try:
        with zipfile.ZipFile(place) as there:
            return there.comment == OURS
    except zipfile.BadZipFile:
        return False
