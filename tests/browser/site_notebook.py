"""A notebook on the site, run by the browser's own Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from browser.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

_ADD = """answers => {
  for (const cell of jupyterapp.shell.currentWidget.content.model.cells) {
    const added = answers[cell.sharedModel.id];
    if (added === undefined) continue;
    window.asGiven ??= {};
    const source = window.asGiven[cell.sharedModel.id] ??= cell.sharedModel.source;
    cell.sharedModel.setSource(source + '\\n' + added);
  }
}"""

_SHOWN = """() => Object.fromEntries(
  [...jupyterapp.shell.currentWidget.content.model.cells]
    .filter(cell => cell.type === 'code')
    .map(cell => [cell.sharedModel.id, cell.outputs.toJSON().map(output => [
      output.text ?? '', output.evalue ?? '', output.data?.['text/html'] ?? '',
      output.data?.['text/plain'] ?? '',
    ].flat().join('\\n')).join('\\n')]))"""


@dataclass(frozen=True)
class SiteNotebook:
    """A notebook that is open on the site, with its kernel ready.

    Parameters
    ----------
    notebook
        As it is driven anywhere.
    """

    notebook: Notebook

    @classmethod
    def opened(cls, page: Page, site: str, path: str) -> SiteNotebook:
        """Open a notebook by its address; return when its kernel is ready."""
        page.goto(f"{site}/run/lab/index.html?path={path}&reset")
        notebook = Notebook(page)
        notebook.wait()
        return cls(notebook)

    def run_with(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Run all cells, with lines below what stands in some; return what each shows, by its id.

        Parameters
        ----------
        answers
            The lines by the id of the cell.
        """
        self.notebook.page.evaluate(_ADD, dict(answers))
        self.notebook.run_all()
        shown: dict[str, str] = self.notebook.page.evaluate(_SHOWN)
        return shown
