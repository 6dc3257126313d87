"""All that the site has of JupyterLite, by its path below one folder."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from weakties.authoring.site.bytecode import SITE_PACKAGES, Archive
from weakties.authoring.site.jupyterlite.app import OWN_EXTENSION, app
from weakties.authoring.site.jupyterlite.contents import listed
from weakties.authoring.site.jupyterlite.distribution import distributed
from weakties.authoring.site.jupyterlite.lock import as_file, canonical, entry, needed
from weakties.authoring.site.jupyterlite.wheels import LABEXTENSIONS, installed, packed
from weakties.own_folder import MANIFEST, PRIVATE
from weakties.workshop.packaged import packaged_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from weakties.course import Course

RUN = "run"
"""The folder of the site that holds it."""

PACKAGES = "python"
"""The folder therein with what the kernel loads."""

_MOCKS = "extensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
_MOCKED = {"ipykernel": "ipykernel", "pyodide-kernel": "pyodide_kernel"}
_LOADED = ("ssl", "sqlite3", "ipykernel", "comm", "pyodide_kernel", "jedi", "ipython", "weakties")
"""What the kernel loads when it starts, all at once; the library brings what notebooks import."""


def runnable(
    course: Course,
    *,
    own_wheel: tuple[str, bytes],
    core: Mapping[str, bytes],
    pyodide: str | None,
    python: Path,
    work: Path,
    compiled: Callable[[Sequence[Archive]], Sequence[bytes]],
) -> dict[str, bytes]:
    """Return the files of JupyterLite with the course in it.

    Parameters
    ----------
    course
        Whose notebooks are in it.
    own_wheel
        Name and content of the wheel that has the library and the course's content.
    core
        The files of Pyodide's core.
    pyodide
        A folder or an address with Pyodide's distribution; else its release is fetched.
    python
        That of the environment of the builders.
    work
        A folder that keeps what was fetched and built.
    compiled
        Returns archives with bytecode in the place of sources.
    """
    lock = json.loads(core["pyodide-lock.json"])
    own = needed(lock)
    data = distributed(own, work / "cache" / "pyodide", pyodide)
    packages = dict(own)
    extra = installed(work / "browser", course.root / "docs" / "site" / "browser.lock")
    for wheel in packed(extra):
        data[wheel.file] = wheel.data
        packages[wheel.name] = entry(
            wheel.name, wheel.version, wheel.file, wheel.imports, _needs(wheel.name)
        )
    name, data[name] = own_wheel
    packages["weakties"] = entry(
        "weakties",
        name.split("-")[1],
        name,
        ["weakties"],
        [one for one in packages if one not in ("ssl", "openssl", "jedi", "parso")],
    )
    data = _compiled(data, compiled)
    files = {f"{PACKAGES}/{file}": content for file, content in data.items()}
    packages = {name: _placed(one, data) for name, one in packages.items()}
    kernel = {
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"lockFileURL": f"{PACKAGES}/lock.json", "packages": [*_LOADED]},
        "pyodideUrl": "./../play/pyodide.js",
    }
    labextensions = extra / LABEXTENSIONS
    extensions = (
        labextensions / "anywidget",
        labextensions / "@jupyter-widgets" / "jupyterlab-manager",
        OWN_EXTENSION,
    )
    files |= app(python, work / "jupyterlite", course.title, kernel, extensions)
    packages |= dict(_mocks(files))
    files[f"{PACKAGES}/lock.json"] = as_file(lock, packages, f"../{RUN}/")
    notebooks = _working_folder(course)
    files |= {f"files/{place}": content for place, content in notebooks.items()}
    files |= dict(listed(notebooks))
    return files


def _working_folder(course: Course) -> dict[str, bytes]:
    """Return what a visitor finds: a learner's own folder, in which progress is kept."""
    files = packaged_files(course)
    notebooks = {name: data for name, data in files.items() if not name.startswith(".")}
    manifest = json.dumps({"laid": {}, "given": {}}).encode()
    return {**notebooks, f"{PRIVATE}/{MANIFEST}": manifest}


def _compiled(
    data: Mapping[str, bytes], compiled: Callable[[Sequence[Archive]], Sequence[bytes]]
) -> dict[str, bytes]:
    """Return packages' files by their names, the wheels among them compiled."""
    wheels = [name for name in data if name.endswith(".whl")]
    made = compiled([Archive(SITE_PACKAGES, data[name]) for name in wheels])
    return {**data, **dict(zip(wheels, made, strict=True))}


def _placed(one: Mapping[str, Any], data: Mapping[str, bytes]) -> dict[str, Any]:
    """Return an entry with the place and the digest that a package's file has on the site."""
    file = one["file_name"]
    digest = hashlib.sha256(data[file]).hexdigest()
    return {**one, "file_name": f"{PACKAGES}/{file}", "sha256": digest}


def _needs(name: str) -> list[str]:
    return ["numpy", "python-dateutil", "tzdata"] if name == "pandas" else []


def _mocks(files: Mapping[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the entries of the kernel's own wheels, which stand in for ipykernel."""
    for name, module in _MOCKED.items():
        file = next(one for one in sorted(files) if one.startswith(f"{_MOCKS}/{module}-"))
        version = file.removeprefix(f"{_MOCKS}/").split("-")[1]
        made = entry(name, version, file, [module], [])
        yield canonical(name), {**made, "sha256": hashlib.sha256(files[file]).hexdigest()}
