"""Which file of an export holds what, however its name is spelled."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """The files that are read; the value is today's name without its ending."""

    CONNECTIONS = "Connections"
    MESSAGES = "messages"
    INVITATIONS = "Invitations"
    PROFILE = "Profile"
    POSITIONS = "Positions"
    ENDORSEMENTS_RECEIVED = "Endorsement_Received_Info"
    ENDORSEMENTS_GIVEN = "Endorsement_Given_Info"
    RECOMMENDATIONS_RECEIVED = "Recommendations_Received"
    RECOMMENDATIONS_GIVEN = "Recommendations_Given"


def kind_of(name: str) -> Kind | None:
    """Return what a file holds, by its name; None for a file that is not used.

    Case, spaces, underscores and a member's number do not matter.

    Examples
    --------
    >>> kind_of("Basic/Endorsement Received Info.csv")
    <Kind.ENDORSEMENTS_RECEIVED: 'Endorsement_Received_Info'>
    >>> kind_of("Invitations_104729.csv").value
    'Invitations'
    >>> kind_of("guide_messages.csv") is None
    True
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if is_shadow(name) or path.suffix.casefold() != ".csv":
        return None
    return _KINDS.get(_plain(path.stem))


def is_shadow(name: str) -> bool:
    """Return whether this is the shadow that macOS adds to an archive for every file in it."""
    path = PurePosixPath(name.replace("\\", "/"))
    return "__MACOSX" in path.parts or path.name.startswith("._")


def _plain(stem: str) -> str:
    without_number = re.sub(r"[\s_]*(?:\(\d+\)|(?<=[\s_])\d+)$", "", stem)
    return re.sub(r"[\s_]+", "", without_number).casefold()


_KINDS = {_plain(kind.value): kind for kind in Kind}
