"""The page on what is alike: both sides fit a phone and a desk, and nothing bars anybody from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.accessibility import axe_violations
from browser.layout import cut_off
from teaching.alike.test_compare import CODE, renamed
from weakties.teaching.alike.compare import KEY, Answer, alike, groups
from weakties.teaching.alike.forms import page_of
from weakties.teaching.alike.found import Found, Question

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_accessibility_violation_and_fits_its_screen(
    page: Page, tmp_path: Path, scheme: str
):
    wide = f"# {'wide ' * 40}\n{CODE}"
    answers = [Answer("ann", CODE), Answer("bo", renamed(CODE)), Answer("cy", wide)]
    found = groups(alike([*answers, Answer(KEY, CODE)]))
    path = tmp_path / "alike.html"
    path.write_text(page_of(Found("ps1", [Question("q1", 3, 0, 3, found)], 3)), encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.goto(path.as_uri())
    assert page.locator("mark").count() > 0
    assert axe_violations(page, "html") == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert cut_off(page, width) == []
