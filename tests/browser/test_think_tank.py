"""The think tank in a real JupyterLab, by mouse and by keyboard alone, light and dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.accessibility import violations_in_both_themes
from browser.keyboard import IS_FOCUSED

EXPECTED = "New things that you expect"


@pytest.fixture
def tank(run_notebook):
    return run_notebook(
        [
            "from weakties.widgets import ThinkTank\ntank = ThinkTank()\ntank",
            "print(tank.prediction['expected'], tank.prediction['sure'], len(tank.picks), tank.tried)",
        ]
    )


def said(output, part):
    """Return the status line of the count, the gauges or the network."""
    place = {
        "count": ".wt-count",
        "gauges": ".wt-floor > :first-child > .wt-status",
        "network": ".wt-sociogram .wt-status",
    }
    return output.locator(place[part])


def test_played_by_mouse(tank):
    output = tank.output(0)
    people = output.get_by_role("region", name="The sixty people").get_by_role("checkbox")
    expect(people).to_have_count(60)
    expect(output.get_by_text("Effective size")).to_have_count(0)
    assert violations_in_both_themes(tank) == []

    output.get_by_role("button", name="Commit").click(force=True)
    expect(output.get_by_text("Pick 12 people first.")).to_be_visible()
    for place in range(12):
        people.nth(place).check()
    expect(said(output, "count")).to_have_text("12 of 12 picked.")
    people.nth(12).click()
    expect(people.nth(12)).not_to_be_checked()
    expect(said(output, "count")).to_contain_text("Take somebody away first.")
    output.get_by_label(EXPECTED).fill("7.5")
    output.get_by_role("radio", name="2", exact=True).check()
    output.get_by_role("button", name="Commit").click()

    expect(output.get_by_text("You expected 7.5 new things a month")).to_be_visible()
    expect(said(output, "gauges")).to_contain_text(
        "These are your first twelve. Try 3 other twelves"
    )
    expect(output.get_by_role("row", name=re.compile("^Effective size"))).to_be_visible()
    people.first.uncheck()
    expect(said(output, "gauges")).to_contain_text("11 people:")
    for preset, left in [
        ("best connected", "2 other"),
        ("most diverse", "1 other"),
        ("closest to home", "below"),
    ]:
        output.get_by_role("button", name=preset).click()
        expect(said(output, "gauges")).to_contain_text(left)

    expect(output.get_by_role("heading", name="What a search finds")).to_be_visible()
    output.get_by_text("What this rests on").click()
    # Which handle a browser puts where differs; the keys of a slider do not.
    output.get_by_label("Minutes of reading up").press("Home")
    expect(said(output, "gauges")).to_contain_text("30 minutes for each")
    output.get_by_role("button", name="Put these twelve on the gauges").click()
    expect(output.get_by_role("row", name=re.compile("^Your choice"))).to_be_visible()
    assert violations_in_both_themes(tank) == []
    tank.cell(1).click()
    tank.execute("notebook:run-cell")
    expect(tank.output(1)).to_have_text("7.5 2 12 4", use_inner_text=True)


def test_played_by_keyboard_alone(tank):
    output, keyboard = tank.output(0), tank.page.keyboard
    cells = tank.page.locator(".jp-Notebook .jp-Cell").count()
    people = output.get_by_role("region", name="The sixty people").get_by_role("checkbox")
    people.first.focus()
    for _ in range(12):
        keyboard.press("Space")
        keyboard.press("Tab")
    expect(said(output, "count")).to_have_text("12 of 12 picked.")
    for _ in range(60 - 12):
        keyboard.press("Tab")
    expect(output.get_by_label(EXPECTED)).to_be_focused()
    keyboard.type("5")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="The gauges are open")).to_be_focused()

    keyboard.press("Tab")
    expect(output.get_by_role("button", name="Your first twelve")).to_be_focused()
    for left in ("2 other", "1 other", "open below"):
        keyboard.press("Tab")
        keyboard.press("Enter")
        expect(said(output, "gauges")).to_contain_text(left)
    expect(output.get_by_role("button", name="The twelve closest to home")).to_be_focused()

    keyboard.press("Tab")
    slider = output.get_by_label("Other industries in the twelve")
    expect(slider).to_be_focused()
    keyboard.press("Home")
    expect(said(output, "gauges")).to_contain_text("30 minutes for each")
    expect(output.get_by_text("The twelve from her own")).to_be_visible()
    keyboard.press("Tab")
    focused = output.locator("[role=option]:focus")
    picked = focused.get_attribute("aria-selected") == "true"
    keyboard.press("Enter")
    expect(said(output, "count")).to_contain_text("11 of 12" if picked else "Take somebody away")

    # Escape leads to the cell. From there the sixty are no longer in the way of the first preset.
    keyboard.press("Escape")
    expect(tank.page.locator(".jp-Cell.jp-mod-active")).to_be_focused()
    for _ in range(5):
        keyboard.press("Tab")
        if output.get_by_role("button", name="Your first twelve").evaluate(IS_FOCUSED):
            break
    else:
        pytest.fail("More than 5 Tabs from the cell to the first preset.")
    # None of these keys did anything to the notebook itself.
    assert tank.page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert violations_in_both_themes(tank) == []
