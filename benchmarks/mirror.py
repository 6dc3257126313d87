"""How long a full mailbox takes: 30,000 connections with 200,000 messages, read and reported.

    python3 benchmarks/mirror.py [--rounds 3] [--json]

Each round is a process of its own, whose modules are compiled, as they are after an installation.
Its memory is the most that the process ever held.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from weakties.linkedin.slugs import url_of
from weakties.linkedin.tables import Tables, frame
from weakties.linkedin.writing import write_export

SIZES = ((1_000, 6_667), (10_000, 66_667), (30_000, 200_000))
SECONDS, MEGABYTES = 3, 400
ROUND = """
import json, resource, sys, time
began, used = time.perf_counter(), time.process_time()
from weakties.linkedin import mirror
report = mirror(sys.argv[1])
report.json()
report.html()
print(json.dumps({
    "seconds": time.perf_counter() - began,
    "cpu": time.process_time() - used,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=3, help="How often each is measured.")
    options.add_argument("--json", action="store_true", help="Print every value, for a script.")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        values = {size: measure(Path(folder), size, chosen.rounds) for size in SIZES}
    if chosen.json:
        print(json.dumps({str(size): found for size, found in values.items()}, indent=1))
        return
    for (people, messages), rounds in values.items():
        seconds, cpu, megabytes = (
            median(found[key] for found in rounds) for key in ("seconds", "cpu", "megabytes")
        )
        print(
            f"{people:>6,} connections, {messages:>7,} messages: {seconds:5.2f} s "
            f"({cpu:5.2f} s of one core), {megabytes:4.0f} MB"
        )
    print(f"The last row is to stay under {SECONDS} s and {MEGABYTES} MB.")


def measure(folder: Path, size: tuple[int, int], rounds: int) -> list[dict[str, float]]:
    """Return seconds and megabytes of each round."""
    path = folder / f"{size[0]}.zip"
    # A process is counted as large as the one that started it, so this one is to stay small.
    with ProcessPoolExecutor(max_workers=1) as other:
        other.submit(write, path, size).result()
    command = [sys.executable, "-c", ROUND, str(path)]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    found = [
        subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
        for _ in range(rounds + 1)
    ]
    # The first one compiles.
    return [json.loads(said) for said in found[1:]]


def write(path: Path, size: tuple[int, int]) -> None:
    """Write the archive that is measured."""
    write_export(tables(*size), path, quoted=True)


def tables(people: int, messages: int) -> Tables:
    """Return a network with a heavy tail: few people with many messages, most with none."""
    chance = random.Random(1)
    slugs = [f"person-{number}" for number in range(people)]
    first = date(2008, 1, 1)
    connections = {
        "first_name": [f"Ana{number}" for number in range(people)],
        "last_name": [f"Ruiz{number % 977}" for number in range(people)],
        "slug": slugs,
        "url": [url_of(slug) for slug in slugs],
        "company": [f"Company {int(chance.paretovariate(0.6)) % 6000}" for _ in slugs],
        "position": [
            chance.choice(("Senior Engineer", "Analyst", "Director", "Wanderer")) for _ in slugs
        ],
        "connected_on": [first + timedelta(days=chance.randrange(6_800)) for _ in slugs],
    }
    latest = datetime(2026, 1, 1, tzinfo=UTC)
    # As LinkedIn writes them: conversation by conversation, the newest message first.
    others = sorted(int(people * chance.random() ** 2.5 * 0.6) for _ in range(messages))
    mine = [chance.random() < 0.5 for _ in others]
    names = [f"Ana{other} Ruiz{other % 977}" for other in others]
    told = "Hello there,\n\nhow are things? We should talk about the new numbers.\n" * 3
    return Tables(
        connections=frame("connections", connections),
        messages=frame(
            "messages",
            {
                "conversation": [f"2-{other:032x}==" for other in others],
                "sender": [
                    "Nadia Ferro" if own else name for own, name in zip(mine, names, strict=True)
                ],
                "sender_slug": [
                    "nadia-ferro" if own else f"person-{other}"
                    for own, other in zip(mine, others, strict=True)
                ],
                "recipients": [
                    name if own else "Nadia Ferro" for own, name in zip(mine, names, strict=True)
                ],
                "recipient_slugs": [
                    f"person-{other}" if own else "nadia-ferro"
                    for own, other in zip(mine, others, strict=True)
                ],
                "sent_at": [latest - timedelta(seconds=2_500 * place) for place in range(messages)],
                "content": [told[: chance.randrange(20, len(told))] for _ in others],
                "folder": ["INBOX"] * messages,
            },
        ),
        invitations=frame("invitations"),
        profile=frame("profile", {"first_name": ["Nadia"], "last_name": ["Ferro"]}),
        positions=frame("positions"),
        endorsements=frame("endorsements"),
        recommendations=frame("recommendations"),
    )


if __name__ == "__main__":
    main()
