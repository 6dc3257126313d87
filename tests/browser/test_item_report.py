"""The item report in a browser: complete without a network, readable for all, on any screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.accessibility import axe_violations
from browser.layout import cut_off
from grading.report.classes import a_class, entries, work
from weakties.grading.report.forms import page_of
from weakties.grading.report.report import Report

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

REPORTS = {
    "with-notes": a_class,
    "without-notes": lambda: Report(entries({"ann": work(2, 3, 0), "bo": work(0, 1, None)})),
}


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    page = tmp_path / "report.html"
    page.write_text(page_of(REPORTS[request.param]()), encoding="utf-8")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_has_no_accessibility_violation_folded_or_open(
    report: Path, page: Page, scheme: str
):
    page.emulate_media(color_scheme=scheme)
    page.goto(report.as_uri())

    assert axe_violations(page, "html") == []
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert axe_violations(page, "html") == []


def test_the_report_asks_for_nothing_but_itself(report: Path, page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    page.goto(report.as_uri())

    assert asked == [report.as_uri()]
    assert page.get_by_role("heading", name="Where everybody stands").is_visible()
    assert page.get_by_role("img", name="Mean share of the points").is_visible()


@pytest.mark.parametrize("width", [320, 900])
def test_nothing_is_cut_off_on_a_narrow_or_a_wide_screen(report: Path, page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(report.as_uri())

    assert cut_off(page, width) == []


def test_print_is_black_on_white_with_every_learner_on_it(report: Path, page: Page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(report.as_uri())

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.get_by_role("rowheader", name="ann").first.is_visible()
    assert page.pdf().startswith(b"%PDF")
