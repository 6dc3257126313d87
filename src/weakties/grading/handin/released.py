"""What learners were given: the order of its cells, its prose, and what somebody added to either."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.release import grade_id_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.nbg.facts import NotebookFacts
    from weakties.grading.nbg.release import Original

_MOST_LINES = 2_000


@dataclass(frozen=True)
class Released:
    """A notebook as learners were given it.

    Parameters
    ----------
    order
        The names of its graded cells, in their order.
    prose
        The text of every other cell, by its id.
    texts
        All that stands in a cell of it.
    """

    order: tuple[str, ...] = ()
    prose: Mapping[str, str] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()

    def added_to(self, cell: Any) -> str:
        """Return what somebody wrote into a cell that is not graded, be it new or of the release."""
        source = str(cell.source)
        if source.strip() in self.texts:
            return ""
        given = self.prose.get(str(cell.get("id")))
        if given is None:
            first = source.strip().partition("\n")[0]
            given = next((t for t in self.prose.values() if t.partition("\n")[0] == first), "")
        return added_lines(given, source)[0]


def released(facts: NotebookFacts, original: Original) -> Released:
    """Return a notebook as learners were given it; nothing where the instructor's is missing."""
    if original.notebook is None:
        return Released()
    cells = original.notebook.cells
    named = [name for cell in cells if (name := grade_id_of(cell)) in facts.cells]
    others = [cell for cell in cells if grade_id_of(cell) not in facts.cells]
    prose = {str(cell.get("id", n)): cell.source.strip() for n, cell in enumerate(others)}
    known = [
        *prose.values(), *original.visible.values(), *(cell.source for cell in facts.cells.values())
    ]  # fmt: skip
    texts = frozenset(text.strip() for text in known)
    return Released(tuple(named), prose, texts | {""})


def added_lines(before: str, after: str) -> tuple[str, bool]:
    r"""Return the lines that were added to a text, and whether all others are as they were.

    Examples
    --------
    >>> added_lines("a\nb", "a\n  new\nb")
    ('new', True)
    >>> added_lines("a\nb", "a\nc")
    ('c', False)
    """
    old = [line.rstrip() for line in before.strip().splitlines()]
    new = [line.rstrip() for line in after.strip().splitlines()]
    if len(new) > _MOST_LINES:
        return after, False
    added: list[str] = []
    is_whole = True
    for kind, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in ("insert", "replace"):
            added += new[start:end]
        is_whole = is_whole and kind in ("equal", "insert")
    return dedent("\n".join(added)).strip(), is_whole
