"""The harness of the browser tests: one JupyterLab server and one Chromium for all of them.

A page with JupyterLab loaded is kept from test to test, since loading takes longer than most tests;
each of them opens its own notebook in it with its own kernel. A test that fails takes its page with it.

Ask for `run_notebook` with code cells, or for `open_notebook` with a path too, and play::

    def test_the_button_counts(run_notebook):
        notebook = run_notebook(["from weakties.widgets import Counter", "Counter()"])
        output = notebook.output(1)               # a Playwright locator on the cell's output
        output.get_by_role("button", name="Add").click()
        expect(output.get_by_role("status")).to_have_text("1")
        assert axe_violations(notebook.page) == []

`from playwright.sync_api import expect` and `from browser.accessibility import axe_violations`.
Every page is cut off from the network; a test fails when its page asked for anything that is not
on this machine, and leaves a screenshot in its temporary folder when it fails for any reason.
All tests here share one xdist group, so that one server is enough.
"""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import expect, sync_playwright

from browser.install import find_browser
from browser.kept import SCREEN, KeptLab
from browser.network import cut_off
from browser.notebook import Notebook
from browser.server import Server, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
CHROMIUM = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What a page runs here runs too briefly to earn back what compiling it a second time takes.
    "--js-flags=--no-opt --liftoff-only",
]
PATIENCE_MS = 60_000
"""How long a page may take while other tests keep the machine busy."""
FAILED = pytest.StashKey[bool]()
NUMBERS = itertools.count(1)


# First of all, for the suite's own hook puts groups in their order.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all tests of pages on one worker."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A JupyterLab server in a folder of its own."""
    base = tmp_path_factory.mktemp("lab")
    with serve(base / "work", base / "private") as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium."""
    found = find_browser()
    if found is None:
        pytest.fail("The browser tests need Chromium. Run: python3 run.py test")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def kept_lab(browser: Browser, lab: Server) -> Iterator[KeptLab]:
    """The page that keeps JupyterLab loaded."""
    kept = KeptLab(browser, lab, PATIENCE_MS)
    yield kept
    kept.leave()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Page]:
    """An empty page that can reach this machine only; the test fails if it tried more."""
    context = browser.new_context(**SCREEN)
    context.set_default_timeout(PATIENCE_MS)
    asked_elsewhere = cut_off(context)
    page = context.new_page()
    yield page
    if _has_failed(request):
        _take_picture(page, tmp_path)
    context.close()
    assert asked_elsewhere == []


@pytest.fixture
def lab_page(kept_lab: KeptLab, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Page]:
    """The page that keeps JupyterLab loaded, with no notebook open; as cut off as `page`."""
    page = kept_lab.page()
    yield page
    asked_elsewhere = kept_lab.asked_elsewhere()
    if _has_failed(request):
        _take_picture(page, tmp_path)
        kept_lab.leave()
    else:
        kept_lab.clear()
    assert asked_elsewhere == []


@pytest.fixture
def open_notebook(lab: Server, lab_page: Page) -> Callable[[Sequence[str] | Path], Notebook]:
    """Open a notebook made of code cells, or a copy of one that exists, with its kernel ready."""

    def opened(source: Sequence[str] | Path) -> Notebook:
        if isinstance(source, Path):
            name = source.name
            shutil.copyfile(source, lab.folder / name)
        else:
            name = f"test-{next(NUMBERS)}.ipynb"
            nbformat.write(_notebook(source), lab.folder / name)
        notebook = Notebook(lab_page)
        notebook.open(name)
        return notebook

    return opened


@pytest.fixture
def run_notebook(
    open_notebook: Callable[[Sequence[str] | Path], Notebook],
) -> Callable[[Sequence[str]], Notebook]:
    """Open a notebook made of code cells, all of them run."""

    def ran(cells: Sequence[str]) -> Notebook:
        notebook = open_notebook(cells)
        notebook.run_all()
        return notebook

    return ran


def _has_failed(request: pytest.FixtureRequest) -> bool:
    failed: bool = request.node.stash.get(FAILED, True)
    return failed


def _take_picture(page: Page, folder: Path) -> None:
    picture = folder / "failed.png"
    page.screenshot(path=picture)
    print(f"What the page looked like: {picture}")


def _notebook(cells: Sequence[str]) -> nbformat.NotebookNode:
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_code_cell(source, id=f"cell-{number}")
            for number, source in enumerate(cells)
        ]
    )
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
    }
    return notebook
