"""Where a lesson stands, on the disk while it is shown: a server that was killed goes on there."""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from weakties.pages.private import write_privately

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Place:
    """Under which address a lesson is shown, and how far it has come.

    Parameters
    ----------
    secret, port
        Of the address; port 0 is any.
    at
        The screen that is up, from 0.
    began
        When the first step was taken, in seconds since 1970; 0 before it.
    """

    secret: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    port: int = 0
    at: int = 0
    began: float = 0.0


def kept_place(path: Path) -> Place:
    """Return the place that a killed server left; a new one where there is none."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Place(str(told["secret"]), int(told["port"]), int(told["at"]), float(told["began"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Place()


def keep_place(path: Path, place: Place) -> None:
    """Write it, for its owner only; where the disk does not take it, the lesson goes on all the same."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        write_privately(json.dumps(asdict(place)), path)
