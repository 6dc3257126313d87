"""A small course to work on, the ways in which it can be broken, and what is made of it but once."""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from weakties.authoring import release
from weakties.authoring.notebooks import text_of
from weakties.course import load_course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from weakties.authoring.notebooks import Node
    from weakties.course import Course, Unit

FIXTURES = Path(__file__).parent / "fixtures"
GENERATED: dict[tuple[str, str], Node] = {}
"""What nbgrader made of a unit's solution, by all that it is given."""


def lay_over(root: Path, *names: str) -> Course:
    """Lay the files of fixtures over a copy of the clean course."""
    for name in ("clean", *names):
        shutil.copytree(FIXTURES / name, root, dirs_exist_ok=True)
    return load_course(root)


@pytest.fixture
def clean_course(tmp_path: Path) -> Course:
    return lay_over(tmp_path)


@pytest.fixture
def course_with(tmp_path: Path) -> Callable[..., Course]:
    return lambda *names: lay_over(tmp_path, *names)


@pytest.fixture(scope="module")
def exercises_made_once() -> Iterator[None]:
    """Have nbgrader make an exercise once of one and the same solution, for all who ask after it.

    The lint makes each unit's exercise anew to see whether the one that lies there is stale.
    """
    generated = release._generated

    def once(root: Path, unit: Unit, solution: Node) -> Node:
        asked = unit.slug, text_of(solution)
        if asked not in GENERATED:
            GENERATED[asked] = generated(root, unit, solution)
        return deepcopy(GENERATED[asked])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(release, "_generated", once)
        yield
