"""Everything that a pack needs, fetched once, so that machines like this one need no network."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from weakties.teaching.packing.contents import NotPacked

if TYPE_CHECKING:
    from pathlib import Path


def fetch(wheel: Path) -> int:
    """Put what a wheel needs beside it, for this system and this Python; return how many files lie there.

    Parameters
    ----------
    wheel
        The pack's own, in the folder that is to hold them all.

    Raises
    ------
    NotPacked
        If they can't be had.
    """
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    only = ["--only-binary", ":all:", "--dest", wheel.parent]
    ran = subprocess.run([*pip, *only, wheel], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise NotPacked(
            f"What the pack needs can't be fetched: {(ran.stderr.strip().splitlines() or ['pip ended'])[-1]} "
            "This takes a network, once, and pip: python -m ensurepip."
        )
    return len(list(wheel.parent.glob("*.whl")))
