"""Python for the browser: the core of Pyodide, from a folder or from its package."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from weakties.course import CourseError

PACKAGE = "pyodide@0.27.7"
SHA256 = "89d5d952675eb08e11286e52c7238f1248ce71726e896db9703e73bef23dc343"

CORE = (
    "pyodide.js",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
"""What a page loads of it."""


def core(cache: Path, given: Path | None = None) -> dict[str, bytes]:
    """Return the files of Pyodide's core by their names.

    Parameters
    ----------
    cache
        A folder that keeps the package from build to build.
    given
        A folder with a copy of Pyodide, in place of the package.

    Raises
    ------
    CourseError
        If it cannot be had, or is not what it should be.
    """
    if given:
        missing = [name for name in CORE if not (given / name).is_file()]
        if missing:
            raise CourseError(f"{given} is no copy of Pyodide: there is no {missing[0]}.")
        return {name: (given / name).read_bytes() for name in CORE}
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
