"""The list of packages that the browser's Python reads: Pyodide's own, cut down, and what is added."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NEEDED = (
    "ipython",
    "jedi",
    "matplotlib",
    "micropip",
    "numpy",
    "pillow",
    "python-dateutil",
    "sqlite3",
    "ssl",
)
"""What notebooks and the kernel load of Pyodide's own packages; what these need comes along."""


def canonical(name: str) -> str:
    """Return a package's name as indexes spell it.

    Examples
    --------
    >>> canonical("Pure_Eval")
    'pure-eval'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(lock: Mapping[str, Any], wanted: Iterable[str] = NEEDED) -> dict[str, dict[str, Any]]:
    """Return the entries of some packages and of all that they need, by name.

    Parameters
    ----------
    lock
        A ``pyodide-lock.json``, read.
    wanted
        The packages.

    Raises
    ------
    KeyError
        If it does not have one of them.

    Examples
    --------
    >>> one, two = {"depends": ["two"]}, {"depends": []}
    >>> sorted(needed({"packages": {"one": one, "two": two, "three": {}}}, ["one"]))
    ['one', 'two']
    """
    packages = {canonical(name): entry for name, entry in lock["packages"].items()}
    found: dict[str, dict[str, Any]] = {}
    waiting = [canonical(name) for name in wanted]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = packages[name]
            waiting += [canonical(one) for one in packages[name]["depends"]]
    return found


def entry(
    name: str, version: str, file: str, imports: Iterable[str], depends: Iterable[str]
) -> dict[str, Any]:
    """Return the entry of a package that is not Pyodide's own, without its file's digest.

    Parameters
    ----------
    name, version
        Of the package.
    file
        Its wheel.
    imports
        The modules that come with it.
    depends
        The packages that are loaded with it.
    """
    return {
        "depends": sorted(depends),
        "file_name": file,
        "imports": sorted(imports),
        "install_dir": "site",
        "name": name,
        "package_type": "package",
        "unvendored_tests": False,
        "version": version,
    }


def as_file(lock: Mapping[str, Any], packages: Mapping[str, Any], above: str) -> bytes:
    """Return the lock file of the site.

    Parameters
    ----------
    lock
        Pyodide's own.
    packages
        The entries that it is to have.
    above
        What leads from the folder of Pyodide's core to the packages' files.
    """
    placed = {
        name: {**packages[name], "file_name": above + packages[name]["file_name"]}
        for name in sorted(packages)
    }
    return json.dumps({"info": lock["info"], "packages": placed}, indent=1).encode()
