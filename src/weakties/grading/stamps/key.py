"""The key of a notebook, as digests of all that decides about points, and what two keys differ in."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.grading.stamps.digest import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Part:
    """One cell that nbgrader keeps an eye on.

    Parameters
    ----------
    kind
        What it is, such as ``code, graded``.
    points
        What it is worth; ``None`` where it is not graded.
    whole, visible
        Digests of its text, and of what learners have of it.
    decides
        Whether points depend on its text.
    """

    kind: str
    points: float | None
    whole: str
    visible: str
    decides: bool


@dataclass(frozen=True)
class Key:
    """All that decides about the points of a notebook.

    Parameters
    ----------
    cells
        Its cells by name.
    code
        A digest of the instructor's own code, solutions and all.
    files
        A digest of the files beside it.
    """

    cells: Mapping[str, Part] = field(default_factory=dict)
    code: str = ""
    files: str = ""

    @property
    def digest(self) -> str:
        """Return the digest that stands for it."""
        parts = [self.code, self.files]
        for name, cell in sorted(self.cells.items()):
            if cell.decides:
                parts += [name, cell.kind, str(cell.points), cell.whole]
        return digest_of(parts)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return asdict(self)


def key_from_json(plain: Mapping[str, Any]) -> Key:
    """Return a key from its plain JSON values."""
    cells = {name: Part(**part) for name, part in plain["cells"].items()}
    return Key(cells, plain["code"], plain["files"])


@dataclass(frozen=True)
class Difference:
    """What differs at one cell, or beside all cells where `cell` is empty.

    Parameters
    ----------
    cell
        Its name.
    what
        What differs, in a few words.
    fits
        Whether what was handed in for the older key can be graded by the newer one.
    shows
        Whether learners have an older version of it.
    decides
        Whether points may depend on it.
    """

    cell: str
    what: str
    fits: bool = True
    shows: bool = False
    decides: bool = True

    @property
    def words(self) -> str:
        """Return it in a few words."""
        return f"{self.cell} ({self.what})" if self.cell else self.what


def differences(old: Key, new: Key) -> Iterator[Difference]:
    """Yield what the newer of two keys has that differs from the older one."""
    for name in dict.fromkeys([*old.cells, *new.cells]):
        before, now = old.cells.get(name), new.cells.get(name)
        if before is None or now is None:
            there = now or before
            is_text = there is not None and there.points is None and not there.decides
            yield Difference(
                name,
                "added" if before is None else "removed",
                fits=is_text and there is not None and "answer" not in there.kind,
                shows=True,
                decides=not is_text,
            )
        elif before != now:
            yield _difference(name, before, now)
    if old.code != new.code:
        yield Difference("", "solutions or other code of your own")
    if old.files != new.files:
        yield Difference("", "files beside the notebook")


def _difference(name: str, before: Part, now: Part) -> Difference:
    said = []
    if before.kind != now.kind:
        said.append(f"was {before.kind}, is {now.kind}")
    if before.points != now.points:
        said.append(f"{_number(before.points)} → {_number(now.points)} points")
    shows = before.visible != now.visible
    if before.whole != now.whole:
        said.append("text" if not now.decides else "what learners see" if shows else "hidden tests")
    return Difference(
        name,
        ", ".join(said),
        fits=before.kind == now.kind,
        shows=shows or before.kind != now.kind or before.points != now.points,
        decides=now.decides or before.decides,
    )


def _number(points: float | None) -> str:
    return "no" if points is None else f"{points:g}"
