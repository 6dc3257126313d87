"""What Python has compiled here, lent to another environment that holds the same packages."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def lend_compiled(environment: Path, names: Iterable[str]) -> None:
    """Lay there what Python has compiled here of packages that are or will be in both.

    Compiling is the slowest of a first start. Python takes what was made of the same file, and
    compiles anew where it was not.
    """
    ours = Path(sysconfig.get_path("purelib"))
    theirs = site_packages(environment)
    folders: set[str] = set()
    for name in names:
        with suppress(PackageNotFoundError):  # it is for another system
            lines = (distribution(name).read_text("RECORD") or "").splitlines()
            files = (line.partition(",")[0] for line in lines)
            folders |= {file.rpartition("/")[0] for file in files if file.endswith(".py")}
    for compiled in (ours / folder / "__pycache__" for folder in folders):
        if compiled.is_dir():
            place = theirs / compiled.relative_to(ours)
            place.mkdir(parents=True, exist_ok=True)
            for file in compiled.iterdir():
                _lend(file, place / file.name)


def installed_in(environment: Path) -> set[str]:
    """Return the names of packages that an environment holds, but weakties, which is made for it."""
    there = distributions(path=[str(site_packages(environment))])
    return {one.name for one in there} - {"weakties"}


def site_packages(environment: Path) -> Path:
    """Return where an environment of this Python has its packages."""
    return environment / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)


def _lend(ours: Path, theirs: Path) -> None:
    """Give a file a second name, which takes a part of the time of a copy, or copy it to another disk."""
    try:
        os.link(ours, theirs)
    except FileExistsError:
        return
    except OSError:
        shutil.copy2(ours, theirs)
