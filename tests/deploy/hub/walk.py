#!/usr/bin/env python3
"""Walk a class through a hub on this machine, for real: learners in browsers, and who grades.

    python3 run.py teach --help && sudo .venv/bin/python tests/deploy/hub/walk.py

One of the five learners is hostile; the hub is killed and started again in the middle. It makes six
accounts and removes them again, needs a network once, and prints what it saw.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))
from small_hub import SmallHub, small_hub
from visitor import PATIENCE, Visitor

from browser.install import find_browser
from browser.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
NAMES = ("eve", "ada", "bo", "cy", "dee")
"""Who learns; the first one is hostile."""
RIGHT = """from weakties.data import load
ratings, attire = load("ratings"), load("photos").set_index("photo_id")["attire"]
competence = ratings[ratings["trait"] == "competence"]
by_attire = competence.groupby("photo_id")["score"].mean().groupby(attire).mean()
formal_effect = by_attire["formal"] - by_attire["casual"]
"""
HOSTILE = """
try:
    open({place!r}, "w").write("owned")
except OSError:
    pass
"""
"""What a hostile learner adds to an answer, for when the instructor's account grades it."""
ANSWER = """([cells]) => cells.find(cell => cell.id === 'photo-q1-answer')"""
WRITE = f"""text => ({ANSWER})([jupyterapp.shell.currentWidget.content.model.sharedModel.cells])
  .setSource(text)"""
WRITTEN = f"""() => ({ANSWER})([jupyterapp.shell.currentWidget.content.model.sharedModel.cells])
  .source"""
SAID = """() => [...jupyterapp.shell.currentWidget.content.model.cells]
  .find(cell => cell.id === 'photo-q1-check').outputs.toJSON().map(one => one.data['text/html']).join()"""
STATUS = "async address => (await fetch(address)).status"
IN_A_KERNEL = """async code => {
  const kernel = await jupyterapp.serviceManager.kernels.startNew({name: 'python3'});
  const asked = kernel.requestExecute({code});
  let said = '';
  asked.onIOPub = one => { said += one.content.text || one.content.evalue || ''; };
  await asked.done;
  await kernel.shutdown();
  return said;
}"""
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Walk through a day of a class."""
    told = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    told.add_argument("--learners", type=int, choices=range(2, len(NAMES) + 1), default=len(NAMES))
    asked = told.parse_args()
    with small_hub(NAMES[: asked.learners]) as hub, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM)
        walk(hub, browser)
    print("All of it was seen, and the machine is as it was.")


def walk(hub: SmallHub, browser: Browser) -> None:
    """Work, be killed and started again, hand in, grade, give back and read."""
    codes, ada = hub.codes(), hub.learners[1]
    check("a wrong code does not enter", not Visitor(ada, hub.url).enter("wrong"))
    check("who is not listed does not enter", not Visitor("root", hub.url).enter(codes[ada]))
    pages = enter(hub, browser, hub.learners)
    answers = dict.fromkeys(hub.learners, RIGHT)
    answers[hub.learners[0]] += HOSTILE.format(place=str(hub.course / "owned"))
    for who, page in pages.items():
        work(who, page, answers[who])
    check("a learner's memory is limited", memory_is_limited(ada))

    hub.kill()
    hub.start()
    check("after a kill the codes are the same", hub.codes() == codes)
    for who, page in pages.items():
        page.reload()
        Notebook(page).open("exercises/photo/photo.ipynb", seconds=PATIENCE)
        check(f"after a kill {who} has their work", page.evaluate(WRITTEN) == answers[who])

    for who in (*hub.learners, ada):
        hand_in(hub, who)
    grade(hub)
    formgrader(enter(hub, browser, [hub.instructor])[hub.instructor], len(hub.learners))
    for who, page in pages.items():
        read(hub, who, page)
    hostile(hub, pages[hub.learners[0]])


def enter(hub: SmallHub, browser: Browser, people: Iterable[str]) -> dict[str, Page]:
    """Let people type their id and code, all at once; return their pages when JupyterLab is there."""
    pages, codes = {}, hub.codes()
    for who in people:
        page = pages[who] = browser.new_context().new_page()
        page.set_default_timeout(1000 * PATIENCE)
        page.goto(f"{hub.url}/hub/login")
        page.fill("#username_input", who)
        page.fill("#password_input", codes[who])
        page.click("#login_submit", no_wait_after=True)
    for who, page in pages.items():
        page.wait_for_url(f"**/user/{who}/lab**")
        page.wait_for_function("window.jupyterapp !== undefined")
        check(f"{who} has JupyterLab", True)
    return pages


def work(who: str, page: Page, answer: str) -> None:
    """Go through welcome and answer a question of the exercise, in the browser."""
    notebook = Notebook(page)
    notebook.open("course/welcome.ipynb", seconds=PATIENCE)
    notebook.run_all(seconds=PATIENCE)
    check(f"{who} ran welcome", notebook.errors() == [])
    notebook.open("exercises/photo/photo.ipynb", seconds=PATIENCE)
    page.evaluate(WRITE, answer)
    notebook.run_all(seconds=PATIENCE)
    check(f"{who} answered a question", "formal_effect" in page.evaluate(SAID))
    notebook.execute("docmanager:save", seconds=PATIENCE)


def memory_is_limited(who: str) -> bool:
    """Return whether somebody's processes may have 2 GB each and no more."""
    places = [place for place in Path("/proc").glob("[0-9]*/limits") if place.owner() == who]
    lines = [line for place in places for line in place.read_text().splitlines()]
    data = [line for line in lines if line.startswith("Max data size")]
    return bool(data) and all(str(2 * 1024**3) in line for line in data)


