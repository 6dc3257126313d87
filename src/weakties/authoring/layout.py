"""Where the parts of a unit lie, in the order in which one would write them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.course import Unit

TO_WRITE: Final = "To write:"
"""How a line begins that says what belongs in its place; whoever writes it takes the line out."""

CONTENTS: Final = "course/course.toml"
CARDS: Final = "data/datapackage.json"
WIDGETS: Final = "src/weakties/widgets/__init__.py"
CLAIMS_PAGE: Final = "docs/claims.md"


def generators_folder(slug: str) -> str:
    """Return the folder of the generators of a unit's own datasets."""
    return f"src/weakties/data/{slug}"


def generators_module(slug: str) -> str:
    """Return the module in which cards find the generators of a unit's own datasets."""
    return f"weakties.data.{slug}"


def planted_path(slug: str) -> str:
    """Return where the tests of a unit's planted effects stand."""
    return f"tests/data/{slug}/test_planted.py"


def hints_path(slug: str) -> str:
    """Return where a unit's hints stand."""
    return f"course/{slug}/hints.toml"


def recall_path(slug: str) -> str:
    """Return where a unit's cards to recall stand."""
    return f"course/{slug}/recall.toml"


def answers_path(slug: str) -> str:
    """Return where a unit's right and wrong answers stand."""
    return f"tests/answers/{slug}.py"


def facilitation_path(slug: str) -> str:
    """Return where an instructor reads how to teach a unit."""
    return f"course/{slug}/facilitate.md"


def widget_paths(name: str) -> tuple[str, ...]:
    """Return where the parts of a widget lie, its tests beside them."""
    folder, tests = f"src/weakties/widgets/{name}", f"tests/widgets/{name}"
    return (
        f"{folder}/model.py",
        f"{tests}/test_model.py",
        f"{folder}/__init__.py",
        f"{folder}/view.js",
        f"{folder}/view.css",
        f"{tests}/test_widget.py",
        f"tests/browser/test_{name}.py",
    )


def own_cards(root: Path, unit: Unit) -> list[dict[str, object]]:
    """Return the entries of the unit's datasets whose generators are the unit's own."""
    path = root / CARDS
    package = json.loads(path.read_text("utf-8")) if path.is_file() else {"resources": []}
    return [
        entry
        for entry in package["resources"]
        if entry["name"] in unit.datasets
        and entry["generator"].startswith(f"{generators_module(unit.slug)}.")
    ]


def parts_of(root: Path, unit: Unit) -> tuple[str, ...]:
    """Return the paths of all that makes up a unit, in the order in which one would write them.

    A file of the generators' folder comes where it is; everything else is named whether it is
    there or not.
    """
    folder = generators_folder(unit.slug)
    data = (f"{folder}/__init__.py", planted_path(unit.slug)) if own_cards(root, unit) else ()
    generators = sorted(path.relative_to(root).as_posix() for path in root.glob(f"{folder}/*.py"))
    return tuple(
        dict.fromkeys(
            [
                CONTENTS,
                CARDS,
                *generators,
                *data,
                unit.solution,
                answers_path(unit.slug),
                hints_path(unit.slug),
                unit.exercise,
                *(path for name in unit.widgets for path in widget_paths(name)),
                WIDGETS,
                unit.lesson,
                recall_path(unit.slug),
                facilitation_path(unit.slug),
            ]
        )
    )
