"""The ninety days in a real JupyterLab, by mouse and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations

# What stands on the page when the handlers of a click are through: Python cannot have answered yet.
CLICK_AND_LOOK = "button => { button.click(); return button.closest('section').innerText; }"
CLICK_AND_WAIT_A_DAY = """button => {
  button.click();
  const all = [...button.closest('section').querySelectorAll('button')];
  all.find(other => other.textContent === 'Wait a day').click();
}"""
CLICK_AND_TYPE_ELSEWHERE = """button => {
  button.click();
  document.querySelectorAll('.jp-Cell .cm-content')[1].focus();
}"""


@pytest.fixture
def days(run_notebook):
    return run_notebook(
        [
            "from weakties.widgets import AfterTheClick\ndays = AfterTheClick()\ndays",
            "print(days.prediction, days.moves, days.guess, days.planted['half_life'])",
        ]
    )


def test_played_by_mouse(days):
    output, page = days.output(0), days.page

    def button(name):
        return output.get_by_role("button", name=name)

    expect(output.get_by_text("Before you start")).to_be_visible()
    expect(output.get_by_text("Doing nothing leaves")).to_have_count(0)
    assert axe_violations(page) == []

    button("Commit and begin").click(force=True)
    expect(output.get_by_role("status")).to_contain_text("Answer both first")
    output.get_by_label("The tie begins").select_option("20")
    output.get_by_role("radio", name="3").check()
    button("Commit and begin").click()

    expect(output.get_by_role("heading", name="Ninety days")).to_be_focused()
    expect(output.get_by_text("Doing nothing leaves 8.8 of 25 points")).to_be_visible()
    status = output.locator("p.wt-status")
    button("Thank").evaluate(CLICK_AND_WAIT_A_DAY)
    expect(status).to_contain_text("Day 0. You thanked.")
    expect(output.get_by_text("Day 2 of 90", exact=True)).to_be_visible()

    seen = button("Wait a week").evaluate(CLICK_AND_LOOK)
    assert "Day 8 of 90" in seen
    assert "Tessa asks her network" in seen
    button("Share something useful").click()
    expect(status).to_contain_text("It was what she had asked for.")

    assert "asked by phone" in button("Ask by phone").evaluate(CLICK_AND_LOOK)
    expect(output.get_by_label("Of ten people like Tessa")).to_be_focused()
    assert axe_violations(page) == []
    button("Not now").click()
    expect(button("Ask by phone")).to_be_focused()
    button("Ask by phone").click()
    button("Ask now").click(force=True)
    expect(output.get_by_text("Choose a number of ten first.")).to_be_visible()
    expect(output.get_by_text("here it is")).to_have_count(0)
    output.get_by_label("Of ten people like Tessa").select_option("3")
    button("Ask now").click()
    expect(status).to_contain_text(re.compile(r"You said 3 of ten; here it is \d\.\d\."))
    expect(output.get_by_label("Of ten people like Tessa")).to_be_hidden()
    expect(output.get_by_role("row", name=re.compile("Asked by phone"))).to_be_visible()
    days.change_theme("Dark")
    assert axe_violations(page) == []

    button("Do nothing more until day 90").click()
    expect(output.get_by_role("heading", name="The ninety days are over")).to_be_focused()
    expect(output.get_by_text("In this simulated world you stay")).to_have_count(0)
    output.get_by_label(re.compile("^500 others")).select_option("5")
    button("Commit and see the year").click()
    expect(output.get_by_role("heading", name="The year")).to_be_focused()
    expect(status).to_contain_text("you had said 5.")
    nothing = output.get_by_role("row", name=re.compile("^Nothing at all"))
    expect(nothing).to_contain_text("79")
    output.get_by_text("What this rests on").click()
    output.get_by_label("Warmth halves in").fill("120")
    expect(nothing).to_contain_text("158")
    assert axe_violations(page) == []
    days.change_theme("Light")
    assert axe_violations(page) == []
    expect(days.run_again(1)).to_have_text(
        "{'left': 20, 'sure': 3} [{'day': 0, 'what': 'thank', 'expected': None}, "
        "{'day': 8, 'what': 'share', 'expected': None}, "
        "{'day': 9, 'what': 'phone', 'expected': 3}] 5 120",
        use_inner_text=True,
    )
    days.output(0).get_by_role("button", name="Start again").click()
    sure = days.output(0).get_by_role("button", name="without this year?")
    sure.evaluate(CLICK_AND_TYPE_ELSEWHERE)
    expect(output.get_by_text("Before you start")).to_be_visible()
    expect(days.cell(1).locator(".cm-content")).to_be_focused()


def test_played_by_keyboard_alone(days):
    output, page = days.output(0), days.page
    keyboard = page.keyboard
    cells = page.locator(".jp-Notebook .jp-Cell").count()

    def reach(name):
        button = output.get_by_role("button", name=name)
        for _ in range(40):
            if button.evaluate("button => button === document.activeElement"):
                return button
            keyboard.press("Tab")
        raise AssertionError(name)

    output.get_by_label("The tie begins").focus()
    for _ in range(6):
        keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="Ninety days")).to_be_focused()

    thank = reach("Thank")
    keyboard.press("Enter")
    status = output.locator("p.wt-status")
    expect(status).to_contain_text("Day 0. You thanked.")
    expect(thank).to_be_focused()
    wait = reach("Wait a week")
    keyboard.press("Space")
    expect(output.get_by_text("Day 8 of 90", exact=True)).to_be_visible()
    keyboard.press("Enter")
    expect(output.get_by_text("Day 15 of 90", exact=True)).to_be_visible()
    expect(wait).to_be_focused()

    page.keyboard.press("Shift+Tab")
    for _ in range(8):
        if output.get_by_role("button", name="Ask by message").evaluate(
            "b => b === document.activeElement"
        ):
            break
        keyboard.press("Shift+Tab")
    keyboard.press("Enter")
    expect(output.get_by_label("Of ten people like Tessa")).to_be_focused()
    for _ in range(6):
        keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(status).to_contain_text("Day 15. You asked by message.")
    expect(status).to_contain_text("You said 5 of ten; here it is")
    expect(output.get_by_role("button", name="Ask by message")).to_be_focused()

    reach("Do nothing more until day 90")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="The ninety days are over")).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="The year")).to_be_focused()
    expect(status).to_contain_text("you had said 1.")
    # None of these keys did anything to the notebook itself.
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
