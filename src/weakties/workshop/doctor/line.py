"""One line about a machine that a participant mails the day before: what is there, and nobody's name."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

_PACKAGES = ("weakties", "jupyterlab", "ipywidgets", "pandas")


def line_of(found: int) -> str:
    """Return what an instructor wants to know of a machine, on one line.

    It holds no path, and no name of a person, a machine or a network.

    Parameters
    ----------
    found
        How many things were found to be wrong.
    """
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    ready = "ready" if not found else f"{found} found"
    return f"weakties: {ready}; {system}; Python {platform.python_version()}; {packages}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
