"""What is wrong with the machine and with no submission, in a sentence that says what to do next."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL = "There is no room left on the disk. Make some"
_NO_TEMPORARY = "There is no room for temporary files. Make some in TMPDIR or /tmp"
_LOCKED = "Another program is writing into the gradebook. Close it, or wait until it is done"
_READ_ONLY = "The gradebook can't be written. Make the file and its folder writable"
_BROKEN = "The gradebook is damaged or no gradebook. Put a copy of it in its place"
_UNREADY = "The disk does not take what is written. Look after it"
_AGAIN = ", and run the same command again: what was graded is saved."
_OF_SQLITE = {
    "is locked": _LOCKED,
    "readonly database": _READ_ONLY,
    "unable to open database file": _READ_ONLY,
    "disk is full": _FULL,
    "disk i/o error": _UNREADY,
    "not a database": _BROKEN,
    "malformed": _BROKEN,
}
"""What SQLite says, in all versions, for what is beyond a program's power."""
_NO_PLACE = "No usable temporary directory"
"""What Python says when it found no folder in which it could write a few bytes."""
_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class Hindered(CourseError):
    """The run can't go on, for all submissions alike; the text says what to do."""


def hindrance(error: BaseException, *, with_permissions: bool = True) -> str:
    """Return what hinders every submission alike, or an empty text if an error is of another kind.

    Parameters
    ----------
    error
        What was raised.
    with_permissions
        Whether a forbidden file counts; it does not where learners' own files are read.

    Examples
    --------
    >>> hindrance(OSError(errno.ENOSPC, "No space left on device"))
    'There is no room left on the disk. Make some, and run the same command again: what was graded is saved.'
    >>> hindrance(ValueError("disk is full"))
    ''
    """
    what = what_hinders(error, with_permissions=with_permissions)
    return what + _AGAIN if what else ""


def what_hinders(error: BaseException, *, with_permissions: bool = True) -> str:
    """Return the same without how to go on, and without a full stop."""
    if isinstance(error, OSError):
        return _of_file(error, with_permissions=with_permissions)
    return _of_database(error)


def mishap(what: str, error: Exception, *, with_permissions: bool = True) -> str:
    """Return what happened to one submission; raise what would happen to every other as well.

    Parameters
    ----------
    what
        What could not be done with it, such as ``saved``.
    error
        What was raised.
    with_permissions
        Whether a forbidden file would hinder all; it does not where learners' own files are read.

    Raises
    ------
    Hindered
        If it hinders every submission alike.
    """
    said = hindrance(error, with_permissions=with_permissions)
    if said:
        raise Hindered(said) from error
    return f"It could not be {what}: {type(error).__name__}: {error}"[:300]


@contextmanager
def hindrances_told() -> Iterator[None]:
    """Raise `Hindered` in place of an error that would hinder every submission."""
    try:
        yield
    except Exception as error:
        said = hindrance(error)
        if said:
            raise Hindered(said) from error
        raise


def _of_file(error: OSError, *, with_permissions: bool) -> str:
    if error.errno in _NO_ROOM:
        return _FULL
    if error.errno == errno.EROFS or (with_permissions and isinstance(error, PermissionError)):
        # Of two names, the second is where something was to be moved.
        place = error.filename2 or error.filename or "The folder"
        return f"{place} is not writable for you. Make it so"
    if _NO_PLACE in str(error):
        return _NO_TEMPORARY
    return ""


def _of_database(error: BaseException) -> str:
    """Return what hinders a database; errors of SQLAlchemy hold the driver's own."""
    own = getattr(error, "orig", None)
    if not isinstance(own, Exception):
        return ""
    words = str(own).lower()
    if type(own).__module__ == "sqlite3":
        return next((said for sign, said in _OF_SQLITE.items() if sign in words), "")
    if any(kind.__name__ == "OperationalError" for kind in type(own).__mro__):
        first = next(iter(str(own).splitlines()), type(own).__name__)
        return f"The database of the gradebook does not answer ({first[:200]}). See that it does"
    return ""
