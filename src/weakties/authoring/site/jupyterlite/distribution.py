"""Pyodide's own packages: from a copy of its distribution, each checked by its lock file's hash."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weakties.authoring.site.pyodide import VERSION, fetched, is_address
from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Mapping

RELEASE = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full"
"""Where the release lies from which the core is; nobody but the build asks there."""


def distributed(
    packages: Mapping[str, Mapping[str, Any]], cache: Path, given: str | None
) -> dict[str, bytes]:
    """Return the files of packages by their names.

    Parameters
    ----------
    packages
        Their entries in Pyodide's lock file.
    cache
        A folder that keeps from build to build what was fetched.
    given
        A folder or an address with a copy of the distribution; else the release is fetched.

    Raises
    ------
    CourseError
        If one cannot be had, or is not what the lock file says.
    """
    given = given or RELEASE
    found = {}
    for entry in packages.values():
        name, digest = entry["file_name"], entry["sha256"]
        place = cache / digest
        data = place.read_bytes() if place.is_file() else b""
        if not _is(data, digest):
            data = _had(name, given)
            if not _is(data, digest):
                raise CourseError(
                    f"{name} in {given} is not what Pyodide's lock file says: its digest is wrong."
                )
            if is_address(given):
                cache.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
        found[name] = data
    return found


def _is(data: bytes, digest: str) -> bool:
    return hashlib.sha256(data).hexdigest() == digest


def _had(name: str, given: str) -> bytes:
    if is_address(given):
        return fetched(given, name)
    try:
        return (Path(given) / name).read_bytes()
    except OSError:
        raise CourseError(
            f"{given} is no whole copy of Pyodide: there is no {name}. Its release has a file "
            f"pyodide-{VERSION}.tar.bz2, in which all is; or build with --no-run."
        ) from None
