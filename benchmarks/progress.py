"""What remembering costs a cell: the time that one check takes with the store and without.

    python3 benchmarks/progress.py [--rounds 300] [--lines 320]

Both take turns in one process. CPU time is counted, and the median is what is compared: at most 5 ms
may lie between them. The file holds as many lines before as a learner of the whole course makes.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path
from statistics import median

from weakties.check import question
from weakties.lesson import course_map
from weakties.progress import Line, Store, forget_session, here
from weakties.progress.here import SWITCH

AT_MOST_MS = 5.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=300, help="How often each is measured.")
    options.add_argument("--lines", type=int, default=320, help="How many lines there are before.")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        laid_out(Path(folder), chosen.lines)
        for name, milliseconds in measured(chosen.rounds).items():
            print(f"{name:42}{milliseconds:8.3f} ms")


def laid_out(folder: Path, lines: int) -> None:
    """Make a learner's folder with a long record, and go there."""
    (folder / ".weakties").mkdir()
    (folder / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    exercise = folder / "exercises" / "photo"
    exercise.mkdir(parents=True)
    os.chdir(exercise)
    checked()
    [line] = Store(folder).path.read_text("utf-8").strip().splitlines()
    with Store(folder).path.open("a", encoding="utf-8") as file:
        file.writelines(f"\n{line}" for _ in range(lines))


def measured(rounds: int) -> dict[str, float]:
    """Return the medians by what was measured."""
    # Before the rounds, each of which adds a line.
    firsts = [first_reading() for _ in range(20)]
    first = median(firsts)
    assert first <= AT_MOST_MS, f"Reading the record takes {first:.2f} ms."
    with_store, without = [], []
    for _ in range(rounds):
        os.environ[SWITCH] = "off"
        without.append(milliseconds_of(checked))
        del os.environ[SWITCH]
        with_store.append(milliseconds_of(checked))
    slower = median(with_store) - median(without)
    assert slower <= AT_MOST_MS, f"A check takes {slower:.2f} ms more."
    return {
        "a check that keeps nothing": median(without),
        "a check that is kept": median(with_store),
        "what keeping adds": slower,
        "one line written": milliseconds_of(
            lambda: here().note(Line.now("hint", question="x", step=1))
        ),
        "the whole record, read for the first time": first,
        "the map with progress": milliseconds_of(lambda: str(course_map())),
    }


def first_reading() -> float:
    forget_session()
    return milliseconds_of(lambda: here().record)


def checked() -> None:
    with question("photo-q1", points=2) as q:
        q.number("formal_effect", 0.5, unit="points", between=(-10, 10))
    str(q.verdict)


def milliseconds_of(task) -> float:
    start = time.process_time()
    task()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    main()
