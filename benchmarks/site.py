"""How long a visitor of the site waits, and how much is loaded: to read, to play, and to run.

    PYTHONPATH=tests .venv/bin/python benchmarks/site.py site [--rounds 3]

Cold is a new browser profile on disk, warm the same page once more in it, and once more again: a
browser keeps what it compiled of Python on the first visits, and a private window never does.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from browser.conftest import CHROMIUM
from browser.install import find_browser
from browser.notebook import Notebook
from weakties.authoring.site.serve import server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserType, Page

LESSON = "course/photo/lesson.ipynb"
VISITS = ("cold", "warm", "warm again")
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime / 1000"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("site", type=Path, help="A built site.")
    options.add_argument("--rounds", type=int, default=3, help="How often each is measured.")
    chosen = options.parse_args()
    with server(chosen.site) as running, sync_playwright() as playwright:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{running.server_port}/index.html"
        chromium = playwright.chromium
        rounds = [visits(chromium, address) for _ in range(chosen.rounds)]
        kernel = f"http://127.0.0.1:{running.server_port}/run/lab/index.html?path={LESSON}"
        has_run = (chosen.site / "run").is_dir()
        kernels = [starts(chromium, kernel) for _ in range(chosen.rounds * has_run)]
        running.shutdown()
    for number, name in enumerate(VISITS):
        painted, playable = (median(found[number][k] for found in rounds) for k in (0, 1))
        print(f"{name}: {painted:.2f} s to the first paint, {playable:.1f} s from click to play")
    for number, name in enumerate(VISITS[:2]):
        if kernels:
            print(
                f"{name}: {median(found[number] for found in kernels):.1f} s to a kernel that runs"
            )
    play = sum(path.stat().st_size for path in (chosen.site / "play").iterdir())
    print(f"bytes: {play / 1e6:.1f} MB to play, as files lie on the host")
    run = sum(path.stat().st_size for path in (chosen.site / "run" / "python").glob("*"))
    print(f"bytes: {run / 1e6:.1f} MB more of packages for a kernel")


@contextmanager
def visitor(chromium: BrowserType) -> Iterator[Page]:
    """Yield a page of a browser with a new profile."""
    with tempfile.TemporaryDirectory() as profile:
        context = chromium.launch_persistent_context(
            profile, executable_path=find_browser(), args=CHROMIUM
        )
        yield context.new_page()
        context.close()


def starts(chromium: BrowserType, address: str) -> list[float]:
    """Return seconds to a ready kernel, of a first visit and a second."""
    found = []
    with visitor(chromium) as page:
        for _ in range(2):
            start = time.perf_counter()
            page.goto(address)
            Notebook(page).wait()
            found.append(time.perf_counter() - start)
    return found


def visits(chromium: BrowserType, address: str) -> list[tuple[float, float]]:
    """Return seconds to paint and to play, of each visit."""
    with visitor(chromium) as page:
        return [visit(page, address) for _ in VISITS]


def visit(page: Page, address: str) -> tuple[float, float]:
    page.goto(address)
    # It is told some time after it happened.
    painted: float = page.wait_for_function(PAINTED).json_value()
    start = time.perf_counter()
    page.get_by_role("button", name="Play it here").click()
    page.locator(".wt-live").wait_for(timeout=120_000)
    return painted, time.perf_counter() - start


if __name__ == "__main__":
    main()
