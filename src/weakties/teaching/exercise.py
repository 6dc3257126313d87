"""An exercise as its instructor has it: the notebook, and what of a cell is the solution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.reading import Unreadable, notebook_at

if TYPE_CHECKING:
    from weakties.grading.nbg.course import Classroom


def instructors_notebook(room: Classroom, name: str) -> Any:
    """Return the instructor's notebook, else what learners were given; ``None`` without either."""
    for folder in (room.source, room.folder("release", ".")):
        try:
            return notebook_at(folder / f"{name}.ipynb")
        except Unreadable:
            continue
    return None


def solution_in(source: str, begin: str, end: str) -> str:
    r"""Return a solution without what stands around it; all of the cell where nothing is marked.

    Examples
    --------
    >>> solution_in("x = ...\n# BEGIN\nx = 1\n# END", "BEGIN", "END")
    'x = 1'
    """
    if begin not in source:
        return source
    kept, inside = [], False
    for line in source.split("\n"):
        if begin in line or end in line:
            inside = begin in line
        elif inside:
            kept.append(line)
    return "\n".join(kept)
