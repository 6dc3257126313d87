"""Everything that a pack needs, fetched once, so that machines like this one need no network."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory

from weakties.teaching.packing.contents import NotPacked


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
    with TemporaryDirectory() as scratch:
        same = Path(scratch) / "constraints.txt"
        same.write_text(_installed(), encoding="utf-8")
        only = ["--only-binary", ":all:", "--constraint", str(same), "--dest", str(wheel.parent)]
        command = [*pip, *only, str(wheel)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise NotPacked(
            f"What the pack needs can't be fetched: {(ran.stderr.strip().splitlines() or ['pip ended'])[-1]} "
            "This takes a network, once, and pip: python -m ensurepip."
        )
    return len(list(wheel.parent.glob("*.whl")))


def _installed() -> str:
    """Return the versions of this environment: learners get what their instructor tried."""
    named = {one.name: one.version for one in distributions() if one.name != "weakties"}
    return "".join(f"{name}=={version}\n" for name, version in sorted(named.items()))
