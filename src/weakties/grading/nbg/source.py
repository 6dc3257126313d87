"""The instructor's source as the gradebook would take it over today, by nbgrader's own steps."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nbgrader.api import MissingEntry
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import InstantiateTests, NbGraderPreprocessor, SaveCells
from traitlets.utils.importstring import import_item

from weakties.grading.nbg.course import NotACourse
from weakties.grading.nbg.facts import CellFacts, NotebookFacts
from weakties.grading.nbg.reading import Unreadable, notebook_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weakties.grading.nbg.book import OneGradebook
    from weakties.grading.nbg.course import Classroom


@dataclass(frozen=True)
class Source:
    """What the gradebook would hold of a notebook.

    Parameters
    ----------
    facts
        Its cells.
    checksums
        nbgrader's checksum of each.
    """

    facts: NotebookFacts
    checksums: Mapping[str, str | None] = field(default_factory=dict)


def source_now(room: Classroom, name: str) -> Source | None:
    """Return what the gradebook would hold of a notebook if it were released now.

    ``None`` where there is no such notebook in the source folder, and where its tests are made by
    running it: those are different ones each time.

    Raises
    ------
    NotACourse
        If nbgrader could not release it.
    """
    path = room.source / f"{name}.ipynb"
    try:
        notebook = notebook_at(path, outputs=True)
    except Unreadable:
        return None
    steps = list(_steps(room))
    gathers = next((step for step in steps if isinstance(step, _Gathers)), None)
    if gathers is None or any(_makes_tests(step, notebook) for step in steps):
        return None
    resources = {
        "unique_key": name,
        "output_files_dir": f"{name}_files",
        "metadata": {"name": name, "path": str(room.source)},
        "nbgrader": {
            "student": ".",
            "assignment": room.assignment,
            "notebook": name,
            "db_url": room.directory.db_url,
        },
    }
    try:
        with chdir(room.root):  # headers and footers are named from there
            for step in steps:
                notebook, resources = step(notebook, resources)
    except Exception as error:  # noqa: BLE001 - nbgrader raises whatever its steps raise
        first = next(iter(str(error).strip().splitlines()), type(error).__name__)
        reason = first[:300].rstrip(".;")
        raise NotACourse(
            f"{path} can't be released as it is: {reason}. "
            "Mend it, and run the same command again; nothing was graded."
        ) from None
    return gathers.found(name)


def take_over(book: OneGradebook, assignment: str, before: NotebookFacts, source: Source) -> None:
    """Bring the gradebook's cells of a notebook to what its source says; nothing is saved yet."""
    name = before.name
    for cell_name, cell in source.facts.cells.items():
        if before.cells.get(cell_name) == cell:
            continue
        if cell.grade:
            book.update_or_create_grade_cell(
                cell_name, name, assignment, max_score=cell.points, cell_type=cell.cell_type
            )
        if cell.solution:
            book.update_or_create_solution_cell(cell_name, name, assignment)
        if cell.task:
            book.update_or_create_task_cell(
                cell_name, name, assignment, max_score=cell.points, cell_type=cell.cell_type
            )
        book.update_or_create_source_cell(
            cell_name,
            name,
            assignment,
            cell_type=cell.cell_type,
            locked=cell.locked,
            source=cell.source,
            checksum=source.checksums.get(cell_name),
        )
    for gone in set(before.cells) - set(source.facts.cells):
        book.db.delete(book.find_source_cell(gone, name, assignment))


class _Nothing:
    """A gradebook that knows nothing."""

    def __getattr__(self, name: str) -> Any:
        def find(*_arguments: Any) -> Any:
            raise MissingEntry(name)

        return find


class _Gathers(SaveCells):  # type: ignore[misc]
    """Gathers what nbgrader would save of a notebook, and saves nothing."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Return the notebook as it is."""
        self.notebook_id = resources["nbgrader"]["notebook"]
        self.assignment_id = resources["nbgrader"]["assignment"]
        self.gradebook = _Nothing()
        self.new_grade_cells: dict[str, Any] = {}
        self.new_solution_cells: dict[str, Any] = {}
        self.new_task_cells: dict[str, Any] = {}
        self.new_source_cells: dict[str, Any] = {}
        found: tuple[Any, Any] = super(SaveCells, self).preprocess(nb, resources)
        return found

    def found(self, name: str) -> Source:
        """Return what was gathered."""
        cells = {}
        for cell, saved in self.new_source_cells.items():
            graded = self.new_grade_cells.get(cell) or self.new_task_cells.get(cell)
            cells[cell] = CellFacts(
                cell,
                saved["cell_type"],
                saved["source"],
                grade=cell in self.new_grade_cells,
                solution=cell in self.new_solution_cells,
                task=cell in self.new_task_cells,
                locked=bool(saved["locked"]),
                points=graded["max_score"] if graded else None,
            )
        checksums = {cell: saved["checksum"] for cell, saved in self.new_source_cells.items()}
        return Source(NotebookFacts(name, cells), checksums)


def _steps(room: Classroom) -> Iterator[NbGraderPreprocessor]:
    """Yield nbgrader's steps up to the one that saves."""
    made = GenerateAssignment(coursedir=room.directory, config=room.config)
    for named in made.preprocessors:
        kind = import_item(named) if isinstance(named, str) else named
        if isinstance(kind, type) and issubclass(kind, SaveCells):
            yield _Gathers(config=room.config)
            return
        yield kind(config=room.config)


def _makes_tests(step: Any, notebook: Any) -> bool:
    return isinstance(step, InstantiateTests) and any(
        cell.cell_type == "code" and step.autotest_delimiter in cell.source
        for cell in notebook.cells
    )
