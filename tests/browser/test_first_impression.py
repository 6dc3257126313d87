"""The first impression in a real JupyterLab, by mouse and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations

FIRST = [2, 5, 7, 4, 6, 3, 8, 5, 1]
SECOND = [5, 5, 5, 5, 5, 5, 5, 5, 5]


@pytest.fixture
def impression(run_notebook):
    return run_notebook(
        [
            "from weakties.widgets import FirstImpression\nimpression = FirstImpression()\nimpression",
            "print(impression.first, len(impression.flashes))",
        ]
    )


def assert_result(output):
    status = output.get_by_role("status")
    expect(status).to_contain_text(
        re.compile(r"^\d of your 9 ratings changed by more than one point; you predicted 3\.")
    )
    expect(status).to_contain_text("among photos of one person")
    expect(output.get_by_text("agreement is not accuracy")).to_be_visible()
    shown = output.get_by_text("on your screen for").text_content()
    assert float(re.search(r"for (\d+) ms", shown)[1]) >= 90


def test_played_by_mouse(impression):
    output, page = impression.output(0), impression.page
    status = output.get_by_role("status")
    expect(output.get_by_text("Before you look")).to_be_visible()
    assert axe_violations(page) == []
    output.get_by_role("button", name="Commit").click(force=True)
    expect(status).to_have_text("Answer all three first: how many, how much, how sure.")

    output.get_by_label("How many of your 9 ratings").select_option("3")
    output.get_by_role("radio", name="less than").check()
    output.get_by_role("radio", name="4", exact=True).check()
    output.get_by_role("button", name="Commit").click()
    output.get_by_role("button", name="Show the photo").click()
    for number, rating in enumerate(FIRST, start=1):
        expect(status).to_contain_text(f"Photo {number} of 9. It was shown for")
        output.get_by_role("radio", name=str(rating), exact=True).check()
        if number == 1:
            assert axe_violations(page) == []
        output.get_by_role("button", name="Save").click()
    expect(output.get_by_role("heading", name="Second look")).to_be_visible()
    for number, rating in enumerate(SECOND, start=1):
        expect(status).to_have_text(f"Photo {number} of 9.")
        output.get_by_role("radio", name=str(rating), exact=True).check()
        if number == 1:
            expect(output.get_by_role("img")).to_be_visible()
            assert axe_violations(page) == []
        output.get_by_role("button", name="Save").click()

    assert_result(output)
    expect(status).to_contain_text("The two looks have no correlation")
    assert axe_violations(page) == []
    impression.cell(1).click()
    impression.execute("notebook:run-cell")
    expect(impression.output(1)).to_have_text(f"{FIRST} 9", use_inner_text=True)

    output.get_by_role("button", name="Start again", exact=True).click()
    sure = output.get_by_role("button", name="Start again, without these ratings?")
    expect(sure).to_be_focused()
    assert_result(output)
    sure.click()
    expect(output.get_by_role("heading", name="Before you look")).to_be_focused()


def test_played_by_keyboard_alone(impression):
    output, keyboard = impression.output(0), impression.page.keyboard
    cells = impression.page.locator(".jp-Notebook .jp-Cell").count()
    status = output.get_by_role("status")

    def choose(steps):
        """Choose in the radio group that has the focus: the first option, then some steps on."""
        keyboard.press("Space")
        for _ in range(steps):
            keyboard.press("ArrowRight")

    output.get_by_label("How many of your 9 ratings").focus()
    keyboard.press("3")
    keyboard.press("Tab")
    choose(2)
    expect(output.get_by_role("radio", name="more than")).to_be_checked()
    keyboard.press("Tab")
    choose(3)
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="First look")).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Enter")
    for number, rating in enumerate(FIRST, start=1):
        expect(status).to_contain_text(f"Photo {number} of 9. It was shown for")
        expect(output.get_by_role("radio", name="1", exact=True)).to_be_focused()
        choose(rating - 1)
        keyboard.press("Tab")
        keyboard.press("Enter")
    expect(output.get_by_role("heading", name="Second look")).to_be_focused()
    keyboard.press("Tab")
    for number, rating in enumerate(reversed(FIRST), start=1):
        expect(status).to_have_text(f"Photo {number} of 9.")
        expect(output.get_by_role("radio", name="1", exact=True)).to_be_focused()
        choose(rating - 1)
        keyboard.press("Tab")
        keyboard.press("Enter")

    expect(output.get_by_role("heading", name="What your ratings say")).to_be_focused()
    assert_result(output)
    expect(status).to_contain_text("4 of 5 sure")
    # None of these keys did anything to the notebook itself.
    assert impression.page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert axe_violations(impression.page) == []
