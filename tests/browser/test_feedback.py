"""A learner's page of feedback in a browser: nothing of what was handed in runs or asks for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from browser.accessibility import axe_violations
from browser.layout import cut_off
from weakties.check.panel import as_html
from weakties.check.verdict import Verdict
from weakties.grading.feedback.page import failure_page, feedback_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

OWNED = "document.title='owned'"
HOST = "http://127.0.0.1:9"
HTML = (
    f'<script>{OWNED}</script><img src=\'{HOST}/a.png\' onerror="{OWNED}"><b onclick="{OWNED}">b</b>'
    f"<iframe srcdoc='<script>parent.{OWNED}</script>'></iframe>"
    f"<p style='background:url({HOST}/b.png)'>p</p><link rel='stylesheet' href='{HOST}/c.css'>"
    f"<video src='{HOST}/d.mp4' autoplay></video><details open ontoggle=\"{OWNED}\">d</details>"
)
SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' aria-label='a square'>"
    f"<script>{OWNED}</script><image href='{HOST}/e.png' width='9' height='9'/>"
    f"<rect width='9' height='9' onload=\"{OWNED}\"/></svg>"
)
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
TABLE = "<table class='dataframe'><tr><th></th><th>a</th></tr><tr><th>0</th><td>1</td></tr></table>"


def shows(**data: str) -> object:
    kinds = {name.replace("_", "/").replace("svg", "svg+xml"): text for name, text in data.items()}
    return new_output("display_data", kinds)


def page_of_an_attacker() -> str:
    outputs = [
        shows(text_html=HTML),
        shows(text_html=SVG),
        shows(image_svg=SVG),
        shows(text_markdown=f"![x]({HOST}/f.png) {HTML}"),
        shows(application_javascript=OWNED, text_plain="an object"),
        shows(image_png=PNG, text_plain="a dot"),
        shows(text_html=TABLE),
        new_output("stream", name="stdout", text=f"{HTML}{'wide ' * 80}"),
    ]
    answer = new_code_cell("x = 1" + " + 1" * 80, outputs=outputs)
    answer.metadata["nbgrader"] = {"grade_id": "x", "solution": True, "grade": False}
    said = Verdict("photo-q1", "", 2, 0, (), compared=True, edition="open")
    shown = [shows(text_html=f"<section>no{HTML}</section>"), shows(text_html=as_html(said))]
    check = new_code_cell("assert x", outputs=shown)
    check.metadata["nbgrader"] = {"grade_id": "x-check", "grade": True, "score": 1.0, "points": 2.0}
    essay = new_markdown_cell(f'# Mine\n\n![x]({HOST}/g.png) {HTML} <img src=x onerror="{OWNED}">')
    essay.metadata["nbgrader"] = {
        "grade_id": "essay", "grade": True, "solution": True, "score": 0.0, "points": 3.0,
        "waits": True, "comment": HTML,
    }  # fmt: skip
    return feedback_page(new_notebook(cells=[answer, check, essay]), "ps1", "ps1", seconds=30)


PAGES = {
    "graded": page_of_an_attacker,
    "failed": lambda: failure_page("photo", "photo", f"photo.ipynb is no JSON: {HTML}"),
}


@pytest.fixture(params=PAGES)
def feedback(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "feedback.html"
    path.write_text(PAGES[request.param](), encoding="utf-8")
    return path


def asked_by(page: Page, path: Path) -> list[str]:
    """Open a file, touch all that it holds, and return what was asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('b, summary, details').forEach(one => one.click())")
    page.wait_for_load_state("networkidle")
    return asked


def test_nothing_runs_and_nothing_is_asked_for(feedback: Path, page: Page):
    assert asked_by(page, feedback) == [feedback.as_uri()]
    assert page.title().startswith("Feedback: ")


def test_the_same_content_without_our_page_does_run_and_ask(page: Page, tmp_path: Path):
    path = tmp_path / "raw.html"
    path.write_text(f"<!doctype html><title>Feedback: </title>{HTML}{SVG}", encoding="utf-8")
    asked = asked_by(page, path)
    assert page.title() == "owned"
    assert {url.removeprefix(f"{HOST}/") for url in asked} >= {"a.png", "b.png", "c.css", "e.png"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_feedback_has_no_accessibility_violation(feedback: Path, page: Page, scheme: str):
    page.emulate_media(color_scheme=scheme)
    page.goto(feedback.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert axe_violations(page, "html") == []


@pytest.mark.parametrize("width", [320, 900])
def test_feedback_fits_a_phone_and_a_desk(feedback: Path, page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(feedback.as_uri())
    assert cut_off(page, width) == []
