"""Whether a page fits its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

CUT = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1;
  }).map(text => text.textContent);
})"""


def cut_off(page: Page, width: int) -> list[str]:
    """Return the words in drawings that are cut off, and the page if it is wider than the screen."""
    wide: int = page.evaluate("document.documentElement.scrollWidth")
    words: list[str] = page.evaluate(CUT)
    return words if wide <= width else [*words, f"the page is {wide} wide"]
