"""What laying the course out would do to a folder: a pure function of hashes.

A learner's file is anything whose hash is not the one that was laid there. It is never written to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Manifest:
    """What earlier starts did.

    Parameters
    ----------
    laid
        For each path that was written, the hash of what was written.
    given
        For each packaged path, the hash of the last version that the learner was given, there or
        beside it.
    """

    laid: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Write:
    """Put the packaged file `source` at `target`; a `target` of another name is beside it."""

    source: str
    target: str


def plan(
    packaged: Mapping[str, str], manifest: Manifest, present: Mapping[str, str]
) -> list[Write]:
    """Return what is to be written, in order.

    Parameters
    ----------
    packaged
        Hash of every file of the course, by path.
    manifest
        What earlier starts did.
    present
        Hash of every file that is in the folder now and could be in the way, by path.

    Examples
    --------
    A file that is as it was laid out is updated; one that the learner changed is not.

    >>> before = Manifest(laid={"a.ipynb": "old"}, given={"a.ipynb": "old"})
    >>> plan({"a.ipynb": "new"}, before, {"a.ipynb": "old"})
    [Write(source='a.ipynb', target='a.ipynb')]
    >>> plan({"a.ipynb": "new"}, before, {"a.ipynb": "mine"})
    [Write(source='a.ipynb', target='a (updated).ipynb')]
    """

    def is_ours(path: str, new: str) -> bool:
        return present.get(path) in (None, new, manifest.laid.get(path))

    writes = []
    for path, new in packaged.items():
        if present.get(path) == new:
            continue
        if is_ours(path, new):
            writes.append(Write(path, path))
        elif manifest.given.get(path) != new:
            names = (name for name in _names_beside(path) if name not in packaged)
            writes.append(Write(path, next(name for name in names if is_ours(name, new))))
    return writes


def after(
    packaged: Mapping[str, str],
    manifest: Manifest,
    present: Mapping[str, str],
    writes: list[Write],
) -> Manifest:
    """Return the manifest as it stands once `writes` are done."""
    adopted = {path: new for path, new in packaged.items() if present.get(path) == new}
    written = {write.target: packaged[write.source] for write in writes}
    return Manifest({**manifest.laid, **adopted, **written}, {**manifest.given, **packaged})


def _names_beside(path: str) -> Iterator[str]:
    whole = PurePosixPath(path)
    for number in count(1):
        mark = "updated" if number == 1 else f"updated {number}"
        yield str(whole.with_name(f"{whole.stem} ({mark}){whole.suffix}"))
