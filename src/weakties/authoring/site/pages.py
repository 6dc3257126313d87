"""The pages, as Sphinx makes them of sources that are laid out: all of them anew, or none."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SOURCE = "source"
"""The folder therein with the sources."""

_PLAIN = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1577836800"}


def pages(work: Path, own: Path, library: Path, python: Path) -> dict[str, bytes]:
    """Return the files of the pages by their path; the same sources make the same bytes.

    As soon as anything changed, Sphinx begins from nothing: what it remembers of an earlier build
    drops entries of the search's index, and leaves pages as they were whose neighbors changed.

    Parameters
    ----------
    work
        A folder with the sources, which keeps what was made of them.
    own
        The folder with ``conf.py``.
    library
        The folder of the library, whose docstrings are read.
    python
        That of the environment of the builders.

    Raises
    ------
    CourseError
        If a page can't be made, or anything in it is doubtful.
    """
    made, stamp = work / "pages", work / "pages-made-of"
    builders = python.parents[1] / "made-of"
    rests_on = (builders, *_files(work / SOURCE), *_files(own), *_modules(library))
    state = _digest(rests_on, work)
    if not stamp.is_file() or stamp.read_text("utf-8") != state:
        stamp.unlink(missing_ok=True)
        shutil.rmtree(made, ignore_errors=True)
        _sphinx(work, own, made, python)
        stamp.write_text(state, "utf-8")
    return {path.relative_to(made).as_posix(): path.read_bytes() for path in _files(made)}


def _sphinx(work: Path, own: Path, made: Path, python: Path) -> None:
    doctrees = work / "doctrees"
    shutil.rmtree(doctrees, ignore_errors=True)
    quiet = ("-q", "-W", "--keep-going")
    html = ("-b", "html", "-c", own, "-d", doctrees, work / SOURCE, made)
    command = list(map(str, (python, "-m", "sphinx", *quiet, *html)))
    failed = subprocess.call(command, env=os.environ | _PLAIN)
    shutil.rmtree(doctrees, ignore_errors=True)
    if failed:
        raise CourseError("Sphinx could not make the pages; the lines above say why.")
    (made / ".nojekyll").touch()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _modules(library: Path) -> list[Path]:
    return [path for path in _files(library) if path.suffix == ".py"]


def _digest(paths: Iterable[Path], work: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        name = os.path.relpath(path, work)
        digest.update(f"{name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()
