"""What the notebooks need and Pyodide does not have: installed from a lock file, packed as wheels."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from weakties.authoring.site.jupyterlite.lock import canonical
from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PLATFORM = ("--python-platform", "wasm32-pyodide2024", "--python-version", "3.12")
"""Of Pyodide 0.27."""

LABEXTENSIONS = "share/jupyter/labextensions"

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_NOT_IMPORTED = {"tests", "test", "__pycache__", ".."}


@dataclass(frozen=True)
class Wheel:
    """A package for the browser.

    Parameters
    ----------
    name, version
        Of the package.
    file
        The wheel's file name.
    data
        Its content.
    imports
        The modules that come with it.
    """

    name: str
    version: str
    file: str
    data: bytes
    imports: tuple[str, ...]


def installed(folder: Path, lock: Path) -> Path:
    """Return a folder with what a lock file names, for the browser's Python; fill it if need be.

    Raises
    ------
    CourseError
        If it cannot be filled.
    """
    stamp = folder / "made-of"
    state = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == state:
        return folder
    from uv import find_uv_bin

    shutil.rmtree(folder, ignore_errors=True)
    uv = [find_uv_bin(), "--quiet", "--system-certs", "pip", "install", "--python", sys.executable]
    exact = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    if subprocess.call([*uv, "--target", str(folder), *PLATFORM, *exact, "-r", str(lock)]):
        raise CourseError(
            "What notebooks need in a browser could not be installed; the lines above say why. "
            "The first time it needs a network."
        )
    stamp.write_text(state, "utf-8")
    return folder


def packed(folder: Path) -> Iterator[Wheel]:
    """Yield each package of a folder as a wheel, without its tests; the same bytes every time.

    Nothing in it is compressed: what compiles it packs it anew.
    """
    for about in sorted(folder.glob("*.dist-info")):
        rows = csv.reader(io.StringIO((about / "RECORD").read_text("utf-8")))
        names = sorted(row[0] for row in rows if row and not _is_left_out(row[0]))
        head = HeaderParser().parsestr((about / "METADATA").read_text("utf-8"))
        modules = {PurePosixPath(name).parts[0] for name in names if name.endswith((".py", ".so"))}
        yield Wheel(
            canonical(head["Name"]),
            head["Version"],
            f"{about.stem.replace('-' + head['Version'], '')}-{head['Version']}-py3-none-any.whl",
            _zipped(folder, names),
            tuple(sorted(name.removesuffix(".py") for name in modules if "-" not in name)),
        )


def _is_left_out(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(_NOT_IMPORTED & {*parts}) or parts[0] in ("bin", "etc", "share")


def _zipped(folder: Path, names: Iterable[str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            if name.endswith(("/INSTALLER", "/REQUESTED", "/direct_url.json")):
                continue
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), (folder / name).read_bytes())
    return made.getvalue()
