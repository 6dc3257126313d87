"""A notebook's cells, run in this very process: for authors' own code only."""

from __future__ import annotations

from contextlib import contextmanager, redirect_stdout
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Any

from weakties.check.key import SOLUTION
from weakties.data.using import using

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType


@contextmanager
def quietly_in(edition: str) -> Iterator[None]:
    """Use one edition's data, and print nothing."""
    with using(edition), redirect_stdout(StringIO()):
        yield


def names_after(*sources: str) -> dict[str, Any]:
    """Run cells one after the other, and return the names that they leave."""
    names: dict[str, Any] = {}
    for source in sources:
        run(source, names)
    return names


def run(source: str, names: dict[str, Any]) -> None:
    """Run a cell among the names that earlier ones left."""
    exec(_compiled(source), names)  # noqa: S102 - the authors' own cells


@cache
def _compiled(source: str) -> CodeType:
    """Return a cell's code: a check meets dozens of answers, and compiling takes longer than running."""
    return compile(source, "<string>", "exec", dont_inherit=True)


def starter(answer_cell: str) -> str:
    """Return the lines of an answer cell that a learner finds there."""
    return answer_cell.partition(SOLUTION[0])[0]
