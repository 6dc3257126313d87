"""Take README's pictures of the site: its front page, and a widget that is being played.

Anew after a change of either::

    PYTHONPATH=tests .venv/bin/python -m browser.take_site_pictures site docs
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from browser.conftest import CHROMIUM
from browser.install import find_browser
from weakties.authoring.site.serve import server


def main(site: Path, folder: Path) -> None:
    """Show a built site to a browser, and take both pictures."""
    with server(site) as running, sync_playwright() as playwright:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM)
        page = chromium.new_page(viewport={"width": 1240, "height": 820}, reduced_motion="reduce")
        page.goto(f"http://127.0.0.1:{running.server_port}/index.html")
        page.get_by_role("button", name="Play it here").wait_for()
        page.screenshot(path=folder / "site-front.png")
        page.goto(f"http://127.0.0.1:{running.server_port}/units/strangers.html")
        page.get_by_role("button", name="Play it here").first.click()
        inbox = page.locator("[data-cell='inbox'] .wt-live")
        inbox.get_by_label("Of every ten").select_option("8")
        inbox.get_by_role("radio", name="3").check()
        inbox.get_by_role("button", name="Commit and open the inbox").click()
        inbox.get_by_role("button", name="Ask first").click()
        inbox.get_by_text("Request 1 of 30.", exact=True).scroll_into_view_if_needed()
        page.mouse.move(0, 0)
        page.screenshot(path=folder / "site-playing.png")
        chromium.close()
        running.shutdown()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
