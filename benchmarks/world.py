"""How long a world takes to make, and how much memory, as it grows.

    python3 benchmarks/world.py [--sizes 1000 10000 100000] [--edition open] [--json]

Each world is made in a process of its own, so that its peak of memory is its own; importing numpy
and pandas is not counted. On a machine that others use too, the seconds of its processor (cpu) tell
more than those of the clock; growth is that of the former.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

MEASURE = """
import json, resource, sys, time
from weakties.data.world import make_world
edition, size = sys.argv[1], int(sys.argv[2])
begin, busy = time.perf_counter(), time.process_time()
world = make_world(edition, size)
seconds, cpu = time.perf_counter() - begin, time.process_time() - busy
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps({"people": size, "ties": len(world.ties), "invitations": len(world.invitations),
                  "seconds": seconds, "cpu_seconds": cpu, "peak_mb": peak / 1e6}))
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    options.add_argument("--edition", default="open")
    options.add_argument("--json", action="store_true", help="Print every value, for a script.")
    chosen = options.parse_args()
    rows = [measured(chosen.edition, size) for size in chosen.sizes]
    print(json.dumps(rows, indent=1) if chosen.json else table(rows))


def measured(edition: str, size: int) -> dict[str, float]:
    """Return what one world took."""
    command = [sys.executable, "-c", MEASURE, edition, str(size)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    row: dict[str, float] = json.loads(ran.stdout)
    return row


def table(rows: list[dict[str, float]]) -> str:
    """Return the rows as text, each with its growth since the row before."""
    head = f"{'people':>9} {'ties':>10} {'invitations':>12} {'seconds':>8} {'cpu':>6} {'growth':>7} {'peak MB':>8}"
    lines = [head]
    for row, before in zip(rows, [None, *rows], strict=False):
        growth = f"x {row['cpu_seconds'] / before['cpu_seconds']:.1f}" if before else ""
        lines.append(
            f"{row['people']:>9,} {row['ties']:>10,} {row['invitations']:>12,} "
            f"{row['seconds']:>8.2f} {row['cpu_seconds']:>6.2f} {growth:>7} {row['peak_mb']:>8,.0f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
