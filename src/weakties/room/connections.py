"""How many people this machine can hold: each open page takes one of a program's open files."""

from __future__ import annotations

from contextlib import suppress

_EACH, _BESIDES = 4, 100
"""Open files for one person (three pages and a message on its way), and for all the rest."""


def room_for(people: int) -> int:
    """Let this program open as many files as so many people need; return for how many it may.

    Some systems let a program have 256 files unless it asks for more. Without this, the next
    page would wait for ever.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return people
    needed = _EACH * people + _BESIDES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < needed:
        wanted = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        with suppress(ValueError, OSError):  # a system may allow less than it says
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    return people if soft == resource.RLIM_INFINITY else fits(soft, people)


def fits(files: int, people: int) -> int:
    """Return how many of some people fit where a program may open so many files.

    Examples
    --------
    >>> fits(2000, 400), fits(256, 400)
    (400, 39)
    """
    return max(1, min(people, (files - _BESIDES) // _EACH))
