"""The stamp of a graded notebook, and the rule that says from it whether it is to be graded again."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.stamps.reading import Read


class Again(StrEnum):
    """Why something that was graded is graded again."""

    CHANGED = "changed"
    """What was handed in is not what was graded."""
    KEY = "key"
    """An older key graded it."""
    UNKNOWN = "unknown"
    """Nothing says what its marks rest on: another program graded it, or an older version."""


@dataclass(frozen=True)
class Ground:
    """What a mark would rest on now, each a digest.

    Parameters
    ----------
    hand_in
        Of what was handed in.
    key
        Of what decides about points.
    graded
        Of the graded notebook that lies in ``autograded/``; empty where there is none.
    """

    hand_in: str
    key: str
    graded: str = ""


@dataclass(frozen=True)
class Stamp:
    """What the marks of a notebook rest on.

    Parameters
    ----------
    ground
        The digests.
    edition
        The edition of the data; empty where the assignment asks for none.
    engine
        What graded it, and which version.
    when
        When, in universal time.
    read
        What a person has read and given points for, by graded cell.
    """

    ground: Ground
    edition: str
    engine: str
    when: str
    read: Mapping[str, Read] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return asdict(self)


def why_again(stamp: Stamp | None, now: Ground) -> Again | None:
    """Return why a graded notebook is to be graded again; ``None`` if its marks are of what is there.

    Examples
    --------
    >>> stamp = Stamp(Ground("a", "k", "g"), "open", "weakties 0.1.0", "")
    >>> why_again(stamp, Ground("a", "k", "g"))
    >>> why_again(stamp, Ground("b", "k", "g")).value
    'changed'
    """
    if stamp is None or now.graded not in ("", stamp.ground.graded):
        return Again.UNKNOWN
    if stamp.ground.hand_in != now.hand_in:
        return Again.CHANGED
    return None if stamp.ground.key == now.key else Again.KEY
