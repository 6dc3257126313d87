"""What a class needs of the machine that its hub is on: memory, processor and seconds to a kernel.

    python3 run.py teach --help && sudo .venv/bin/python benchmarks/hub.py

1, 5 and 20 people enter at once, and each runs a cell that loads a table. It makes their accounts
and removes them again, and prints what 30 and 300 need by that measure.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "deploy" / "hub"))
from small_hub import SmallHub, small_hub
from visitor import Visitor

GROUPS = (1, 5, 20)
CELL = "from weakties.data import load; load('ratings').groupby('photo_id')['score'].mean()"
TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Let groups of people in, one after the other, and print what they took."""
    with small_hub([f"n{number:02}" for number in range(sum(GROUPS))]) as hub:
        measure(hub)


def measure(hub: SmallHub) -> None:
    """Print what each group took, and by that what 30 and 300 people take."""
    names, codes, most, processor = list(hub.learners), hub.codes(), 0.0, 0.0
    for count in GROUPS:
        group, names, load = names[:count], names[count:], os.getloadavg()[0]
        with ThreadPoolExecutor(count) as pool:
            seconds = list(pool.map(lambda who: to_a_kernel(hub, who, codes[who]), group))
        held = [held_by(who) for who in group]
        memory, processor = (sum(one) / count for one in zip(*held, strict=True))
        most = max(most, memory)
        print(
            f"{count:2} at once: {min(seconds):.0f} to {max(seconds):.0f} s to a kernel's first "
            f"answer; each {memory:.0f} MB and {processor:.1f} s of a processor; "
            f"load {load:.0f} before",
            flush=True,
        )
    print(f"the hub itself: {held_by('root', below=f'{hub.at}/hub/')[0]:.0f} MB")
    for count in (30, 300):
        print(
            f"{count} people: {count} x {most:.0f} MB = {count * most / 1000:.1f} GB; entering at "
            f"once {count} x {processor:.1f} s = {count * processor / 60:.1f} minutes of one "
            f"processor, {count * processor / 60 / 4:.1f} on four"
        )


def to_a_kernel(hub: SmallHub, who: str, code: str) -> float:
    """Let somebody enter and run a cell; return after how many seconds it was done."""
    begun, visitor = time.monotonic(), Visitor(who, hub.url)
    visitor.enter(code)
    visitor.begin()
    visitor.run(CELL)
    return time.monotonic() - begun


def held_by(who: str, below: str = "") -> tuple[float, float]:
    """Return the MB that somebody's processes hold, shared ones in part, and their processor's seconds."""
    memory = processor = 0.0
    for process in subprocess.check_output(["pgrep", "-u", who], text=True).split():
        place = Path(f"/proc/{process}")
        if below not in (place / "cmdline").read_text():
            continue
        told = (place / "smaps_rollup").read_text().split("Pss:")[1]
        memory += int(told.split()[0]) * 1024 / 1e6
        fields = (place / "stat").read_text().rpartition(")")[2].split()
        processor += sum(map(int, fields[11:15])) / TICK
    return memory, processor


if __name__ == "__main__":
    main()
