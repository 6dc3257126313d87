"""The Python of the site's notebooks without JupyterLab around it: the same kernel, in one page.

A notebook that is opened takes a kernel of its own, and that takes longer than its cells do. Here one
kernel runs notebook after notebook; each finds its names, the library and its folder as new.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from browser.notebook import SECONDS, WITHIN
from weakties.own_folder import MANIFEST, PRIVATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from playwright.sync_api import Page

# What stands in for the messages that JupyterLite's own worker sends to the page.
_PYTHON = f"""
import json, os, shutil, sys
from pathlib import Path
import pyodide_kernel

_shell = pyodide_kernel.ipython_shell
_shown = []
_shell.send_comm = lambda *message: None
_shell.display_pub.display_data_callback = lambda data, *rest: _shown.append(dict(data))
_shell.displayhook.publish_execution_result = lambda count, data, about: _shown.append(dict(data))
for _stream in (pyodide_kernel.stdout_stream, pyodide_kernel.stderr_stream):
    _stream.publish_stream_callback = lambda name, text: _shown.append({{"text/plain": text}})

def opened(folder):
    _shell.reset(new_session=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == "weakties"]:
        del sys.modules[name]
    os.chdir("/")
    shutil.rmtree("/drive", ignore_errors=True)
    Path("/drive", folder).mkdir(parents=True)
    Path("/drive/{PRIVATE}").mkdir()
    Path("/drive/{PRIVATE}/{MANIFEST}").write_text('{{"laid": {{}}, "given": {{}}}}')
    os.chdir(Path("/drive", folder))

async def run(cells):
    shown = {{}}
    for name, source in json.loads(cells):
        _shown.clear()
        result = await pyodide_kernel.kernel_instance.run(source)
        texts = [one.get(kind, "") for one in _shown for kind in ("text/html", "text/plain")]
        shown[name] = {{"text": "\\n".join(map(str, texts)), "error": result.get("evalue", "")}}
    return json.dumps(shown)
"""

_WORKER = """
let opened, run;
const does = {
  start: async ({ site, python }) => {
    const { "jupyter-config-data": config } = await (await fetch(`${site}/run/jupyter-lite.json`)).json();
    const kernel = config.litePluginSettings["@jupyterlite/pyodide-kernel-extension:kernel"];
    const { lockFileURL, packages } = kernel.loadPyodideOptions;
    importScripts(`${site}/play/pyodide.js`);
    const pyodide = await loadPyodide(
      { indexURL: `${site}/play/`, lockFileURL: `${site}/run/${lockFileURL}`, packages });
    await pyodide.runPythonAsync(python);
    [opened, run] = ["opened", "run"].map(name => pyodide.globals.get(name));
  },
  open: async ({ folder }) => opened(folder),
  run: async ({ cells }) => JSON.parse(await run(JSON.stringify(cells))),
};
self.onmessage = ({ data: { kind, ...rest } }) => does[kind](rest).then(
  value => postMessage({ value }), error => postMessage({ error: String(error) }));
"""

_START = """source => {
  window.kernel = new Worker(
    URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
}"""

_ASK = f"""([asked, seconds]) => ({WITHIN})(seconds, new Promise((done, failed) => {{
  window.kernel.onmessage = ({{ data }}) =>
    data.error ? failed(new Error(data.error)) : done(data.value);
  window.kernel.onerror = event => failed(new Error(event.message));
  window.kernel.postMessage(asked);
}}))"""


@dataclass(frozen=True)
class Shown:
    """What a cell showed, as text and HTML together, and the error that it stopped with, if any."""

    text: str
    error: str


@dataclass(frozen=True)
class SiteKernel:
    """A kernel in a page of the site."""

    page: Page

    @classmethod
    def started(cls, page: Page, site: str) -> SiteKernel:
        """Start a kernel with what the site gives to those of its notebooks."""
        page.goto(f"{site}/index.html")
        page.evaluate(_START, _WORKER)
        kernel = cls(page)
        kernel._ask(kind="start", site=site, python=_PYTHON)
        return kernel

    def open(self, folder: str) -> None:
        """Make everything new, as for a notebook of a folder that has just been opened."""
        self._ask(kind="open", folder=folder)

    def run(self, cells: Iterable[tuple[str, str]]) -> Mapping[str, Shown]:
        """Run cells, by id and source; return what each showed, by its id."""
        shown = self._ask(kind="run", cells=[*cells])
        return {name: Shown(**one) for name, one in shown.items()}

    def _ask(self, **asked: object) -> Any:
        return self.page.evaluate(_ASK, [asked, SECONDS])
