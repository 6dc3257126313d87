"""The names that learning platforms give to what was handed in, and what each says of its learner.

Moodle (``mod/assign/classes/downloader.php``, 4.1 and later):
``Name_ID_assignsubmission_file`` and then a slash or, flat, an underscore; 3.1 to 4.0 had an underscore
before the slash too, and the group before the name. Only the word for a participant without a name is
translated. Canvas (``lib/content_zipper.rb``, as of 2025): ``lastfirst_LATE_USER_FILE_name``, and
``LATE_anon_CODE_FILE_name`` where it is marked anonymously. Brightspace (closed source; as programs
that read its downloads of 2025 have it): ``ID-ID - Name - Oct 10, 2025 1022 AM``, in a folder of the
assignment. Google Classroom's, which come from Drive, were written down without a source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

# Moodle finds a participant by the number in the name of a folder, and Canvas by the two numbers,
# of the person and of the file, in the name of a file: what they gave out, they take back.
MOODLE = re.compile(
    r"(?P<name>[^/]*)_(?P<key>\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.*))?"
)
CANVAS = re.compile(
    r"(?:(?!LATE_|anon_)(?P<name>.*?)_)?(?P<late>LATE_)?(?P<key>\d+|anon_[A-Za-z0-9]+)_\d+_(?P<file>.*)"
)
_EXCHANGE = re.compile(r"(?P<key>[^+/]+)\+(?P<unit>[^+/]+)\+(?P<when>[^+/]+)(?:\+(?P<file>.*))?")
_BRIGHTSPACE = re.compile(
    r"(?P<key>\d+)-\d+ ?- (?P<name>.+?) ?- (?P<when>[A-Z][a-z]{2} \d{1,2}, \d{4} \d{3,4} [AP]M)"
    r"(?: - (?P<file>.*))?"
)
_CLASSROOM = re.compile(r"(?P<name>[^/]+?) - (?P<file>[^/]+\.(?:ipynb|zip))", re.IGNORECASE)
_AGAIN = re.compile(r"-\d+(?=\.ipynb$)|(?: ?\(\d+\))(?=\.(?:ipynb|zip)$)")


@dataclass(frozen=True)
class Named:
    """What the name of a file says.

    Parameters
    ----------
    label
        The part of it that stands for a person: the same for all that came with it.
    file
        The file's own name.
    name, key
        The learner's name, and what the platform or the exchange calls them.
    when
        When it was handed in: in UTC, or without a zone in that of the class.
    is_late
        Whether the platform says that it came late.
    unit
        The assignment, where the name says it.
    """

    label: str
    file: str
    name: str = ""
    key: str = ""
    when: datetime | None = None
    is_late: bool = False
    unit: str = ""


def named(path: str) -> Named:
    """Return what the path of a file in an archive or folder says of its learner.

    Examples
    --------
    >>> named("Ada Lovelace_71_assignsubmission_file/photo.ipynb").name
    'Ada Lovelace'
    >>> one = named("lovelaceada_LATE_12_345_photo-1.ipynb")
    >>> one.name, one.key, one.file, one.is_late
    ('lovelaceada', '12', 'photo.ipynb', True)
    >>> named("Ada Lovelace - photo.ipynb").name
    'Ada Lovelace'
    """
    parts = PurePosixPath(path.replace("\\", "/")).parts
    for at, part in enumerate(parts):
        for pattern in (MOODLE, _EXCHANGE, _BRIGHTSPACE, CANVAS, _CLASSROOM):
            found = pattern.fullmatch(part)
            # Where folders say whose a file is, its own name is the learner's and says nothing.
            is_file = at == len(parts) - 1
            if found and (not is_file or (found["file"] and at == 0)):
                return _said(found, part, parts[-1])
    file, folders = parts[-1], parts[:-1]
    # Of folders, the innermost that is no unit's own says whose the file is.
    label = folders[-1] if folders else PurePosixPath(file).stem
    return Named(label, _own(file), name=label, key=label)


def folder_of_unit(found: Named, path: str, unit: str) -> Named:
    """Return what a path says where learners' folders hold one for each unit."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    if len(parts) >= 3 and parts[-2] == unit and found.label == unit:
        return replace(found, label=parts[-3], name=parts[-3], key=parts[-3])
    return found


def _said(found: re.Match[str], part: str, last: str) -> Named:
    groups = found.groupdict()
    file = groups.get("file") if part == last and groups.get("file") else last
    label = part if part != last else part[: len(part) - len(str(file))]
    return Named(
        label.rstrip("_- "),
        _own(str(file)),
        groups.get("name") or "",
        groups.get("key") or "",
        _time(groups.get("when") or ""),
        bool(groups.get("late")),
        groups.get("unit") or "",
    )


def _own(file: str) -> str:
    """Return a file's name without the number that a browser or platform puts behind a second copy."""
    return _AGAIN.sub("", file)


def _time(text: str) -> datetime | None:
    zoned = text.endswith(" UTC")
    short = re.sub(r" (\d{3}) ", r" 0\1 ", text)
    for form in ("%Y-%m-%d %H:%M:%S.%f UTC", "%Y-%m-%d %H:%M:%S UTC", "%b %d, %Y %I%M %p"):
        try:
            found = datetime.strptime(short, form)  # noqa: DTZ007 - the zone is added where known
        except ValueError:
            continue
        return found.replace(tzinfo=UTC) if zoned else found
    return None
