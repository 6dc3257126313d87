"""A page that keeps JupyterLab loaded while one test after the other opens its notebooks in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from browser.network import cut_off
from browser.notebook import SECONDS, STARTED, WITHIN

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from browser.server import Server

SCREEN: dict[str, Any] = {"viewport": {"width": 1280, "height": 1000}, "reduced_motion": "reduce"}

STAYS = "stays-open.txt"
"""A text that nobody closes: where nothing is open, JupyterLab opens its launcher some time later."""

# A notebook that was changed asks whether to save it when it is closed, but not when it is disposed of.
CLEAR = f"""([stays, seconds]) => ({WITHIN})(seconds, (async () => {{
  const app = window.jupyterapp;
  for (const widget of [...app.shell.widgets('main')])
    if (widget.context?.path !== stays) widget.dispose();
  if (document.body.dataset.jpThemeLight !== 'true')
    await app.commands.execute('apputils:change-theme', {{ theme: 'JupyterLab Light' }});
}})())"""


class KeptLab:
    """JupyterLab in a page that is loaded when it is first asked for, and again after `leave`."""

    def __init__(self, browser: Browser, lab: Server, patience_ms: int) -> None:
        self.browser = browser
        self.lab = lab
        self.patience_ms = patience_ms
        self.context: BrowserContext | None = None
        self.asked: list[str] = []

    def page(self) -> Page:
        """Return the page, with no notebook open in it."""
        if self.context is None:
            (self.lab.folder / STAYS).write_text("", encoding="utf-8")
            self.context = self.browser.new_context(**SCREEN)
            self.context.set_default_timeout(self.patience_ms)
            self.asked = cut_off(self.context)
            page = self.context.new_page()
            page.goto(self.lab.page(STAYS))
            page.evaluate(STARTED, SECONDS)
            self.clear()
        return self.context.pages[0]

    def asked_elsewhere(self) -> list[str]:
        """Return what the page has asked other machines for since this was last called."""
        asked = [*self.asked]
        self.asked.clear()
        return asked

    def clear(self) -> None:
        """Close every notebook, end its kernel, and bring the page back to how a test finds it."""
        assert self.context is not None
        page, *others = self.context.pages
        for other in others:
            other.close()
        page.evaluate(CLEAR, [STAYS, SECONDS])
        self.lab.stop_kernels()
        page.set_viewport_size(SCREEN["viewport"])
        page.emulate_media(reduced_motion="reduce", media="null", color_scheme="null")
        page.mouse.move(0, 0)

    def leave(self) -> None:
        """Close the page; who asks for it next gets a new one."""
        if self.context is not None:
            self.context.close()
            self.context = None
            self.lab.stop_kernels()