def hand_in(hub: SmallHub, who: str) -> None:
    """Hand the exercise in."""
    place = hub.home_of(who) / "weakties-workshop"
    said = hub.as_who(who, place, "weakties", "hand-in", "photo", "--no-run")
    check(f"{who} handed in", "It was handed in through your class's exchange" in said)


def grade(hub: SmallHub) -> None:
    """Collect, grade and give back, as the instructor types it in a terminal of the hub."""
    home = hub.home_of(hub.instructor)
    shutil.copy(hub.at / "class.csv", home)
    new = ("teach", "new", "course", "--units", "photo", "--roster", "class.csv")
    hub.as_who(hub.instructor, home, "weakties", *new)

    def typed(*words: object) -> str:
        return hub.as_who(hub.instructor, hub.course, *words)

    said = typed("weakties", "teach", "collect", "photo", hub.exchange / "inbound")
    everybody = len(hub.learners)
    check("all is collected", f"The work of {everybody} learners is collected" in said)
    check("the second of one learner too", said.count("in place of an earlier version") == 1)
    said = typed("weakties", "grade", "photo")
    check("all is graded", f"{everybody} graded, 0 needs review, 0 failed" in said)
    check("an answer wrote nothing into the course", not (hub.course / "owned").exists())
    rows = typed("weakties", "teach", "export", "photo")
    table = csv.DictReader(io.StringIO(rows[rows.index("assignment,") :]))
    marks = {row["student_id"]: float(row["score"]) for row in table if row["score"]}
    same = set(marks) == set(hub.learners) and len(set(marks.values())) == 1
    check(f"all have the points of one question: {set(marks.values())}", same and marks != {})
    typed("weakties", "teach", "return", "photo", "--zip", "back.zip")
    typed("python", "-m", "zipfile", "-e", "back.zip", hub.exchange / "feedback")


def formgrader(page: Page, handed_in: int) -> None:
    """Click through the Formgrader in the instructor's JupyterLab."""
    page.evaluate("() => jupyterapp.started.then(() => jupyterapp.restored)")
    Notebook(page).execute("nbgrader:open-formgrader", seconds=PATIENCE)
    frame = page.frame_locator("iframe")
    row = frame.get_by_role("row").filter(has_text="photo")
    row.get_by_role("link", name=str(handed_in), exact=True).click()
    expect(frame.get_by_text("graded", exact=True)).to_have_count(
        handed_in, timeout=1000 * PATIENCE
    )
    check("the instructor clicks through the Formgrader to all that is graded", True)


def read(hub: SmallHub, who: str, page: Page) -> None:
    """Open what came back in a tab of its own."""
    tab = page.context.new_page()
    tab.goto(f"{hub.url}/user/{who}/files/feedback/photo-feedback.html")
    expect(tab.get_by_role("heading", name="photo").first).to_be_visible()
    check(f"{who} reads their feedback", True)
    tab.close()


def hostile(hub: SmallHub, page: Page) -> None:
    """Try, in a learner's own kernel and page, to get at what is not theirs."""
    ada = hub.learners[1]
    theirs = next((hub.exchange / "inbound").glob(f"{ada}+*"))
    told = ["", *map(str, (hub.at, ada, hub.instructor, theirs))]
    code = (
        (HERE / "hostile.py")
        .read_text()
        .replace("import sys\n", f"import sys; sys.argv = {told}\n")
    )
    for what, got in json.loads(page.evaluate(IN_A_KERNEL, code)).items():
        check(f"hostile: {what}: {got}", got in ("PermissionError", "nowhere"))
    of_others = [f"/user/{who}/api/contents" for who in (ada, hub.instructor)]
    for address in (*of_others, "/hub/api/users"):
        got = page.evaluate(STATUS, address)
        check(f"hostile: {address}: {got}", got in (403, 404))


def check(what: str, holds: bool) -> None:
    """Say what was seen; end where it must not be."""
    print(f"{'yes' if holds else 'NO '}  {what}", flush=True)
    if not holds:
        sys.exit(1)


if __name__ == "__main__":
    main()
