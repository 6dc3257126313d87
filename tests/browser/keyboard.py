"""Somebody at the keyboard, and nothing but the keyboard: in one notebook after the other."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.notebook import Notebook

if TYPE_CHECKING:
    from subprocess import Popen

    from playwright.sync_api import Locator, Page

CELL = "window.jupyterapp.shell.currentWidget?.content?.activeCell?.model.id"
IS_AT = f"id => {CELL} === id"
HAS_LEFT = f"id => {CELL} !== id"
INDEX = """id => [...window.jupyterapp.shell.currentWidget.content.model.cells]
  .findIndex(cell => cell.id === id)"""
IS_FOCUSED = "element => element === document.activeElement"
OPEN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
"""Of several notebooks, the one that is in sight."""

FAR = 60
"""More cells or controls than anybody has to pass."""


class Learner:
    """Presses keys; what is read off the page besides is only to know when the next one is due."""

    def __init__(self, page: Page) -> None:
        self.page, self.notebook = page, Notebook(page)

    def opens(self, address: str) -> None:
        """Do what the browser does that ``weakties start`` opens."""
        self.page.goto(address)
        self.notebook.wait(seconds=240)

    def presses(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def is_at(self, cell: str) -> None:
        """Assert that a cell becomes the current one, and is in sight."""
        self.page.wait_for_function(IS_AT, arg=cell, timeout=60_000)
        expect(self._drawn(cell)).to_be_in_viewport()

    def goes_to(self, cell: str) -> Locator:
        """Go to a cell with the arrow keys, without running anything; return its output."""
        for _ in range(FAR):
            here = self.page.evaluate(CELL)
            if here == cell:
                return self.output(cell)
            down = self.page.evaluate(INDEX, cell) > self.page.evaluate(INDEX, here)
            self._steps("ArrowDown" if down else "ArrowUp", here)
        raise AssertionError(f"{cell} is not to be reached.")

    def runs_on_to(self, cell: str) -> Locator:
        """Run every cell from here on, and this one last; return its output."""
        for _ in range(FAR):
            here = self.page.evaluate(CELL)
            if here == cell:
                self.presses("Control+Enter")
                return self.output(cell)
            self._steps("Shift+Enter", here)
        raise AssertionError(f"{cell} is not to be reached.")

    def tabs_to(self, control: Locator) -> None:
        """Press Tab until a control has the focus."""
        expect(control).to_be_visible()
        for _ in range(FAR):
            self.presses("Tab")
            if control.evaluate(IS_FOCUSED):
                return
        raise AssertionError(f"Tab never comes to {control}.")

    def leaves(self) -> None:
        """Go back from within an output to its cell."""
        self.presses("Escape")
        expect(self.page.locator(f"{OPEN} .jp-Cell.jp-mod-active")).to_be_focused()

    def types(self, code: str) -> None:
        """Type below what stands in the current cell, and leave it."""
        self.presses("Enter")
        editor = self.page.locator(f"{OPEN} .jp-Cell.jp-mod-active .cm-content")
        expect(editor).to_be_focused()
        self.presses("ControlOrMeta+End")
        self.page.keyboard.insert_text(f"\n{code}")
        self.presses("Escape")

    def chooses(self, command: str) -> None:
        """Run a command of JupyterLab from its palette."""
        self.presses("ControlOrMeta+Shift+KeyC")
        expect(self.page.locator(".lm-CommandPalette-input")).to_be_focused()
        self.page.keyboard.insert_text(command)
        expect(self.page.locator(".lm-CommandPalette-item.lm-mod-active")).to_contain_text(command)
        self.presses("Enter")

    def restarts(self) -> None:
        """Restart the kernel, and say so in the dialog that asks."""
        self.chooses("Restart Kernel…")
        dialog = self.page.get_by_role("dialog")
        expect(dialog.get_by_role("button", name="Confirm Kernel Restart")).to_be_focused()
        self.presses("Enter")
        expect(dialog).to_have_count(0)
        self.notebook.wait()

    def output(self, cell: str) -> Locator:
        """Return what a drawn cell shows below it."""
        return self._drawn(cell).locator(".jp-Cell-outputArea")

    def finds_nothing_wrong(self) -> None:
        """Assert that axe has nothing against any output that is drawn, in the dark and in the light."""
        for theme in ("Dark", "Light"):
            self.notebook.change_theme(theme)
            assert axe_violations(self.page) == []

    def ends(self, process: Popen[str]) -> None:
        """Close the page, then the workshop."""
        self.page.goto("about:blank")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)

    def _steps(self, key: str, here: str) -> None:
        self.presses(key)
        self.page.wait_for_function(HAS_LEFT, arg=here, timeout=60_000)

    def _drawn(self, cell: str) -> Locator:
        index = self.page.evaluate(INDEX, cell)
        return self.page.locator(f'{OPEN} .jp-Cell[data-windowed-list-index="{index}"]')
