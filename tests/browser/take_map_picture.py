"""Take README's picture: the map in the welcome, as somebody sees it who has begun.

Anew after a change of the map::

    PYTHONPATH=tests .venv/bin/python -m browser.take_map_picture docs/map.png
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from browser.conftest import CHROMIUM
from browser.install import find_browser
from browser.notebook import Notebook
from browser.server import serve
from progress.done import done
from weakties.course import load_course
from weakties.progress import Line, Store
from weakties.workshop import lay_out, working_folder

DONE, BEGUN, SOLVED = "purpose", "photo", 3
"""The unit that is done, the one that is begun, and how many of its questions are solved."""


def main(picture: Path) -> None:
    """Lay out a workshop, write a record into it, and take the picture of the map."""
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        work = working_folder(base / "work", load_course())
        lay_out(load_course(), work)
        write_record(Store(work))
        with serve(work, base / "private") as lab, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM)
            page = chromium.new_page(viewport={"width": 1240, "height": 1400})
            page.goto(lab.page("course/welcome.ipynb"))
            notebook = Notebook(page)
            notebook.wait()
            page.keyboard.press("ControlOrMeta+KeyB")  # no list of files beside it
            notebook.cell(1).click()
            notebook.execute("notebook:run-cell")
            shown = notebook.output(1).locator(".jp-RenderedHTML")
            expect(shown).to_contain_text("Go on here")
            page.mouse.move(0, 0)
            shown.screenshot(path=picture)
            chromium.close()


def write_record(store: Store) -> None:
    """Write what somebody did who has finished one unit and is in the middle of the next."""
    course = load_course()
    for unit, solved in ((course.unit(DONE), None), (course.unit(BEGUN), SOLVED)):
        store.append(Line.now("looked back", unit=unit.slug))
        for question in unit.questions[:solved]:
            store.append(done(question))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
