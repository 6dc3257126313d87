"""Hold the catalogued answers of units to many editions of the data, and write down what comes out.

    PYTHONPATH=tests python -m data.apart [UNIT ...]

Nothing is written down of a unit as long as one of its answers is not as it must be.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from io import StringIO
from unittest.mock import patch

from data.apart.held import UNITS, answers_of, held
from data.apart.recorded import EDITIONS, makers, record
from data.apart.sampled import SAMPLED
from weakties.data import datasets, generate

_ONE = "--one"


def hold(unit: str) -> list[str]:
    """Hold a unit's answers to all editions; write down what they come to, or return the problems."""
    editions = [*SAMPLED, *(f"apart-{i:02d}" for i in range(EDITIONS - len(SAMPLED)))]
    found, tables = {question: [] for question in answers_of(unit)}, set()
    loaded = datasets._loaded

    def noted(name: str, edition: str):
        tables.add(name)
        return loaded(name, edition)

    with patch.object(datasets, "_loaded", noted), redirect_stdout(StringIO()):
        # All questions in one edition, then the next: they share its tables.
        for edition in editions:
            for question, so_far in found.items():
                so_far.append(held(question, edition))
    problems = [one for all_held in found.values() for each in all_held for one in each.problems]
    if not problems:
        # A table that lay in the cache was made by nobody here, and its maker counts all the same.
        for name in sorted(tables):
            generate(name, SAMPLED[0])
        sampled = {edition: editions.index(edition) for edition in SAMPLED}
        record(unit, found, sampled, makers(), sorted(tables))
    return problems


def _in_a_process_of_its_own(unit: str) -> bool:
    """Hold a unit where nothing but its own files is loaded; say whether all is as it must be."""
    command = [sys.executable, "-m", "data.apart", _ONE, unit]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    print(f"{unit}: {ended.stdout or ended.stderr}", flush=True)
    return ended.returncode == 0


def main(words: list[str]) -> int:
    """Hold the units that are named, or all; return 1 if something is not as it must be."""
    if words[:1] == [_ONE]:
        problems = hold(words[1])
        print("\n".join(problems) or f"as it must be in {EDITIONS} editions")
        return int(bool(problems))
    with ThreadPoolExecutor(2) as pool:
        return int(not all(list(pool.map(_in_a_process_of_its_own, words or UNITS))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
