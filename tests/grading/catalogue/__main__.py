"""Print every check that our engine and nbgrader grade differently, or that the catalogue gets wrong."""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from grading.catalogue.course import catalogue_course
from grading.catalogue.recorded import basis_of, record, recorded, recorded_basis
from grading.catalogue.rows import Pair, graded_by_nbgrader, graded_by_us, pairs
from grading.catalogue.themes import THEMES
from grading.courses import copy_ungraded

if TYPE_CHECKING:
    from grading.catalogue.entry import Theme
    from grading.rows import Row


def nbgraders_rows(theme: Theme, course: Path, scratch: Path, *, anew: bool) -> dict[Row, Row]:
    """Return what nbgrader gives: what was written down of it, unless it is asked anew."""
    if anew or recorded_basis(theme) != basis_of(theme):
        record(theme, graded_by_nbgrader(copy_ungraded(course, scratch / "theirs"), theme))
    return recorded(theme)


def compared(theme: Theme, scratch: Path, *, anew: bool) -> list[Pair]:
    """Return every check of a theme, graded by nbgrader, and by us unless nbgrader is asked anew."""
    course = catalogue_course(scratch / "course", [theme])
    theirs = nbgraders_rows(theme, course, scratch, anew=anew)
    return pairs(theme, theirs, theirs if anew else graded_by_us(course, theme))


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
    parser.add_argument(
        "--record", action="store_true", help="ask nbgrader alone, and write down what it gives"
    )
    chosen = parser.parse_args()
    seen: list[Pair] = []
    for theme in [THEMES[name] for name in chosen.themes or THEMES]:
        with tempfile.TemporaryDirectory() as scratch:
            graded = compared(theme, Path(scratch), anew=chosen.record)
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
