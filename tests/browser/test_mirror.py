"""The mirror in a browser: complete without a network, readable for all, in light, dark and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.layout import cut_off
from weakties.linkedin import mirror, read
from weakties.linkedin.pseudonym.file import write_copy
from weakties.linkedin.sample import write_sample

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from playwright.sync_api import Page

    from browser.notebook import Notebook

    OpenNotebook = Callable[[Sequence[str]], Notebook]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mirror")
    write_sample(folder / "Basic_LinkedInDataExport_10-03-2026.zip")
    page = folder / "mirror.html"
    html = mirror(folder / "Basic_LinkedInDataExport_10-03-2026.zip").html()
    page.write_text(html, encoding="utf-8")
    return page


@pytest.fixture(scope="module")
def report_beside_a_class(report: Path) -> Path:
    """Return the same report with one section more: the copies of a class."""
    export = report.with_name("Basic_LinkedInDataExport_10-03-2026.zip")
    copies = report.with_name("copies")
    copies.mkdir()
    for name in ("one.zip", "two.zip"):
        write_copy(read(export), copies / name)
    page = report.with_name("beside.html")
    page.write_text(mirror(export, beside=copies).html(), encoding="utf-8")
    return page


_UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_report_has_no_accessibility_violation_folded_or_open(
    report_beside_a_class: Path, page: Page, width: int
):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(report_beside_a_class.as_uri())
    for step in ("0", _UNFOLD):
        page.evaluate(step)
        for colors in ("light", "dark"):
            page.emulate_media(color_scheme=colors)
            assert axe_violations(page, "html") == []


def test_the_first_screen_is_a_picture_and_a_link_opens_what_it_names(report: Path, page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(report.as_uri())

    picture = page.locator(".disc svg").bounding_box()
    assert picture is not None
    assert picture["y"] + picture["height"] < 844
    expect(page.locator("section figure:visible")).to_have_count(0)
    page.get_by_role("navigation").get_by_role("link", name="When you write").click()
    expect(page.locator("section figure:visible")).to_have_count(1)
    expect(page.locator(".part[open] .gist:visible")).to_have_count(0)
    expect(page.locator(".part:not([open]) .gist:visible")).to_have_count(12)


def test_the_report_asks_for_nothing_but_itself(report: Path, page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    page.goto(report.as_uri())
    page.evaluate(_UNFOLD)

    assert asked == [report.as_uri()]
    assert page.locator("section").count() == 13
    assert page.locator("figure svg:visible").count() == 12
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator("figure svg:visible").count() == 12
    assert page.locator("figure .narrow svg:visible").count() == 11


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_cut_off_on_a_narrow_or_a_wide_screen(report: Path, page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(report.as_uri())
    page.evaluate(_UNFOLD)

    assert cut_off(page, width) == []


def test_a_notebook_shows_the_report_in_one_call(report: Path, open_notebook: OpenNotebook):
    export = str(report.with_name("Basic_LinkedInDataExport_10-03-2026.zip"))
    notebook = open_notebook([f"from weakties.linkedin import mirror; mirror({export!r})"])
    notebook.run_all()

    expect(notebook.output(0).get_by_role("heading", name="Growth")).to_be_visible()
    assert axe_violations(notebook.page) == []


def test_print_is_black_on_white_and_unfolds_all_but_lists_of_words(report: Path, page: Page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(report.as_uri())

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert page.get_by_role("columnheader", name="Last message").first.is_visible()
    assert not page.get_by_text("stagiaire").is_visible()
    assert page.pdf().startswith(b"%PDF")
