"""From solutions/ to exercises/, by nbgrader's own generate_assignment; and the page of claims."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from weakties.authoring.claims_page import claims_page
from weakties.authoring.layout import CLAIMS_PAGE
from weakties.authoring.markers import REGIONS, alternates, closing, opening
from weakties.authoring.notebooks import Node, NotebookError, read, text_of, write_text
from weakties.authoring.tidy import tidied
from weakties.course import CourseError
from weakties.grading.nbg.generate import NotGenerated, generate
from weakties.grading.settings import nbgrader_settings

if TYPE_CHECKING:
    from collections.abc import Collection

    from weakties.course import Course, Unit


class ReleaseError(CourseError):
    """A solution that nbgrader cannot turn into an exercise."""


def release(course: Course, slugs: Collection[str] = ()) -> tuple[str, ...]:
    """Write the exercises of the units called `slugs`; of all, and docs/claims.md, without any.

    Returns
    -------
    tuple of str
        The paths of the files that are new or have changed.

    Raises
    ------
    ReleaseError
        If nbgrader refuses a solution; nothing has been written then.
    CourseError
        If the claims or their evidence cannot be read; nothing has been written then.
    """
    units = [course.listed(slug) for slug in slugs] or course.ready
    made = {} if slugs else {CLAIMS_PAGE: claims_page(course)}
    made |= {unit.exercise: exercise_text(course, unit) for unit in units}
    changed = []
    for name, text in made.items():
        path = course.root / name
        if not path.exists() or path.read_bytes() != text.encode("utf-8"):
            write_text(path, text)
            changed.append(name)
    return tuple(changed)


def exercise_text(course: Course, unit: Unit) -> str:
    """Return the file of the exercise that the unit's solution makes.

    Raises
    ------
    ReleaseError
        If nbgrader refuses the solution; the message names the cell where it is known.
    """
    try:
        solution = tidied(read(course.root / unit.solution), outputs=False)
    except NotebookError as error:
        raise ReleaseError(str(error)) from None
    _refuse_leaks(unit, solution)
    with TemporaryDirectory(prefix="weakties-release-", ignore_cleanup_errors=True) as folder:
        exercise = tidied(_generated(Path(folder), unit, solution), outputs=False)
    if _ids(exercise) != _ids(solution):
        raise ReleaseError(f"{unit.solution}: nbgrader lost or moved cells.")
    return text_of(_with_checksums(exercise))


def _refuse_leaks(unit: Unit, solution: Node) -> None:
    """Refuse what nbgrader would let pass, to a learner's eyes or under another name."""
    ids = _ids(solution)
    for double in {cell_id for cell_id in ids if ids.count(cell_id) > 1}:
        raise ReleaseError(f"{unit.solution}: more than one cell has the id '{double}'.")
    for cell in solution["cells"]:
        for region in REGIONS:
            if not alternates(cell["source"], region):
                raise ReleaseError(
                    f"{unit.solution}, cell {cell['id']}: '{opening(region)}' and "
                    f"'{closing(region)}' do not alternate, so a learner could see what they hide."
                )


def _ids(node: Node) -> list[str]:
    return [cell["id"] for cell in node["cells"]]


def _generated(root: Path, unit: Unit, solution: Node) -> Node:
    """Run nbgrader's converter in a course of its own below `root`, with its own gradebook."""
    write_text(root / unit.solution, text_of(solution))
    config = nbgrader_settings()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = unit.slug
    config.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    try:
        generate(config)
    except NotGenerated as error:
        where = f"{unit.solution}, cell {error.cell}" if error.cell else unit.solution
        raise ReleaseError(f"{where}: nbgrader cannot release it: {error.reason}.") from None
    return read(root / unit.exercise)


def _with_checksums(exercise: Node) -> Node:
    """Count nbgrader's checksums again: a blank line tidied away must not look like tampering."""
    from nbformat import from_dict
    from nbgrader.utils import compute_checksum

    for cell in exercise["cells"]:
        mark = cell["metadata"].get("nbgrader", {})
        if "checksum" in mark:
            mark["checksum"] = compute_checksum(from_dict(cell))
    return exercise
