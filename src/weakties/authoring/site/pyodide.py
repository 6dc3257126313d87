"""Python for the browser: the core of Pyodide, from a folder or from its package."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from weakties.course import CourseError

VERSION = "0.27.7"
PACKAGE = f"pyodide@{VERSION}"
SHA256 = "89d5d952675eb08e11286e52c7238f1248ce71726e896db9703e73bef23dc343"

CORE = (
    "pyodide.js",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
"""What a page loads of it."""

_PATIENCE = 60
"""Seconds: how long an address may be silent."""


def core(cache: Path, given: str | None = None) -> dict[str, bytes]:
    """Return the files of Pyodide's core by their names.

    Parameters
    ----------
    cache
        A folder that keeps the package from build to build.
    given
        A folder or an address with a copy of Pyodide, in place of the package.

    Raises
    ------
    CourseError
        If it cannot be had, or is not what it should be.
    """
    if given and is_address(given):
        return {name: fetched(given, name) for name in CORE}
    if given:
        folder = Path(given)
        missing = [name for name in CORE if not (folder / name).is_file()]
        if missing:
            raise CourseError(f"{given} is no copy of Pyodide: there is no {missing[0]}.")
        return {name: (folder / name).read_bytes() for name in CORE}
    packed = cache / "pyodide.tgz"
    if not packed.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        packed.write_bytes(_fetched())
    content = packed.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        packed.unlink()
        raise CourseError(f"What came as {PACKAGE} is something else: its digest is wrong.")
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        members = {name: archive.extractfile(f"package/{name}") for name in CORE}
        return {name: member.read() for name, member in members.items() if member}


def is_address(given: str) -> bool:
    """Say whether a copy of Pyodide is named by its address and not by its folder."""
    return given.startswith(("http://", "https://"))


def fetched(address: str, name: str) -> bytes:
    """Return a file of a copy of Pyodide.

    Parameters
    ----------
    address
        Of the folder that it lies in.
    name
        Of the file.

    Raises
    ------
    CourseError
        If it cannot be had.
    """
    whole = f"{address.rstrip('/')}/{name}"
    try:
        with urlopen(whole, timeout=_PATIENCE) as answer:  # noqa: S310 - who builds named it
            data: bytes = answer.read()
    except (OSError, HTTPException, ValueError):
        raise CourseError(
            f"{whole} can't be fetched. Name a folder with a whole copy of Pyodide {VERSION} with "
            "--pyodide DIR, or build a site on which no notebook runs with --no-run."
        ) from None
    return data


def _fetched() -> bytes:
    npm = shutil.which("npm")
    with tempfile.TemporaryDirectory() as folder:
        pack = [npm or "npm", "pack", "--silent", "--pack-destination", folder, PACKAGE]
        if npm is None or subprocess.call(pack, stdout=subprocess.DEVNULL):
            raise CourseError(
                f"To be played in a browser the site needs {PACKAGE}, which npm could not bring "
                "here. Install Node.js with npm, name a copy with --pyodide DIR, or build a site "
                "to read with --no-play."
            )
        return next(Path(folder).glob("*.tgz")).read_bytes()
