"""Reading a notebook that anybody may have written."""

from __future__ import annotations

import json
import os
import re
import stat
import warnings
from typing import TYPE_CHECKING, Any

from weakties.grading.encodable import encodable_tree
from weakties.grading.handin.content import kind_of

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 50 * 2**20
_MOST_CELLS = 2_000
_MOST_TAGS = 100
_MOST_CODE = 5 * 2**20
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Unreadable(ValueError):
    """The file is no notebook that can be graded; the text says why."""


def notebook_at(path: Path, *, outputs: bool = False) -> Any:
    """Return the notebook in a file, in today's format.

    Parameters
    ----------
    path
        The file.
    outputs
        Whether to keep what its cells put out when they were last run.

    Raises
    ------
    Unreadable
        If it is no notebook, or larger than any exercise.
    """
    import nbformat

    plain = _plain_notebook(_content(path), outputs=outputs)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return nbformat.reads(json.dumps(plain), as_version=4)
    except Exception as error:  # noqa: BLE001 - nbformat raises whatever its parts raise
        raise Unreadable(f"is no valid notebook: {_first_line(error)}") from None


def encoding_at(path: Path) -> str:
    """Return how a notebook that can be read is encoded, such as ``utf-8``."""
    with path.open("rb") as file:
        return encoding_of(file.read(4))


def _content(path: Path) -> bytes:
    try:
        # Neither a link that leads elsewhere nor a pipe that never ends is opened.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise Unreadable(f"can't be opened: {error.strerror}") from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Unreadable("is no file")
    with os.fdopen(handle, "rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise Unreadable(f"is larger than {_MOST_BYTES // 2**20} MB")
    return content


def _plain_notebook(content: bytes, *, outputs: bool) -> dict[str, Any]:
    try:
        plain = encodable_tree(json.loads(content.decode(encoding_of(content))))
    except (ValueError, RecursionError) as error:
        raise Unreadable(kind_of(content) or _why_no_json(error)) from None
    if not isinstance(plain, dict) or "nbformat" not in plain:
        raise Unreadable("is no notebook")
    cells = plain.get("cells")
    if isinstance(cells, list):
        if len(cells) > _MOST_CELLS:
            raise Unreadable(f"has {len(cells):,} cells: {_MOST_CELLS:,} are the most")
        if (
            sum(len(str(cell.get("source", ""))) for cell in cells if isinstance(cell, dict))
            > _MOST_CODE
        ):
            raise Unreadable("holds more text than any exercise")
        for cell in cells:
            if isinstance(cell, dict):
                _forget_what_counts_for_nothing(cell, outputs=outputs)
        if plain.get("nbformat") == 4 and _minor(plain) >= 5:
            plain["cells"] = with_ids(cells)
    return plain


def with_ids(cells: list[Any]) -> list[Any]:
    """Return cells that each have an id of their own; the first that has one keeps it.

    Examples
    --------
    >>> [cell["id"] for cell in with_ids([{"id": "a"}, {"id": "a"}, {}])]
    ['a', 'cell-1', 'cell-2']
    """
    seen: set[str] = set()
    kept = []
    for number, cell in enumerate(cells):
        name = cell.get("id") if isinstance(cell, dict) else ""
        if isinstance(cell, dict) and (
            not isinstance(name, str) or not _ID.fullmatch(name) or name in seen
        ):
            cell = {**cell, "id": f"cell-{number}"}  # noqa: PLW2901 - a cell like it
        if isinstance(cell, dict):
            seen.add(cell["id"])
        kept.append(cell)
    return kept


def encoding_of(content: bytes) -> str:
    """Return how JSON is encoded: in UTF-8, UTF-16 or UTF-32, as its first bytes say.

    Examples
    --------
    >>> encoding_of("{}".encode()), encoding_of("{}".encode("utf-16"))
    ('utf-8', 'utf-16')
    """
    return json.detect_encoding(content[:4])


def _why_no_json(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "is not encoded in UTF-8"
    return f"is no JSON: {_first_line(error)}"


def _forget_what_counts_for_nothing(cell: dict[str, Any], *, outputs: bool) -> None:
    if cell.get("cell_type") == "code" and not outputs:
        # They are made anew, and may be large and invalid.
        cell.update(outputs=[], execution_count=None)
    if not _has_plain_tags(cell):
        del cell["metadata"]["tags"]


def _has_plain_tags(cell: dict[str, Any]) -> bool:
    """Say whether its tags are a few texts; numbers can be chosen so that comparing them takes days."""
    metadata = cell.get("metadata")
    tags = metadata.get("tags", []) if isinstance(metadata, dict) else []
    few = isinstance(tags, list) and len(tags) <= _MOST_TAGS
    return few and all(isinstance(tag, str) for tag in tags)


def _minor(plain: dict[str, Any]) -> int:
    minor = plain.get("nbformat_minor")
    return minor if isinstance(minor, int) else 0


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)[:200]
