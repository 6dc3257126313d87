"""A member's own LinkedIn export, on their own machine: read it, see what it says, share it safely.

Nothing in this room uses the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.errors import ExportError

if TYPE_CHECKING:
    import os
    from datetime import date

    from weakties.linkedin.dates import Order
    from weakties.linkedin.export import Export
    from weakties.linkedin.report import Mirror
    from weakties.linkedin.report.changes import ChangesReport

__all__ = ["ExportError", "changes", "mirror", "read"]


def read(
    path: str | os.PathLike[str], *more: str | os.PathLike[str], dates: Order | None = None
) -> Export:
    """Read a LinkedIn data export: the zip, the unpacked folder, or a Connections.csv alone.

    Parameters
    ----------
    path
        Where it is.
    more
        Other parts of the same export: LinkedIn sends a quick one first and the whole a day later.
        Of each kind of file the newest is read.
    dates
        ``"day-first"`` or ``"month-first"``: how a spreadsheet wrote dates such as 1/5/2024. It
        counts for a file whose own dates do not decide.

    Returns
    -------
    Export
        Typed tables (``connections``, ``messages``, ``invitations``, ``profile``, ``positions``,
        ``endorsements``, ``recommendations``) and an ``account`` of every row.

    Raises
    ------
    ExportError
        If there is no export or it can't be read; the message says what to do next.
    """
    from weakties.linkedin.reading import read as read_export

    return read_export(path, *more, dates=dates)


def mirror(
    path: str | os.PathLike[str],
    *more: str | os.PathLike[str],
    as_of: date | None = None,
    dates: Order | None = None,
    beside: str | os.PathLike[str] | None = None,
) -> Mirror:
    """Return a report on a LinkedIn data export: what the network is, in numbers.

    Parameters
    ----------
    path
        The zip, the unpacked folder, or a Connections.csv alone.
    more
        Other parts of the same export, as for :func:`read`.
    as_of
        The day that "how long ago" is counted from; by default the day in the archive's name, else
        the latest day in the archive.
    dates
        As for :func:`read`.
    beside
        Another network, each figure of which is shown beside: a copy without names from class, a
        folder of several, or ``"sample"``, an invented person's.

    Returns
    -------
    Mirror
        A notebook shows it; ``print`` gives it as text, ``json()`` the figures, ``html()`` a page.

    Raises
    ------
    ExportError
        If there is no export or it can't be read; the message says what to do next.
    """
    from weakties.linkedin.beside.other import read_other
    from weakties.linkedin.report import mirror_of

    other = read_other(beside, path, *more) if beside else None
    return mirror_of(read(path, *more, dates=dates), as_of=as_of, beside=other)


def changes(
    new: str | os.PathLike[str],
    *,
    since: str | os.PathLike[str],
    as_of: date | None = None,
    dates: Order | None = None,
) -> ChangesReport:
    """Return a report on what has changed between two exports of one person.

    Parameters
    ----------
    new
        The newer export: the zip, the unpacked folder, or a Connections.csv alone.
    since
        The older one.
    as_of
        The day that "how long ago" is counted from in the newer one, as for :func:`mirror`.
    dates
        As for :func:`read`; it counts for both.

    Returns
    -------
    ChangesReport
        A notebook shows it; ``print`` gives it as text, ``json()`` the figures, ``html()`` a page.

    Raises
    ------
    ExportError
        If one of them can't be read, or if they are the same, in the wrong order, or of two people.
    """
    from weakties.linkedin.report.changes import changes_report

    return changes_report(read(new, dates=dates), read(since, dates=dates), as_of=as_of)
