"""Somebody at the keyboard who plays whatever the site's pages show: answers all, then commits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FAR = 120
"""More controls than anybody has to pass."""

PICKS = {"Seven metaphors": 10, "Think tank": 12}
"""How many people these widgets ask to pick."""

_FOCUSED = """live => {
  const here = document.activeElement;
  if (!live.contains(here)) return null;
  const list = here.tagName === 'SELECT' ? 'select' : '';
  return {
    kind: here.getAttribute('role') || list || here.type,
    value: here.value ?? '',
    checked: Boolean(here.checked),
    name: here.textContent,
  };
}"""


def start_all(page: Page) -> list[Locator]:
    """Press a page's first button that starts a widget; return all its widgets, alive."""
    cells = page.locator("[data-button=Play], [data-button=Predict], [data-button=Draw]")
    buttons = cells.locator(".wt-play")
    buttons.first.press("Enter")
    expect(buttons).to_have_count(0)
    return page.locator(".wt-live").all()


def play(live: Locator) -> None:
    """Answer all that a widget asks first and commit, with nothing but keys; its answer comes."""
    asked = live.inner_text()
    heading = asked.partition("\n")[0]
    picks = PICKS.get(heading, 0)
    keyboard = live.page.keyboard
    live.focus()
    for _ in range(FAR):
        keyboard.press("Tab")
        focused = live.evaluate(_FOCUSED)
        assert focused, f"{heading}: Tab left it before anything was committed."
        kind = focused["kind"]
        if kind == "radio" and not focused["checked"]:
            keyboard.press("Space")
        elif kind == "select" and not focused["value"]:
            # Past nothing at all, which contradicts that one of two is answered more.
            keyboard.press("ArrowDown")
            keyboard.press("ArrowDown")
        elif kind in ("text", "number") and not focused["value"]:
            keyboard.type(_allowed(asked))
        elif kind == "slider":
            # One Tab comes to all places of a curve.
            for _ in range(live.get_by_role("slider").count()):
                keyboard.press("ArrowUp")
                keyboard.press("ArrowRight")
        elif kind == "checkbox" and picks:
            keyboard.press("Space")
            picks -= 1
        elif focused["name"].startswith("Commit"):
            keyboard.press("Enter")
            expect(live.get_by_role("button", name=focused["name"], exact=True)).to_have_count(0)
            return
    raise AssertionError(f"{heading}: Tab never comes to what commits.")


def _allowed(asked: str) -> str:
    """Return a number that a form takes: the last of those that it names, if it does."""
    range_ = re.search(r"from \S+ to ([\d.,]+)", asked)
    return range_[1].replace(",", "") if range_ else "5"
