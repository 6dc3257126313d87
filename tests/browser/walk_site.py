"""Run every lesson and exercise on a built site, as a visitor would, with the network cut.

    PYTHONPATH=tests .venv/bin/python tests/browser/walk_site.py site [UNIT ...]

Right answers must come to Done, wrong ones get their sentence. It takes some minutes, so the suite
has one unit of it.
"""

from __future__ import annotations

import argparse
import html
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from browser.conftest import CHROMIUM, PATIENCE_MS
from browser.install import find_browser
from browser.network import cut_off
from browser.site_notebook import SiteNotebook
from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.authoring.site.serve import server
from weakties.course import load_course

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from weakties.course import Unit


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("site", type=Path, help="A built site.")
    options.add_argument("unit", nargs="*", help="Units to walk; by default all.")
    chosen = options.parse_args()
    course = load_course()
    units = [course.unit(slug) for slug in chosen.unit] or course.ready
    with server(chosen.site) as running, sync_playwright() as playwright:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM)
        address = f"http://127.0.0.1:{running.server_port}"
        wrong = [line for unit in units for line in walked(chromium, address, unit)]
        chromium.close()
        running.shutdown()
    print("\n".join(wrong) or "Everything was as it should be.")
    sys.exit(bool(wrong))


def walked(chromium: Browser, address: str, unit: Unit) -> list[str]:
    """Walk a unit in a new browser profile; return a line for each thing that was not right."""
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE_MS)
    elsewhere = cut_off(context)
    page = context.new_page()
    start = time.perf_counter()
    lesson = SiteNotebook.opened(page, address, unit.lesson)
    lesson.run_with({})
    wrong = [f"{unit.lesson}: {said}" for said in lesson.notebook.errors()]
    exercise = SiteNotebook.opened(page, address, unit.exercise)
    wrong += [f"{unit.exercise}: {line}" for line in wrongly_answered(exercise, unit)]
    context.close()
    print(f"{unit.slug}: {time.perf_counter() - start:.0f} s", flush=True)
    return [*wrong, *(f"{unit.slug} asked {url}" for url in elsewhere)]


def wrongly_answered(exercise: SiteNotebook, unit: Unit) -> Iterator[str]:
    """Yield a line for each check that does not answer as the catalogue says it must."""
    course = load_course()
    catalogue = read_catalogue(catalogue_path(course.root, unit.slug))
    right = {f"{name}-answer": one.right[0] for name, one in catalogue.items()}
    shown = exercise.run_with(right)
    for name in catalogue:
        if "Done" not in shown[f"{name}-check"]:
            yield f"{name} is right, and says {shown[f'{name}-check']!r}"
    shown = exercise.run_with(
        {f"{name}-answer": one.wrong[0].code for name, one in catalogue.items()}
    )
    for name, one in catalogue.items():
        if one.wrong[0].says not in html.unescape(shown[f"{name}-check"]):
            yield f"{name} is wrong, and says {shown[f'{name}-check']!r}"


if __name__ == "__main__":
    main()
