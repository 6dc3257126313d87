"""What a page's Python imports, in one archive: the library's learner side, and traitlets."""

from __future__ import annotations

import io
import json
import zipfile
from importlib.metadata import distribution
from typing import TYPE_CHECKING

from weakties.data.datasets import as_csv, generate
from weakties.data.editions import OPEN
from weakties.pack import PACK
from weakties.widgets.shared.rows import READ

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.course import Course

ROOMS = (
    "check",
    "data",
    "joined",
    "lesson",
    "measures",
    "pages",
    "progress",
    "recall",
    "sociogram",
    "widgets",
)
"""Rooms of the library that a widget, a prediction or a check may reach."""

SMALL = 40_000
"""Bytes: a table with fewer goes along, for the widgets that read one row by row."""

_KINDS = {".py", ".js", ".css", ".toml"}
_LONG_AGO = (2020, 1, 1, 0, 0, 0)


def bundle(course: Course, package: Path, edition: str = OPEN) -> bytes:
    """Return the archive; the same files make the same bytes.

    It does not hold the key.

    Parameters
    ----------
    course
        Whose table of contents and cards go along.
    package
        The folder of the library.
    edition
        Of the data that widgets show.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(_files(course, package, edition)):
            entry = zipfile.ZipInfo(name, date_time=_LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def _files(course: Course, package: Path, edition: str) -> Iterator[tuple[str, bytes]]:
    roots = [package / room for room in ROOMS]
    for path in [*package.glob("*.py"), *(found for root in roots for found in root.rglob("*"))]:
        if path.suffix in _KINDS:
            yield f"weakties/{path.relative_to(package).as_posix()}", path.read_bytes()
    for path in (course.root / "course").glob("*.toml"):
        yield f"weakties/content/course/{path.name}", path.read_bytes()
    for path in (course.root / "data").iterdir():
        if path.name == "datapackage.json" or path.stat().st_size < SMALL:
            yield f"weakties/content/data/{path.name}", path.read_bytes()
    if edition != OPEN:
        yield from _in_edition(course, edition)
    browser = course.root / "docs" / "site" / "browser"
    for path in browser.rglob("*.py"):
        yield path.relative_to(browser).as_posix(), path.read_bytes()
    for file in distribution("traitlets").files or ():
        if file.parts[0] == "traitlets" and file.suffix == ".py" and "tests" not in file.parts:
            yield file.as_posix(), file.read_binary()


def _in_edition(course: Course, edition: str) -> Iterator[tuple[str, bytes]]:
    """Yield what widgets read as it is in an edition, and the file that says which it is."""
    said = (
        f"title = {json.dumps(course.title, ensure_ascii=False)}\nedition = {json.dumps(edition)}\n"
    )
    yield f"weakties/content/{PACK}", said.encode()
    for name in READ:
        yield f"weakties/content/data/{edition}/{name}.csv", as_csv(generate(name, edition))
