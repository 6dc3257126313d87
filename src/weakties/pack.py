"""What an instructor handed out: the file in an installation that says for whom it was packed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from weakties.content import content_root

if TYPE_CHECKING:
    from pathlib import Path

PACK = "pack.toml"
"""Where it lies, beside ``course/``; a checkout and the whole wheel have none."""


@dataclass(frozen=True)
class Pack:
    """What a pack says of itself.

    Parameters
    ----------
    title
        What the cohort is called.
    edition
        Which edition of the data it has.
    has_key
        Whether worked answers and the hidden part of checks are in it.
    exchange
        A folder of nbgrader's exchange, with the course's name, into which work is handed in; empty
        where there is none.
    """

    title: str
    edition: str
    has_key: bool = False
    exchange: str = ""


def this_pack(root: Path | None = None) -> Pack | None:
    """Return what an instructor packed here, or ``None`` where nobody did.

    Parameters
    ----------
    root
        The folder that holds ``course/``; by default the one that came with weakties.
    """
    path = (root or content_root()) / PACK
    return _read(path) if path.is_file() else None


@cache
def _read(path: Path) -> Pack:
    return Pack(**tomllib.loads(path.read_text(encoding="utf-8")))
