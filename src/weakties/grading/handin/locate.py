"""Finding a learner's notebooks under other names, in folders of folders, and in a zip."""

from __future__ import annotations

import fnmatch
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weakties.grading.handin.choose import Candidate, choice
from weakties.grading.handin.released import added_lines, released
from weakties.grading.handin.unzip import NotUnzipped, is_shadow, unzipped
from weakties.grading.nbg.reading import Unreadable, notebook_at
from weakties.grading.nbg.restore import claims_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weakties.grading.nbg.facts import NotebookFacts
    from weakties.grading.nbg.release import Original

_MOST_ENTRIES = 2_000
_MOST_CANDIDATES = 30
_MOST_ZIPS = 3
_OTHER_NAMES = (".json", ".txt")


@dataclass
class Located:
    """Which files are graded.

    Parameters
    ----------
    notebooks
        Of each notebook that was found, its file.
    beside
        Folders whose other files belong to them.
    notes
        What to know of it, in sentences.
    doubts
        Why a person should look at which file was taken, by notebook.
    unread
        What could not be read, in sentences.
    """

    notebooks: dict[str, Path] = field(default_factory=dict)
    beside: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    doubts: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Wanted:
    """A notebook that is looked for: what the gradebook knows of it, and the instructor's version."""

    facts: NotebookFacts
    original: Original


def located(
    folder: Path, wanted: Mapping[str, Wanted], place: Path, ignored: Sequence[str] = ()
) -> Located:
    """Find the notebooks of an assignment in what a learner handed in.

    Parameters
    ----------
    folder
        The learner's.
    wanted
        The notebooks, by name.
    place
        A folder that may be made, for what lies in a zip.
    ignored
        Patterns of names that do not count.
    """
    named = {name: folder / f"{name}.ipynb" for name in wanted}
    there = {name: path for name, path in named.items() if path.exists() or path.is_symlink()}
    others = _plausible(folder, ignored, set(named.values()), complete=len(there) == len(named))
    found = Located(dict(there))
    if not others:
        return found
    shown = {path: str(path.relative_to(folder)) for path in [*there.values(), *others]}
    shown |= _from_zips(others, shown, place, ignored, found)
    candidates = _candidates(shown, there, wanted, found)
    for name, files in candidates.items():
        chosen = choice(f"{name}.ipynb", files)
        found.notebooks[name] = chosen.taken.path
        found.notes += chosen.notes
        if chosen.doubt:
            found.doubts[name] = chosen.doubt
        if chosen.taken.path.parent != folder:
            found.beside.append(chosen.taken.path.parent)
    return found


def _plausible(
    folder: Path, ignored: Sequence[str], named: set[Path], *, complete: bool
) -> list[Path]:
    """Return the files that could be a notebook under another name."""
    return [
        path
        for path in _files(folder, ignored)
        if path not in named and _may_be(path.name.lower(), complete=complete)
    ][:_MOST_CANDIDATES]


def _files(folder: Path, ignored: Sequence[str]) -> Iterator[Path]:
    count = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not _is_ignored(f, ignored))
        for name in sorted(names):
            count += 1
            if count > _MOST_ENTRIES:
                return
            if not _is_ignored(name, ignored):
                yield Path(parent) / name


def _is_ignored(name: str, patterns: Sequence[str]) -> bool:
    return is_shadow((name,)) or any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def _may_be(name: str, *, complete: bool) -> bool:
    if ".ipynb" in name or name.endswith(".zip"):
        return True
    return not complete and (name.endswith(_OTHER_NAMES) or "." not in name)


def _from_zips(
    others: list[Path],
    shown: Mapping[Path, str],
    place: Path,
    ignored: Sequence[str],
    found: Located,
) -> dict[Path, str]:
    """Unpack the zips among some files, and return what could be a notebook in them."""
    inside: dict[Path, str] = {}
    zips = [path for path in others if path.name.lower().endswith(".zip")]
    for number, path in enumerate(zips[:_MOST_ZIPS]):
        opened = place / str(number)
        try:
            unzipped(path, opened)
        except NotUnzipped as reason:
            found.unread.append(f"{shown[path]} {reason}.")
            continue
        for one in _plausible(opened, ignored, set(), complete=False):
            inside[one] = f"{one.relative_to(opened)} in {shown[path]}"
    return inside


def _candidates(
    shown: Mapping[Path, str],
    there: Mapping[str, Path],
    wanted: Mapping[str, Wanted],
    found: Located,
) -> dict[str, list[Candidate]]:
    """Return the files that hold cells of each notebook."""
    own = {path: name for name, path in there.items()}
    candidates: dict[str, list[Candidate]] = {}
    for path, words in shown.items():
        if path.name.lower().endswith(".zip"):
            continue
        try:
            notebook = notebook_at(path)
        except Unreadable as reason:
            found.unread.append(f"{words} {reason}.")
            if path in own:
                found.notes.append(found.unread[-1])
            continue
        name = own.get(path) or _best(notebook, wanted)
        if name and _claimed(notebook, wanted[name]):
            work = work_in(notebook, wanted[name])
            made = Candidate(path, _printable(words), path in own, work)
            candidates.setdefault(name, []).append(made)
    return candidates


def _best(notebook: Any, wanted: Mapping[str, Wanted]) -> str:
    """Return which notebook a file holds most cells of, if it is one alone."""
    counts = {name: len(_claimed(notebook, one)) for name, one in wanted.items()}
    most = max(counts.values())
    names = [name for name, count in counts.items() if count == most]
    return names[0] if most and len(names) == 1 else ""


def _claimed(notebook: Any, one: Wanted) -> dict[str, Any]:
    return claims_of(notebook, one.facts, one.original.signs)


def work_in(notebook: Any, one: Wanted) -> dict[str, str]:
    """Return what a learner wrote into a notebook, by cell."""
    given = released(one.facts, one.original)
    claims = _claimed(notebook, one)
    named = {id(cell) for cell in claims.values()}
    work = {}
    for name, cell in claims.items():
        known = one.facts.cells[name]
        if known.solution and cell.source.strip() != known.source.strip():
            work[name] = cell.source.strip()
        elif known.is_check and cell.source.strip() != known.source.strip():
            work[name] = added_lines(one.original.visible[name], cell.source)[0]
    if given.order:
        for number, cell in enumerate(notebook.cells):
            if id(cell) not in named:
                work[f"cell {number}"] = given.added_to(cell)
    return {name: text for name, text in work.items() if text}


def _printable(words: str) -> str:
    return words if words.isprintable() else ascii(words)
