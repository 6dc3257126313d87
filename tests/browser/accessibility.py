"""What axe-core finds wrong with a part of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

    from browser.notebook import Notebook

# What is in order is counted and not described: that takes half of the time.
RUN = """async ([selector, only, without]) => {
  const rules = Object.fromEntries(without.map(name => [name, { enabled: false }]));
  const options = { resultTypes: ["violations"], rules, ...(only && { runOnly: only }) };
  const { violations } = await axe.run(selector, options);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(node => `${id} (${impact}): ${help}: ${node.html}`));
}"""


OUTPUTS = ".jp-Cell-outputArea"


def axe_violations(
    page: Page,
    selector: str = OUTPUTS,
    *,
    only: list[str] | None = None,
    without: Sequence[str] = (),
) -> list[str]:
    """Return one line for each violation inside what matches `selector`; inside outputs by default.

    `only` names the rules that are held; by default all are, `without` some.
    """
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    violations: list[str] = page.evaluate(RUN, [selector, only, [*without]])
    return violations


def violations_in_both_themes(notebook: Notebook) -> list[str]:
    """Return what axe finds in the dark theme, then in the light one."""
    found = []
    for theme in ("Dark", "Light"):
        notebook.change_theme(theme)
        found += axe_violations(notebook.page)
    return found
