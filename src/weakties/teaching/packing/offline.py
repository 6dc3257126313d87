"""Everything that a pack needs, fetched once, so that machines like this one need no network."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from packaging.specifiers import SpecifierSet

from weakties.teaching.packing.contents import NotPacked
from weakties.teaching.packing.kinds import needed_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from email.message import Message

    from weakties.teaching.packing.kinds import Kind

_ITS_OWN = re.compile(r"[^/]+\.dist-info/METADATA")


def fetch(wheel: Path, kinds: Sequence[Kind] = ()) -> int:
    """Put what a wheel needs beside it, and return how many files lie there.

    Parameters
    ----------
    wheel
        The pack's own, in the folder that is to hold them all.
    kinds
        For which machines; this system and this Python if empty.

    Raises
    ------
    NotPacked
        If they can't be had.
    """
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    place = wheel.parent
    pip += ["--only-binary", ":all:", "--dest", str(place)]
    for kind in kinds:
        platforms = [word for tag in kind.tags for word in ("--platform", tag)]
        needed = needed_on(kind, _needs_of(wheel))
        _run([*pip, "--no-deps", *platforms, "--python-version", kind.python, *needed])
    if not kinds:
        _fetch_for_this(pip, wheel)
    return len(list(place.glob("*.whl")))


def _fetch_for_this(pip: list[str], wheel: Path) -> None:
    with TemporaryDirectory() as scratch:
        same = Path(scratch) / "constraints.txt"
        same.write_text(_installed(), encoding="utf-8")
        _run([*pip, "--constraint", str(same), str(wheel)])
    oldest = f"{sys.version_info.major}.{sys.version_info.minor}.0"
    if others := wanting_more_than(oldest, wheel.parent.glob("*.whl")):
        _run([*pip, "--no-deps", "--python-version", oldest, *others])


def wanting_more_than(python: str, wheels: Iterable[Path]) -> list[str]:
    """Return the names of the packages that a version of Python is too old for.

    Parameters
    ----------
    python
        The version, as in ``3.11.0``.
    wheels
        The packages' files.
    """
    found = [_about(wheel) for wheel in wheels]
    return sorted(
        about["Name"]
        for about in found
        if python not in SpecifierSet(about["Requires-Python"] or "")
    )


def _needs_of(wheel: Path) -> list[str]:
    return [str(need) for need in _about(wheel).get_all("Requires-Dist", [])]


def _about(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as opened:
        # A package may carry others, which have theirs further below.
        (path,) = (one for one in opened.namelist() if _ITS_OWN.fullmatch(one))
        return Parser().parsestr(opened.read(path).decode("utf-8"), headersonly=True)


def _run(pip: list[str]) -> None:
    ran = subprocess.run(pip, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise NotPacked(
            f"What the pack needs can't be fetched: {(ran.stderr.strip().splitlines() or ['pip ended'])[-1]} "
            "This takes a network, once, and pip: python -m ensurepip."
        )


def _installed() -> str:
    """Return the versions of this environment: learners get what their instructor tried."""
    named = {one.name: one.version for one in distributions() if one.name != "weakties"}
    return "".join(f"{name}=={version}\n" for name, version in sorted(named.items()))
