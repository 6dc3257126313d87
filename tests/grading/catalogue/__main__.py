"""Print every check that our engine and nbgrader grade differently, or that the catalogue gets wrong."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from grading.catalogue.course import catalogue_course
from grading.catalogue.rows import Pair, graded_by_nbgrader, graded_by_us, pairs
from grading.catalogue.themes import THEMES
from grading.courses import copy_ungraded

if TYPE_CHECKING:
    from grading.catalogue.entry import Theme
    from grading.rows import Row


def handed_in(theme: Theme, folder: Path) -> Path:
    """Return a course in which a theme was handed in, and nothing is graded; made once a folder."""
    if not (folder / "made").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        catalogue_course(folder / "course", [theme])
        (folder / "made").touch()
    return folder / "course"


def nbgraders_rows(theme: Theme, folder: Path, scratch: Path) -> dict[Row, Row]:
    """Return what nbgrader gives, asked once a folder."""
    file = folder / "nbgrader.json"
    if not file.is_file():
        theirs = copy_ungraded(folder / "course", scratch / "theirs")
        file.write_text(json.dumps([*graded_by_nbgrader(theirs, theme).items()]), encoding="utf-8")
    return {tuple(key): tuple(row) for key, row in json.loads(file.read_text(encoding="utf-8"))}


def compared(theme: Theme, folder: Path, scratch: Path, *, sound: bool) -> list[Pair]:
    """Return every check of a theme, graded by both or by nbgrader alone."""
    course = handed_in(theme, folder)
    theirs = nbgraders_rows(theme, folder, scratch)
    if sound:
        return pairs(theme, theirs, theirs)
    return pairs(theme, theirs, graded_by_us(copy_ungraded(course, scratch / "ours"), theme))


def unsound(pair: Pair) -> str:
    """Return what nbgrader says against the catalogue, or nothing."""
    got_full = pair.theirs == (pair.full, False)
    if got_full == pair.expected_full:
        return ""
    said = f"{pair.theirs[0]} of {pair.full:g}"
    return f"{pair.theme:12} {pair.learner:9} {pair.check:32} {said:>10}  the catalogue is wrong"


def main() -> None:
    """Grade the themes and print."""
    parser = argparse.ArgumentParser(prog="python -m grading.catalogue", description=__doc__)
    parser.add_argument("themes", nargs="*", metavar="theme", help=", ".join(THEMES))
    parser.add_argument("--sound", action="store_true", help="with nbgrader alone")
    parser.add_argument(
        "--kept", type=Path, help="a folder for what nbgrader gives, read the next time"
    )
    chosen = parser.parse_args()
    seen: list[Pair] = []
    for theme in [THEMES[name] for name in chosen.themes or THEMES]:
        digest = hashlib.sha256(repr(theme).encode()).hexdigest()[:16]
        with tempfile.TemporaryDirectory() as scratch:
            folder = (chosen.kept or Path(scratch)) / f"{theme.name}-{digest}"
            graded = compared(theme, folder, Path(scratch), sound=chosen.sound)
        for pair in graded:
            if unsound(pair):
                print(unsound(pair))
            if pair.difference:
                print(pair)
        seen += graded
    print(f"{len(seen)} rows; {dict(Counter(pair.difference or 'equal' for pair in seen))}")
    honest = [pair for pair in seen if pair.honest]
    review = sum(pair.ours[1] for pair in honest)
    print(f"{review} of {len(honest)} honest rows need review ({review / max(1, len(honest)):.1%})")


if __name__ == "__main__":
    main()
