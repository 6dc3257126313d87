"""How long a learner waits: for the library, the command, the first lesson, and a widget.

    python3 benchmarks/startup.py [--rounds 5] [--json]

The workshop and a plain JupyterLab with an empty notebook take turns, each in a new home and with
an empty browser cache, so that both meet the same machine. All bytecode is compiled beforehand.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import sysconfig
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import nbformat
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.install import find_browser  # noqa: E402
from browser.notebook import Notebook  # noqa: E402
from browser.server import expose_app  # noqa: E402
from weakties.course import load_course  # noqa: E402
from weakties.workshop import free_port  # noqa: E402
from workshop.started import learners_environment, started  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

IMPORT = "from time import perf_counter as t; a = t(); import weakties; print(t() - a)"
# One click on a radio button, until the sentence that Python sends back is drawn.
REDRAW = """([choice, result]) => new Promise(done => {
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => done((performance.now() - start) / 1000));
  }).observe(document.querySelector(result),
    { childList: true, characterData: true, subtree: true });
  document.querySelector(choice).click();
})"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=5, help="How often each is measured.")
    options.add_argument("--json", action="store_true", help="Print every value, for a script.")
    chosen = options.parse_args()
    compile_bytecode()
    values = measure(chosen.rounds)
    print(json.dumps(values, indent=1) if chosen.json else table(values))


def measure(rounds: int) -> dict[str, list[float]]:
    """Return the seconds of every round by what was measured."""
    values: dict[str, list[float]] = {
        "import weakties": [seconds_of_import() for _ in range(rounds)],
        "weakties --help": [seconds_of_help() for _ in range(rounds)],
        "weakties start": [],
        "plain JupyterLab": [],
        "one interaction": [],
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for _ in range(rounds):
            values["plain JupyterLab"].append(seconds_until_ready(browser, plain_lab))
            values["weakties start"].append(seconds_until_ready(browser, workshop))
        values["one interaction"] = seconds_of_interactions(browser, rounds)
        browser.close()
    return values


def table(values: dict[str, list[float]]) -> str:
    """Return the medians as lines of text, beside what is to be reached."""
    middle = {name: median(seconds) for name, seconds in values.items()}
    ratio = middle["weakties start"] / middle["plain JupyterLab"]
    to_reach = {"import weakties": "under 0.1 s", "weakties --help": "under 0.4 s"}
    rows = [
        f"{name:18}{middle[name]:8.4f} s   ({min(seconds):.4f}–{max(seconds):.4f})"
        f"   {to_reach.get(name, '')}".rstrip()
        for name, seconds in values.items()
    ]
    return "\n".join([*rows, f"{'start / plain':18}{ratio:8.2f} ×   {'':17}   at most 1.2 ×"])


def compile_bytecode() -> None:
    folders = [sysconfig.get_path("purelib"), str(ROOT / "src")]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *folders], check=False)


def seconds_of_import() -> float:
    command = [sys.executable, "-c", IMPORT]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


def seconds_of_help() -> float:
    weakties = Path(sysconfig.get_path("scripts")) / "weakties"
    start = time.perf_counter()
    subprocess.run([weakties, "--help"], check=True, capture_output=True)
    return time.perf_counter() - start


def seconds_until_ready(browser: Browser, serve: Callable[[Path], contextmanager[str]]) -> float:
    """Return the time from the command until the kernel of the notebook that it opens is ready."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        expose_app(Path(folder) / "home" / ".jupyter")
        start = time.perf_counter()
        with serve(Path(folder)) as address:
            page = browser.new_page()
            page.goto(address)
            Notebook(page).wait()
            seconds = time.perf_counter() - start
            page.close()
    return seconds


@contextmanager
def workshop(folder: Path) -> Iterator[str]:
    """Run ``weakties start``; yield the address of the first lesson."""
    command = [sys.executable, "-m", "weakties", "start", "work"]
    with started(command, folder, folder / "home") as (_, address):
        yield address.replace("course/welcome.ipynb", load_course().ready[0].lesson)


@contextmanager
def plain_lab(folder: Path) -> Iterator[str]:
    """Run JupyterLab as it comes; yield the address of an empty notebook."""
    write_notebook(folder / "empty.ipynb", [])
    url = f"http://127.0.0.1:{free_port()}"
    port = url.rpartition(":")[2]
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"],
        cwd=folder,
        env={**learners_environment(folder / "home"), "JUPYTER_TOKEN": "measured"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with process:
        try:
            wait_for(url)
            yield f"{url}/lab/tree/empty.ipynb?reset&token=measured"
        finally:
            process.terminate()


def wait_for(url: str) -> None:
    while True:
        try:
            urllib.request.urlopen(f"{url}/api", timeout=5).close()  # noqa: S310 — our own server
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
        else:
            return


def seconds_of_interactions(browser: Browser, rounds: int) -> list[float]:
    """Return the time from a click in the photo studio until its answer is drawn."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        expose_app(Path(folder) / "home" / ".jupyter")
        with workshop(Path(folder)) as address:
            cells = ["from weakties.widgets import PhotoStudio", "PhotoStudio()"]
            write_notebook(Path(folder) / "work" / "studio.ipynb", cells)
            page = browser.new_page()
            page.goto(address.replace(load_course().ready[0].lesson, "studio.ipynb"))
            open_studio(page)
            viewers = [f'.weakties input[value="{viewer}"]' for viewer in ("gym", "bank")]
            values = [
                page.evaluate(REDRAW, [viewer, ".weakties .wt-status"])
                for _ in range(rounds)
                for viewer in viewers
            ]
            page.close()
    return values


def open_studio(page: Page) -> None:
    notebook = Notebook(page)
    notebook.wait()
    notebook.run_all()
    studio = notebook.output(1)
    studio.get_by_role("radio", name="Photo B").check()
    studio.get_by_role("radio", name="3", exact=True).check()
    studio.get_by_role("button", name="Commit to this photo").click()
    studio.locator(".wt-status").wait_for()


def write_notebook(path: Path, cells: list[str]) -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}},
    )
    nbformat.write(notebook, path)


if __name__ == "__main__":
    main()
