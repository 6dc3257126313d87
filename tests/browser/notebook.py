"""An open notebook in a browser test: wait for it, run it, look at its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SECONDS = 240
"""How long to wait for what will come: only a test that fails waits as long on any machine."""

# The kernel's idle dot flickers while it starts; the promises of the application do not.
# page.evaluate knows no time-out of its own, hence the race.
WITHIN = """(seconds, promise) => Promise.race([
  promise,
  new Promise((_, fail) => setTimeout(
    () => fail(new Error(`not done after ${seconds} s`)), 1000 * seconds)),
])"""

# What a page waits for until JupyterLab itself is there.
_APPLICATION = """
  const pause = () => new Promise(done => setTimeout(done, 50));
  while (!window.jupyterapp) await pause();
  const app = window.jupyterapp;
  await app.started;
  await app.restored;"""

# And what for until a notebook can be run.
_DOCUMENT = """
  await panel.revealed;
  await panel.context.ready;
  await panel.sessionContext.ready;
  while (!panel.sessionContext.session?.kernel) await pause();
  await panel.sessionContext.session.kernel.info;"""

STARTED = f"""seconds => ({WITHIN})(seconds, (async () => {{{_APPLICATION}
  while (!app.shell.currentWidget?.context) await pause();
  await app.shell.currentWidget.context.ready;
}})())"""

READY = f"""seconds => ({WITHIN})(seconds, (async () => {{{_APPLICATION}
  while (!app.shell.currentWidget?.sessionContext) await pause();
  const panel = app.shell.currentWidget;{_DOCUMENT}
}})())"""

OPEN = f"""([path, seconds]) => ({WITHIN})(seconds, (async () => {{{_APPLICATION}
  const panel = await app.commands.execute('docmanager:open', {{ path }});
  while (app.shell.currentWidget !== panel) await pause();{_DOCUMENT}
}})())"""

EXECUTE = f"""([command, seconds]) =>
  ({WITHIN})(seconds, window.jupyterapp.commands.execute(command))"""

CHANGE_THEME = "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})"

ERRORS = """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
  .filter(cell => cell.type === 'code')
  .flatMap(cell => cell.outputs.toJSON())
  .filter(output => output.output_type === 'error')
  .map(output => output.evalue)"""

SCROLL = """index => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  notebook.activeCellIndex = index;
  return notebook.scrollToItem(index, 'start');
}"""


@dataclass(frozen=True)
class Notebook:
    """A notebook that is open, with its kernel ready."""

    page: Page

    def wait(self, *, seconds: int = SECONDS) -> None:
        """Return when application, document and kernel are ready."""
        self.page.evaluate(READY, seconds)

    def open(self, path: str, *, seconds: int = SECONDS) -> None:
        """Open the notebook at `path` in a page with JupyterLab; return when its kernel is ready."""
        self.page.evaluate(OPEN, [path, seconds])

    def execute(self, command: str, *, seconds: int = SECONDS) -> None:
        """Run one of JupyterLab's commands and return when it is done."""
        self.page.evaluate(EXECUTE, [command, seconds])

    def run_all(self, *, seconds: int = SECONDS) -> None:
        """Run every cell and return when the last one is done."""
        self.execute("notebook:run-all-cells", seconds=seconds)

    def errors(self) -> list[str]:
        """Return what each cell said that stopped with an error."""
        said: list[str] = self.page.evaluate(ERRORS)
        return said

    def run_again(self, index: int) -> Locator:
        """Run the cell at `index` once more, as a reader does, and return its output."""
        self.cell(index).locator(".cm-content").click()
        self.execute("notebook:run-cell")
        return self.output(index)

    def change_theme(self, theme: Literal["Dark", "Light"]) -> None:
        """Change JupyterLab's theme and return when all is drawn in it."""
        self.page.evaluate(CHANGE_THEME, f"JupyterLab {theme}")
        light = "true" if theme == "Light" else "false"
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-light", light)
        expect(self.page.locator("#jupyterlab-splash")).to_have_count(0)

    def cell(self, index: int) -> Locator:
        """Return the cell at `index`, scrolled into view (cells far off are not drawn)."""
        self.page.evaluate(SCROLL, index)
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{index}"]')

    def is_drawn(self, index: int) -> bool:
        """Return whether the cell at `index` is drawn now: in view, or near it."""
        return self.page.locator(f'.jp-Cell[data-windowed-list-index="{index}"]').is_visible()

    def output(self, index: int) -> Locator:
        """Return what the code cell at `index` shows below it."""
        return self.cell(index).locator(".jp-Cell-outputArea")
