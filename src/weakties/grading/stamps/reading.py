"""What a person has read: it stays read as long as it stays what it was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Read:
    """What somebody saw who gave points by hand.

    Parameters
    ----------
    content
        A digest of it: of the text alone, or of the whole notebook where code has a part in it.
    most
        What it was worth.
    auto
        What the program gave it.
    text
        The text itself; empty where it was not a text that was read.
    """

    content: str
    most: float
    auto: float | None = None
    text: str = ""


@dataclass(frozen=True)
class Mark:
    """What the gradebook holds of one cell.

    Parameters
    ----------
    manual
        The points that a person gave.
    waits
        Whether a person has the next word.
    """

    manual: float | None = None
    waits: bool = False


def read_before(mark: Mark, seen: Read | None, kept: Read | None) -> Read | None:
    """Return what was last read of a cell, if a person gave points for it.

    Parameters
    ----------
    mark
        What the gradebook held before this run.
    seen
        What lay in ``autograded/`` then.
    kept
        What an earlier run kept as read.

    Examples
    --------
    >>> old, new = Read("a", 3.0), Read("b", 3.0)
    >>> read_before(Mark(2.0, waits=False), new, old).content
    'b'
    >>> read_before(Mark(2.0, waits=True), new, old).content
    'a'
    """
    if mark.manual is None:
        return None
    return kept if mark.waits or seen is None else seen


def stays_read(before: Read | None, now: Read) -> bool:
    """Say whether what there is now is what was read."""
    return before is not None and (before.content, before.most, before.auto) == (
        now.content,
        now.most,
        now.auto,
    )
