"""Which of the course's files a learner gets, and where they lie in the working folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.workshop.errors import WorkshopError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.course import Course

WELCOME = "course/welcome.ipynb"
_GITIGNORE = Path(__file__).parent / "gitignore.txt"
_FOR_INSTRUCTORS = ("facilitate.md",)


def packaged_files(course: Course) -> dict[str, bytes]:
    """Return what belongs in a working folder: content by path, as in the course itself.

    That is the welcome, and lesson and exercise of each ready unit with whatever lies beside
    them, such as pictures. The layout is the course's own, so that relative links hold.

    Raises
    ------
    WorkshopError
        If the installation lacks one of the notebooks.
    """
    required = [WELCOME, *(path for unit in course.ready for path in (unit.lesson, unit.exercise))]
    for path in required:
        if not (course.root / path).is_file():
            raise WorkshopError(
                f"This installation of weakties lacks {path}. Install it again, "
                "or fetch the course's files anew."
            )
    folders = [Path(path).parent for path in required]
    paths = [path for folder in folders for path in _beside(course.root / folder)]
    files = {path.relative_to(course.root).as_posix(): _unseen(path) for path in paths}
    return {".gitignore": _GITIGNORE.read_bytes(), **files}


def _unseen(path: Path) -> bytes:
    """Return a file's content; of a notebook without what it shows, so that it asks first."""
    data = path.read_bytes()
    if path.suffix != ".ipynb":
        return data
    notebook = json.loads(data)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def _beside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        for_learners = path.suffix != ".toml" and path.name not in _FOR_INSTRUCTORS
        if path.is_file() and for_learners and not path.name.startswith("."):
            yield path
