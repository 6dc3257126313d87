"""A lesson that was played and exported as HTML, opened where there is no network."""

from __future__ import annotations

import nbformat
from playwright.sync_api import expect

from weakties.content import content_root
from weakties.course import load_course
from weakties.widgets.shared.fallback import NEEDS_A_KERNEL

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def test_each_widget_is_a_picture_and_nothing_is_fetched(page, lab):
    lesson = nbformat.read(content_root() / load_course().unit("photo").lesson, as_version=4)
    played = _as_played(lesson)
    nbformat.write(lesson, lab.folder / "played.ipynb")
    refused = []
    page.on("requestfailed", lambda request: refused.append(request.url))

    page.goto(f"{lab.url}/nbconvert/html/played.ipynb?token={lab.token}")

    shown = page.get_by_text(NEEDS_A_KERNEL)
    expect(shown).to_have_count(played)
    assert page.evaluate("[...document.images].every((one) => one.complete && one.naturalWidth)")
    assert refused == []


def _as_played(lesson):
    """Give every widget's output the view and state that a kernel stores; return how many have one."""
    outputs = [
        output.data
        for cell in lesson.cells
        for output in cell.get("outputs", [])
        if NEEDS_A_KERNEL in output.get("data", {}).get("text/html", "")
    ]
    states = {}
    for number, data in enumerate(outputs):
        data[VIEW] = {"model_id": f"m{number}", "version_major": 2, "version_minor": 0}
        states[f"m{number}"] = {"model_module": "anywidget", "model_name": "AnyModel", "state": {}}
    lesson.metadata["widgets"] = {STATE: {"state": states, "version_major": 2, "version_minor": 0}}
    return len(outputs)
