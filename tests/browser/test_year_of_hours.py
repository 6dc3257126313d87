"""The year of hours in a real JupyterLab, by mouse and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations

AREA = ".jp-Cell-outputArea"
CHANGE_THEME = "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})"
# What stands on the page when the handlers of a change are through: Python cannot have answered yet.
CHOOSE_AND_LOOK = """(list, value) => {
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  return list.closest('section').innerText;
}"""


@pytest.fixture
def hours(open_notebook):
    notebook = open_notebook(
        [
            "from weakties.widgets import YearOfHours\nhours = YearOfHours()\nhours",
            "print(hours.prediction, hours.years, hours.guess, hours.planted['silent'])",
        ]
    )
    notebook.run_all()
    return notebook


def what_python_knows(notebook):
    notebook.cell(1).click()
    notebook.execute("notebook:run-cell")
    return notebook.output(1)


def test_played_by_mouse(hours):
    output, page = hours.output(0), hours.page

    def button(name):
        return output.get_by_role("button", name=name)

    def in_theme(name, light):
        page.evaluate(CHANGE_THEME, name)
        expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
        expect(page.locator("#jupyterlab-splash")).to_have_count(0)

    expect(output.get_by_text("Before you start")).to_be_visible()
    expect(output.get_by_text("In this simulated world")).to_have_count(0)
    assert axe_violations(page, AREA) == []
    button("Commit and plan").click(force=True)
    expect(output.get_by_text("Answer both first")).to_be_visible()
    output.get_by_role("radio", name="400 first").check()
    output.get_by_role("radio", name="3").check()
    button("Commit and plan").click()

    expect(output.get_by_role("heading", name="Your plan")).to_be_focused()
    expect(output.get_by_text("In this simulated world")).to_have_count(0)
    inviting = output.get_by_label("Inviting, quarter 1")
    assert "Too many" not in inviting.evaluate(CHOOSE_AND_LOOK, "4")
    too_many = output.get_by_label("Messaging, quarter 1").evaluate(CHOOSE_AND_LOOK, "3")
    assert "Too many: quarter 1 has 7 hours, and a week has 5." in too_many
    assert "Too many" not in inviting.evaluate(CHOOSE_AND_LOOK, "1")
    button("Do in every quarter").click()
    expect(output.get_by_label("Messaging, quarter 4")).to_have_value("3")
    button("Commit and see").click(force=True)
    expect(output.get_by_text("a whole number for each of the two questions")).to_be_visible()
    output.get_by_label("How many connections").fill("300")
    output.get_by_label("And how many opportunities").fill("12")
    assert axe_violations(page, AREA) == []
    button("Commit and see").click()

    expect(output.get_by_role("heading", name="The year")).to_be_focused()
    expect(output.get_by_text("You had said 400 first")).to_be_visible()
    expect(output.get_by_text("358 connections (you said 300)")).to_be_visible()
    expect(output.get_by_text("What carries it")).to_have_count(0)
    assert axe_violations(page, AREA) == []
    output.get_by_role("radio", name="Half of the untended bridges").check()
    button("Commit and open").click()

    expect(output.get_by_role("heading", name="What carries it")).to_be_focused()
    carrying = output.get_by_role("row", name=re.compile("^Opportunities a year through 100"))
    expect(carrying).to_contain_text("it carries the result")
    verdict = output.get_by_text(re.compile("^As assumed now"))
    expect(verdict).to_contain_text("stopping near 200 wins")
    output.get_by_label("Opportunities a year through 100").fill("6")
    expect(verdict).to_contain_text("reaching 400 first is no worse")
    in_theme("JupyterLab Dark", "false")
    assert axe_violations(page, AREA) == []
    in_theme("JupyterLab Light", "true")
    output.get_by_text("What this rests on").click()
    assert axe_violations(page, AREA) == []
    expect(what_python_knows(hours)).to_have_text(
        "{'more': 'race', 'sure': 3} [{'plan': [[1, 0, 3, 0], [1, 0, 3, 0], [1, 0, 3, 0], "
        "[1, 0, 3, 0]], 'connections': 300, 'opportunities': 12}] bridge 6",
        use_inner_text=True,
    )
    button("Plan another year").click()
    expect(output.get_by_role("heading", name="Your plan")).to_be_visible()
    expect(output.get_by_label("Messaging, quarter 2")).to_have_value("3")


def test_played_by_keyboard_alone(hours):
    output, page = hours.output(0), hours.page
    keyboard = page.keyboard
    cells = page.locator(".jp-Notebook .jp-Cell").count()

    def reach(name):
        button = output.get_by_role("button", name=name)
        for _ in range(40):
            if button.evaluate("button => button === document.activeElement"):
                return
            keyboard.press("Tab")
        raise AssertionError(name)

    output.get_by_role("radio", name="400 first").focus()
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Space")
    reach("Commit and plan")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="Your plan")).to_be_focused()

    output.get_by_label("Asking, quarter 1").focus()
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    expect(output.get_by_label("Asking, quarter 1")).to_have_value("2")
    reach("Do in every quarter")
    keyboard.press("Space")
    expect(output.get_by_label("Asking, quarter 3")).to_have_value("2")
    keyboard.press("Tab")
    keyboard.type("150")
    keyboard.press("Tab")
    keyboard.type("9")
    reach("Commit and see")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="The year")).to_be_focused()
    expect(output.get_by_text("You had said near 200")).to_be_visible()
    expect(output.get_by_text("150 connections (you said 150)")).to_be_visible()

    output.get_by_role("radio", name="Half of the untended bridges").focus()
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    reach("Commit and open")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="What carries it")).to_be_focused()
    output.get_by_label("Opportunities a year through 100").focus()
    for _ in range(5):
        keyboard.press("ArrowRight")
    verdict = output.get_by_text(re.compile("^As assumed now"))
    expect(verdict).to_contain_text("reaching 400 first is no worse")
    # None of these keys did anything to the notebook itself.
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
