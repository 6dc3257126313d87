"""The seven metaphors in a real JupyterLab, by mouse and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations


@pytest.fixture
def metaphors(run_notebook):
    return run_notebook(
        [
            "from weakties.widgets import SevenMetaphors\ndial = SevenMetaphors()\ndial",
            "print(dial.prediction['goal'], dial.goal, dial.overlay, dial.number, dial.guards)",
        ]
    )


def test_played_by_mouse(metaphors):
    output, page = metaphors.output(0), metaphors.page

    def button(name):
        return output.get_by_role("button", name=name)

    def group(name):
        return output.get_by_role("group", name=name)

    people = output.get_by_role("region", name="The sixty people").get_by_role("checkbox")
    expect(people).to_have_count(60)
    expect(output.get_by_text("stand on its list")).to_have_count(0)
    assert axe_violations(page) == []

    button("Commit").click(force=True)
    expect(output.get_by_text("Choose a metaphor, pick 10 people")).to_be_visible()
    group("The network is").get_by_role("radio", name="a think tank").check()
    button("Pick the ten best connected").click()
    expect(output.locator(".wt-count")).to_have_text("10 of 10 picked.")
    output.get_by_label("How many of your ten").select_option("6")
    output.get_by_role("radio", name="3", exact=True).check()
    button("Commit").click()

    expect(output.get_by_role("heading", name="The dial is open")).to_be_focused()
    expect(output.get_by_text("you expected 6 and were 3 of 5 sure")).to_be_visible()
    status = output.locator("p.wt-status").first
    expect(status).to_contain_text("Ten for a think tank")
    group("Turn the dial").get_by_role("radio", name="a gang").check()
    expect(status).to_contain_text("Ten for a gang")
    expect(output.get_by_text("the goal is to keep people near whom she likes")).to_be_visible()
    group("Turn the dial").get_by_role("radio", name="a dating service").check()
    expect(output.get_by_text("Two lists share")).to_be_visible()
    group("Lay a second goal").get_by_role("radio", name="a gang").check()
    expect(status).to_contain_text("both lists, that of a dating service and that of a gang")
    metaphors.change_theme("Dark")
    assert axe_violations(page) == []

    output.get_by_text("What this rests on").click()
    output.get_by_label("How much connections decide").fill("100")
    expect(output.get_by_text("Two lists share 10.0 of ten")).to_be_visible()

    button("Make a number of your own").click()
    expect(output.get_by_role("heading", name="A number of your own")).to_be_focused()
    output.get_by_label("What do you call your number?").fill("real talks")
    group("What does it count?").get_by_role("radio", name="real conversations").check()
    group("How?").get_by_role("radio", name="how many a month").check()
    button("Let somebody game it").click(force=True)
    expect(output.get_by_text("Give it a name, say what it counts")).to_be_visible()
    output.get_by_label("After three moves").fill("60")
    assert axe_violations(page) == []
    button("Let somebody game it").click()

    expect(output.get_by_role("heading", name="Three moves later")).to_be_focused()
    expect(output.get_by_text("“real talks” is 16 times as large")).to_be_visible()
    output.get_by_role("checkbox", name="the other side says").check()
    expect(status).to_contain_text("1 of three moves is stopped")
    expect(output.get_by_role("row", name=re.compile("cheap way.*stopped"))).to_be_visible()
    assert axe_violations(page) == []
    metaphors.change_theme("Light")
    assert axe_violations(page) == []
    expect(metaphors.run_again(1)).to_have_text(
        "tank dating gang {'name': 'real talks', 'what': 'talks', 'form': 'count', 'left': 60} "
        "['cheap']",
        use_inner_text=True,
    )
    button("Make another number").click()
    expect(output.get_by_role("heading", name="A number of your own")).to_be_visible()
    button("Back to the dial").click()
    expect(status).to_contain_text("both lists, that of a dating service and that of a gang")
    button("Start again").click()
    button("without this guess?").click()
    expect(output.get_by_role("heading", name="First, your guess")).to_be_visible()


def test_played_by_keyboard_alone(metaphors):
    output, page = metaphors.output(0), metaphors.page
    keyboard = page.keyboard
    cells = page.locator(".jp-Notebook .jp-Cell").count()

    def reach(role, name):
        control = output.get_by_role(role, name=name).first
        for _ in range(90):
            if control.evaluate("control => control === document.activeElement"):
                return control
            keyboard.press("Tab")
        raise AssertionError(name)

    output.get_by_role("radio", name="an office party").focus()
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    reach("button", "Pick the ten best connected")
    keyboard.press("Enter")
    expect(output.locator(".wt-count")).to_have_text("10 of 10 picked.")
    reach("combobox", "How many of your ten")
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Space")
    reach("button", "Commit")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="The dial is open")).to_be_focused()

    status = output.locator("p.wt-status").first
    expect(status).to_contain_text("Ten for a think tank")
    keyboard.press("Tab")
    keyboard.press("ArrowRight")
    expect(status).to_contain_text("Ten for a gang")
    reach("button", "Make a number of your own")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="A number of your own")).to_be_focused()
    keyboard.press("Tab")
    keyboard.type("replies")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    keyboard.press("Tab")
    keyboard.type("50")
    reach("button", "Let somebody game it")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="Three moves later")).to_be_focused()
    expect(output.get_by_text("“replies” went from")).to_be_visible()
    keyboard.press("Tab")
    keyboard.press("Space")
    expect(status).to_contain_text("1 of three moves is stopped")
    # None of these keys did anything to the notebook itself.
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert axe_violations(page) == []
