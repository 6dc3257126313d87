"""All that the rules look at, read once: a unit's files, or those that belong to no unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from weakties.authoring.layout import answers_path, hints_path, recall_path
from weakties.authoring.notebooks import Node, NotebookError, Place, parse, places, text_at
from weakties.authoring.source import calls, parsed, texts

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from weakties.authoring.notebooks import Role
    from weakties.course import Course, Question, Unit

_NOTHING: dict[str, Any] = {}


@dataclass(frozen=True)
class Cell:
    """A cell of a notebook, as the rules see it."""

    id: str
    kind: str
    source: str
    outputs: tuple[Node, ...] = ()
    attachments: Node = field(default_factory=dict)
    nbgrader: Node = field(default_factory=dict)
    source_hidden: bool = False
    tags: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Return the claims and contradictions that its tags say it teaches."""
        return self._tagged("claim:")

    @property
    def cards(self) -> tuple[str, ...]:
        """Return the evidence cards that its tags say it shows or rests on."""
        return self._tagged("card:")

    def _tagged(self, kind: str) -> tuple[str, ...]:
        return tuple(tag.removeprefix(kind) for tag in self.tags if tag.startswith(kind))

    @property
    def prose(self) -> str:
        """Return what is read in it: a text, or the words that it keeps back until a guess."""
        return self.source if self.kind == "markdown" else "\n\n".join(self.revealed)

    @property
    def revealed(self) -> tuple[str, ...]:
        """Return the words that its code keeps back until a guess was committed."""
        tree = parsed(self.source) if self.kind == "code" else None
        found = calls(tree) if tree else ()
        return tuple(
            words for name, call in found if name.endswith(".then") for words in texts(call.args)
        )


@dataclass(frozen=True)
class Notebook:
    """A notebook that could be read: its file as it stands, and its cells."""

    path: str
    role: Role
    text: str
    node: Node

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Return its cells in order."""
        return tuple(
            Cell(
                cell.get("id", ""),
                cell["cell_type"],
                cell["source"],
                tuple(cell.get("outputs", ())),
                cell.get("attachments", _NOTHING),
                cell["metadata"].get("nbgrader", _NOTHING),
                cell["metadata"].get("jupyter", _NOTHING).get("source_hidden", False),
                tuple(cell["metadata"].get("tags", ())),
            )
            for cell in self.node["cells"]
        )

    def cell(self, cell_id: str) -> Cell | None:
        """Return the first cell with this id, if there is one."""
        return next((cell for cell in self.cells if cell.id == cell_id), None)


@dataclass(frozen=True)
class Material:
    """A unit with its files; without a unit, the welcome and what else lies about.

    Parameters
    ----------
    notebooks
        Those that exist and could be read.
    unreadable
        Path and reason of the others that exist.
    files
        Every file below ``exercises/`` and ``solutions/`` that is this unit's, or no unit's.
    hints, answers, recall
        The text of ``hints.toml``, of the answers file and of ``recall.toml``, where there is one.
    """

    course: Course
    unit: Unit | None
    notebooks: tuple[Notebook, ...]
    unreadable: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    hints: str | None
    answers: str | None
    recall: str | None

    def of(self, *roles: Role) -> tuple[Notebook, ...]:
        """Return the notebooks that are there for one of these ends."""
        return tuple(notebook for notebook in self.notebooks if notebook.role in roles)

    @property
    def solution(self) -> Notebook | None:
        """Return the unit's solution, if it could be read."""
        return next(iter(self.of("solution")), None)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return the questions of the unit."""
        return self.unit.questions if self.unit else ()

    @property
    def auto_questions(self) -> tuple[Question, ...]:
        """Return the questions that a check cell grades."""
        return tuple(question for question in self.questions if question.graded == "auto")


def materials(course: Course, slugs: Collection[str] = ()) -> tuple[Material, ...]:
    """Read what the rules look at.

    Raises
    ------
    CourseError
        If a slug names no unit.
    """
    units = [course.listed(slug) for slug in slugs] or course.ready
    gathered = [_of_unit(course, unit) for unit in units]
    return tuple(gathered) if slugs else (_of_no_unit(course), *gathered)


def _of_unit(course: Course, unit: Unit) -> Material:
    notebooks, unreadable = _read(course.root, places(course, [unit.slug]))
    return Material(
        course,
        unit,
        notebooks,
        unreadable,
        tuple(name for name in _files(course.root) if name.split("/")[1] == unit.slug),
        _text(course.root / hints_path(unit.slug)),
        _text(course.root / answers_path(unit.slug)),
        _text(course.root / recall_path(unit.slug)),
    )


def _of_no_unit(course: Course) -> Material:
    notebooks, unreadable = _read(
        course.root, [place for place in places(course) if place.role == "welcome"]
    )
    # A unit that is not ready is looked at when it is named.
    slugs = {unit.slug for unit in course.units}
    files = tuple(name for name in _files(course.root) if name.split("/")[1] not in slugs)
    return Material(course, None, notebooks, unreadable, files, None, None, None)


def _read(
    root: Path, wanted: Collection[Place]
) -> tuple[tuple[Notebook, ...], tuple[tuple[str, str], ...]]:
    notebooks, unreadable = [], []
    for place in wanted:
        path = root / place.path
        if path.is_file():
            try:
                text = text_at(path)
                notebooks.append(Notebook(place.path, place.role, text, parse(text)))
            except NotebookError as error:
                unreadable.append((place.path, str(error)))
    return tuple(notebooks), tuple(unreadable)


def _files(root: Path) -> list[str]:
    return [
        path.relative_to(root).as_posix()
        for folder in ("exercises", "solutions")
        for path in sorted((root / folder).rglob("*"))
        if not path.is_dir()
    ]


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
