"""A learner's way into the hub as learners have it: a browser with JupyterLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from visitor import ANSWER, PATIENCE, TEXT

from browser.notebook import Notebook

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CELL = "jupyterapp.shell.currentWidget.content.model.sharedModel.cells.find(cell => cell.id === id)"
WRITE = f"([id, text]) => {CELL}.setSource(text)"
WRITTEN = f"id => {CELL}.source"
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


class InBrowser:
    """Somebody who uses the hub in a browser of their own."""

    def __init__(self, who: str, url: str, browser: Browser) -> None:
        self.who, self.base = who, url
        self.page = browser.new_context().new_page()
        self.page.set_default_timeout(1000 * PATIENCE)
        self.notebook = Notebook(self.page)

    def enter(self, code: str) -> bool:
        """Type a code; the hub then begins to start a server."""
        self.page.goto(f"{self.base}/hub/login")
        self.page.fill("#username_input", self.who)
        self.page.fill("#password_input", code)
        self.page.click("#login_submit", no_wait_after=True)
        return True

    def begin(self) -> None:
        """Return when JupyterLab is there."""
        self.page.wait_for_url(f"**/user/{self.who}/lab**")
        self.page.wait_for_function("window.jupyterapp !== undefined")

    def runs_welcome(self) -> bool:
        """Run all of welcome; return whether none of its cells ended in an error."""
        self.notebook.open("course/welcome.ipynb", seconds=PATIENCE)
        self.notebook.run_all(seconds=PATIENCE)
        return self.notebook.errors() == []

    def answers(self, source: str, text: str) -> bool:
        """Answer a question and write a text, run all and save; return whether its check looked."""
        self.notebook.open("exercises/photo/photo.ipynb", seconds=PATIENCE)
        for cell, written in ((ANSWER, source), (TEXT, text)):
            self.page.evaluate(WRITE, [cell, written])
        self.notebook.run_all(seconds=PATIENCE)
        self.notebook.execute("docmanager:save", seconds=PATIENCE)
        return "formal_effect" in self.page.evaluate(SAID)

    def kept(self) -> str:
        """Return what their answer is when the page is loaded anew."""
        self.page.reload()
        self.notebook.open("exercises/photo/photo.ipynb", seconds=PATIENCE)
        return self.page.evaluate(WRITTEN, ANSWER)

    def run(self, code: str) -> str:
        """Run code in a kernel of theirs; return what it printed."""
        return self.page.evaluate(IN_A_KERNEL, code)

    def status(self, path: str) -> int:
        """Return how an address of the hub answers their page."""
        return self.page.evaluate(STATUS, path)

    def reads(self, path: str) -> str:
        """Open a page of their folder in a tab of its own; return what stands there."""
        tab = self.page.context.new_page()
        tab.goto(f"{self.base}/user/{self.who}/files/{path}")
        said = tab.locator("body").inner_text()
        tab.close()
        return said

    def clicks_through_the_formgrader(self, unit: str, handed_in: int) -> None:
        """Open the Formgrader in JupyterLab and click to a unit's submissions: all are graded."""
        self.page.evaluate("() => jupyterapp.started.then(() => jupyterapp.restored)")
        self.notebook.execute("nbgrader:open-formgrader", seconds=PATIENCE)
        frame = self.page.frame_locator("iframe")
        row = frame.get_by_role("row").filter(has_text=unit)
        # By keyboard: a notice of JupyterLab may lie over it.
        row.get_by_role("link", name=str(handed_in), exact=True).press("Enter")
        graded = frame.get_by_text("graded", exact=True)
        expect(graded).to_have_count(handed_in, timeout=1000 * PATIENCE)
