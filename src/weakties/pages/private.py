"""Keep what only its owner may read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_privately(text: str, path: Path) -> None:
    """Write a file in one step, readable by its owner only.

    Raises
    ------
    OSError
        If the disk does not take it; what was there stays.
    """
    new = path.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    new.replace(path)
