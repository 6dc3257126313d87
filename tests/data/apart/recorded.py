"""What the answers of a unit came to when they were last held to a hundred editions of the data.

That takes minutes, and follows from the exercise, the catalogued answers, the generators, their cards
and the packages that are installed. So it is written down with a digest of all of these, and asked
again when any has changed. What a check says of a value is tried in a few editions in every run.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.apart.held import cells_of
from weakties.authoring.answers import catalogue_path
from weakties.content import content_root
from weakties.data import about, datasets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.apart.held import Held

FOLDER = Path(__file__).with_suffix("")
SOURCE = Path(datasets.__file__).parents[2]
LOCK = Path(__file__).parents[3] / "requirements.lock"
AGAIN = "PYTHONPATH=tests python -m data.apart {}"
"""The command that holds a unit's answers to many editions anew, and writes down what comes out."""
EDITIONS = 100
_MAKE_VALUES = ("weakties.data", "weakties.measures", "weakties.linkedin")
"""Where what a table or a number comes out of stands."""


def makers() -> list[str]:
    """Return the files of our own that this process has made values with."""
    modules = [
        module
        for name, module in sys.modules.items()
        if name.startswith(_MAKE_VALUES) and getattr(module, "__file__", None)
    ]
    return sorted(Path(str(one.__file__)).relative_to(SOURCE).as_posix() for one in modules)


def basis_of(unit: str, files: Iterable[str], tables: Iterable[str]) -> str:
    """Return a digest of all that a unit's answers follow from.

    Parameters
    ----------
    unit
        The unit.
    files
        Our own files that make values.
    tables
        The names of the datasets that are loaded.
    """
    cells = {
        name: cell for name, cell in cells_of(unit).items() if name.endswith(("-answer", "-check"))
    }
    cards = [(card.planted, card.columns, card.checksum) for card in map(about, sorted(tables))]
    told = [
        "{}.{}".format(*sys.version_info),
        LOCK.read_text("utf-8"),
        json.dumps(cells, sort_keys=True),
        catalogue_path(content_root(), unit).read_text("utf-8"),
        repr(cards),
        *((SOURCE / name).read_text("utf-8") for name in files),
    ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def record(
    unit: str,
    found: Mapping[str, Sequence[Held]],
    sampled: Mapping[str, int],
    files: Sequence[str],
    tables: Sequence[str],
) -> None:
    """Write down how many values each answer took, and what it is in the editions tried in every run.

    Parameters
    ----------
    unit
        The unit.
    found
        What each question's answers came to, edition after edition.
    sampled
        Where in that order the editions stand that every run tries.
    files, tables
        What the digest is made of.
    """
    answers = {
        f"{question} {name}": {
            "values": len({one.values.get(name) for one in editions}),
            "in": {edition: editions[place].values[name] for edition, place in sampled.items()},
        }
        for question, editions in found.items()
        for name in editions[0].values
    }
    told = {
        "basis": basis_of(unit, files, tables),
        "editions": EDITIONS,
        "files": list(files),
        "tables": list(tables),
        "answers": answers,
    }
    FOLDER.mkdir(exist_ok=True)
    _path_of(unit).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def recorded(unit: str) -> dict[str, Any]:
    """Return what is written down of a unit; nothing where nothing is."""
    if not _path_of(unit).is_file():
        return {"basis": "", "files": [], "tables": [], "answers": {}}
    read: dict[str, Any] = json.loads(_path_of(unit).read_text("utf-8"))
    return read


def _path_of(unit: str) -> Path:
    return FOLDER / f"{unit}.json"
