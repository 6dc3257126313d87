"""The inbox in a real JupyterLab, by mouse and by keyboard alone, light and dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.accessibility import violations_in_both_themes


@pytest.fixture
def inbox(run_notebook):
    return run_notebook(
        [
            "from weakties.widgets import Inbox\ninbox = Inbox()\ninbox",
            "print(inbox.prediction, len(inbox.decisions), inbox.asked, inbox.rule, inbox.attackers)",
        ]
    )


def test_played_by_mouse(inbox):
    output = inbox.output(0)
    expect(output.get_by_text("Before you start")).to_be_visible()
    expect(output.get_by_text("The inbox", exact=True)).to_have_count(0)
    assert violations_in_both_themes(inbox) == []

    commit = output.get_by_role("button", name="Commit and open the inbox")
    commit.click(force=True)
    expect(output.get_by_role("status")).to_contain_text("Answer both first")
    output.get_by_label("Of every ten").select_option("8")
    output.get_by_role("radio", name="3").check()
    commit.click()

    expect(output.get_by_role("heading", name="The inbox")).to_be_focused()
    expect(output.get_by_text("Request 1 of 30.", exact=True)).to_be_visible()
    output.get_by_role("button", name="Ask first").click()
    expect(output.get_by_text(re.compile("^Reply|^No reply")).first).to_be_visible()
    assert violations_in_both_themes(inbox) == []
    for number in range(1, 31):
        expect(output.get_by_text(f"Request {number} of 30.", exact=True)).to_be_visible()
        expect(output.get_by_text("precision")).to_have_count(0)
        output.get_by_role("button", name="Decline" if number % 3 else "Accept").click()

    expect(output.get_by_role("heading", name="Your record, by hand")).to_be_focused()
    expect(output.get_by_role("status")).to_contain_text("You accepted 10 of 30")
    expect(output.get_by_role("row", name=re.compile("^good"))).to_be_visible()
    output.get_by_text("What each of the thirty was").click()
    expect(output.get_by_role("cell", name="asked, then declined")).to_be_visible()
    assert violations_in_both_themes(inbox) == []

    output.get_by_role("button", name="Make a rule").click()
    result = output.locator("p.wt-status[role=status]")
    expect(result).to_contain_text("Accept with at least 3 mutual connections; decline all others.")
    expect(
        output.get_by_text(
            "Try another rule beside this one; then attackers answer the one that you keep."
        )
    ).to_be_visible()
    output.get_by_label("Age of the account").fill("12")
    expect(result).to_contain_text("an account of at least 12 months")
    output.get_by_label("Age of the account").fill("0")
    expect(result).to_contain_text("at least 3 mutual connections; decline")

    expect(output.locator("svg.wt-chart")).to_have_count(0)
    compare = output.get_by_role("button", name="Commit and compare the policies")
    compare.click(force=True)
    expect(output.get_by_text("Type a whole number of hours first")).to_be_visible()
    output.get_by_label("With V as it is").fill("12")
    compare.click()
    expect(output.get_by_text("You said 12 hours.")).to_be_visible()
    axis = output.locator("svg.wt-chart text", has_text="hours per request")
    assert axis.evaluate("text => text.getBBox().x") >= 0

    best = output.get_by_text("the best of the four is to")
    expect(best).to_contain_text("You say 20 hours: ask everybody.")
    output.get_by_label("A bad one costs").fill("2")
    expect(best).to_contain_text("You say 2 hours: accept all.")
    output.get_by_label("A bad one costs").fill("20")
    expect(best).to_contain_text("You say 20 hours: ask everybody.")

    output.get_by_role("radio", name="It brings about as much").check()
    output.get_by_role("button", name="Commit and let them act").click()
    expect(output.get_by_text("not as you said")).to_be_visible()
    expect(result).to_contain_text("Attackers have adapted.")
    expect(result).to_contain_text("below the threshold of 67%")
    output.get_by_role("radio", name="names an event").check()
    expect(result).to_contain_text("a note that names an event where you talked")
    output.get_by_role("radio", name="It brings about as much").check()
    output.get_by_role("button", name="Commit and let them act").click()
    expect(result).to_contain_text("Attackers have learned.")
    assert violations_in_both_themes(inbox) == []
    expect(inbox.run_again(1)).to_have_text(
        "{'good': 8, 'sure': 3} 30 [0] {'mutuals': 3, 'months': 0, 'rest': 'decline', 'sign': 'event'} learned",
        use_inner_text=True,
    )
    inbox.output(0).get_by_role("radio", name="as they are").check()
    expect(result).not_to_contain_text("Attackers have")
    output.get_by_role("button", name="Start again").click()
    output.get_by_role("button", name="without these decisions?").click()
    expect(output.get_by_text("Before you start")).to_be_visible()


def test_played_by_keyboard_alone(inbox):
    output, keyboard = inbox.output(0), inbox.page.keyboard
    cells = inbox.page.locator(".jp-Notebook .jp-Cell").count()
    good = output.get_by_label("Of every ten")
    good.focus()
    for _ in range(8):
        keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="The inbox")).to_be_focused()

    keyboard.press("Tab")
    accept = output.get_by_role("button", name="Accept")
    expect(accept).to_be_focused()
    for number in range(1, 30):
        keyboard.press("Enter" if number % 2 else "Space")
        expect(output.get_by_text(f"Request {number + 1} of 30.", exact=True)).to_be_visible()
        expect(accept).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("button", name="Ask first")).to_be_focused()
    expect(output.get_by_text(re.compile("^Reply|^No reply")).first).to_be_visible()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="Your record, by hand")).to_be_focused()
    expect(output.get_by_role("status")).to_contain_text("You accepted 29 of 30")

    make = output.get_by_role("button", name="Make a rule")
    while not make.evaluate("button => button === document.activeElement"):
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="Now make a rule")).to_be_focused()
    keyboard.press("Tab")
    mutuals = output.get_by_label("Mutual connections, at least")
    expect(mutuals).to_be_focused()
    result = output.locator("p.wt-status[role=status]")
    keyboard.press("ArrowRight")
    expect(result).to_contain_text("at least 4 mutual connections")
    expect(mutuals).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("ArrowDown")
    expect(result).to_contain_text("a note that names one of three signs")
    keyboard.press("Tab")
    keyboard.press("ArrowDown")
    expect(result).to_contain_text("ask all others")

    said = output.get_by_label("With V as it is")
    while not said.evaluate("input => input === document.activeElement"):
        keyboard.press("Tab")
    keyboard.type("7")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_text("You said 7 hours.")).to_be_focused()
    expect(output.get_by_role("heading", name="Now make a rule")).to_be_visible()

    guess = output.get_by_role("radio", name="It brings about as much")
    while not guess.evaluate("radio => radio === document.activeElement"):
        keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_text("You guessed when")).to_be_focused()
    expect(result).to_contain_text("Attackers have adapted.")
    # None of these keys did anything to the notebook itself.
    assert inbox.page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert violations_in_both_themes(inbox) == []
