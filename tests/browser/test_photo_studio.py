"""The photo studio in a real JupyterLab, by mouse and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations

LAPTOP = 600
"""Of a screen with 768 pixels, what the browser and JupyterLab leave to a notebook."""


@pytest.fixture
def studio(run_notebook):
    return run_notebook(
        [
            "from weakties.widgets import PhotoStudio\nstudio = PhotoStudio()\nstudio",
            "print(studio.prediction, studio.current.attire, studio.viewer, studio.tried)",
        ]
    )


def test_played_by_mouse(studio):
    output = studio.output(0)
    expect(output.get_by_text("Which photo?")).to_be_visible()
    expect(output.get_by_text("The studio is open")).to_have_count(0)
    assert axe_violations(studio.page) == []

    output.get_by_role("button", name="Commit").click(force=True)
    expect(output.get_by_role("status")).to_have_text("Choose a photo first.")
    output.get_by_role("radio", name="Photo B").check()
    output.get_by_role("radio", name="4").check()
    output.get_by_role("button", name="Commit").click()

    status = output.get_by_role("status")
    expect(status).to_contain_text("It is still your photo B.")
    expect(status).to_contain_text("Try 3 more photos")
    expect(output.get_by_text("You chose photo B and were 4 of 5 sure.")).to_be_visible()

    # Whoever changes something sees both pictures and the chart, on a laptop too.
    top = output.locator(".wt-pair").bounding_box()["y"]
    viewers = output.get_by_role("group", name="Who looks at it?").bounding_box()
    assert viewers["y"] + viewers["height"] - top <= LAPTOP

    output.get_by_label("Clothes").select_option("suit")
    expect(status).to_contain_text(re.compile(r"At the bank.* above your photo B"))
    output.get_by_role("radio", name="climbing gym").check()
    expect(status).to_contain_text("At the gym")
    output.get_by_label("Clothes").select_option("tank-top")
    expect(status).to_contain_text("Try 1 more photo to see")
    output.get_by_label("Background").select_option("climbing-wall")
    expect(status).to_contain_text("What would have won stands below")

    expect(output.get_by_text("3 different photos win")).to_be_hidden()
    output.get_by_text("What would have won?").click()
    expect(output.get_by_text("3 different photos win")).to_be_visible()
    output.get_by_text("What we planted").click()
    expect(output.get_by_role("cell", name="Photofeeler 2014").first).to_be_visible()
    assert axe_violations(studio.page) == []
    expect(studio.run_again(1)).to_have_text(
        "{'photo': 'B', 'sure': 4} tank-top gym 3", use_inner_text=True
    )


def test_played_by_keyboard_alone(studio):
    output, keyboard = studio.output(0), studio.page.keyboard
    cells = studio.page.locator(".jp-Notebook .jp-Cell").count()
    expect(output.get_by_text("Which photo?")).to_be_visible()
    output.get_by_role("radio", name="Photo A").focus()
    keyboard.press("Space")
    for _ in range(3):
        keyboard.press("ArrowRight")
    expect(output.get_by_role("radio", name="Photo D")).to_be_checked()
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    expect(output.get_by_role("radio", name="2", exact=True)).to_be_checked()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="The studio is open")).to_be_focused()

    keyboard.press("Tab")
    keyboard.press("Tab")
    clothes = output.get_by_label("Clothes")
    expect(clothes).to_be_focused()
    status = output.get_by_role("status")
    for left in ("Try 2 more", "Try 1 more", "stands below"):
        keyboard.press("ArrowUp")
        expect(status).to_contain_text(left)
        expect(clothes).to_be_focused()
    for _ in range(6):
        keyboard.press("Tab")
    expect(output.get_by_role("radio", name="at a bank")).to_be_focused()
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    expect(output.get_by_role("radio", name="baseball club")).to_be_focused()
    expect(status).to_contain_text("At the club")

    for _ in range(2):
        keyboard.press("Tab")
    for words in ("What would have won?", "What we planted"):
        expect(output.locator("summary", has_text=words)).to_be_focused()
        keyboard.press("Enter")
        keyboard.press("Tab")
    expect(output.get_by_role("cell", name="our assumption").first).to_be_visible()
    # None of these keys did anything to the notebook itself.
    assert studio.page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert axe_violations(studio.page) == []
