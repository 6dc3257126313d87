"""The message lab in a real JupyterLab, by mouse and by keyboard alone, in light and dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.accessibility import violations_in_both_themes
from browser.layout import cut_off

CLICK = """button => {
  button.click();
  return button.closest('.weakties').querySelector('[role=status]').textContent;
}"""
"""What the status says right after a click, before anything else could have answered it."""
LOSE_THE_FOCUS = "button => { button.click(); document.activeElement.blur(); }"
"""What the notebook does now and then before Python has answered a click."""


@pytest.fixture
def sent_to_python(lab_page):
    """Return what the page sends over its sockets, a list that grows."""
    frames = []

    def keep(frame):
        frames.append(frame)

    def listen(socket):
        socket.on("framesent", keep)

    lab_page.on("websocket", listen)
    yield frames
    lab_page.remove_listener("websocket", listen)


@pytest.fixture
def message_lab(run_notebook):
    return run_notebook(
        [
            "from weakties.widgets import MessageLab\nlab = MessageLab(seed=1)\nlab",
            "print(lab.prediction['a'], lab.prediction['winner'], lab.sends, lab.declared, lab.replay)",
        ]
    )


def test_played_by_mouse(sent_to_python, message_lab):
    output, page = message_lab.output(0), message_lab.page
    first, second = (output.get_by_role("group", name=f"Message {name}") for name in "AB")
    expect(first).to_contain_text("We have never met.")
    expect(second).to_contain_text("Sorry to bother you")
    assert violations_in_both_themes(message_lab) == []

    first.get_by_label("Opens with").select_option("met")
    expect(first).to_contain_text("We sat at one table yesterday")
    first.get_by_text("Count a text of your own").click()
    first.get_by_label("Your text for A").fill(
        "Dear {name}, may I ask you one thing? " + "I " * 200
    )
    expect(first).to_contain_text("1 question mark · I, me, we, our: 201 · you, your: 1")
    expect(first).to_contain_text("marks of a template: {name}")
    expect(first.get_by_label("Length")).to_have_value("middling")
    assert violations_in_both_themes(message_lab) == []

    commit = output.get_by_role("button", name="Commit to your prediction")
    commit.click(force=True)
    expect(output.get_by_role("status")).to_have_text("Say first which will be answered more.")
    output.get_by_role("radio", name="no difference").check()
    expect(output.get_by_label("By how many percentage points?")).to_be_hidden()
    output.get_by_role("radio", name="A", exact=True).check()
    output.get_by_label("By how many percentage points?").select_option("12")
    output.get_by_role("radio", name="4", exact=True).check()
    commit.click()

    expect(output.get_by_role("heading", name="How many?")).to_be_focused()
    output.get_by_role("radio", name="50", exact=True).check()
    output.get_by_role("button", name="Start the race").click()
    expect(output.get_by_role("heading", name="The race")).to_be_focused()
    expect(output.get_by_text("simulated world")).to_have_count(0)

    said = output.get_by_role("button", name="Send one of each").evaluate(CLICK)
    assert said.startswith("1 of each sent, 49 left.")
    said = output.get_by_role("button", name="Send ten of each").evaluate(CLICK)
    assert said.startswith("11 of each sent, 39 left.")
    assert "0 is" in said
    expect(output.get_by_role("row", name=re.compile("^A 11"))).to_be_visible()
    assert violations_in_both_themes(message_lab) == []
    page.emulate_media(reduced_motion="no-preference")
    output.get_by_role("button", name="Send the rest").click()
    expect(output.get_by_role("status")).to_contain_text("50 of each sent, 0 left.")
    output.get_by_role("button", name="A wins").click()

    expect(output.get_by_role("heading", name="What you declared")).to_be_focused()
    expect(output.get_by_text("you were right.")).to_be_visible()
    replayed = output.get_by_role("status")
    expect(replayed).to_contain_text("The same race 1,000 times, 50 of each")
    output.get_by_role("radio", name="nothing: both are equally good").check()
    expect(replayed).to_contain_text("nothing to be better at")
    output.get_by_role("radio", name="10", exact=True).check()
    expect(replayed).to_contain_text("10 of each")
    output.get_by_text("What is planted, and what it rests on").click()
    expect(output.get_by_role("row", name=re.compile("an apology"))).to_contain_text("× 0.70")
    assert violations_in_both_themes(message_lab) == []
    assert cut_off(page, 1280) == []
    expect(message_lab.run_again(1)).to_have_text(
        "{'opener': 'met', 'length': 'middling', 'ask': 'question', 'time': 'week'} a 50 "
        "{'winner': 'a', 'after': 50} {'world': 'equal', 'sends': 10}",
        use_inner_text=True,
    )
    everything = " ".join(map(str, sent_to_python))
    assert "middling" in everything
    assert "may I ask you one thing" not in everything

    message_lab.output(0).get_by_role("button", name="Race two other messages").evaluate(
        LOSE_THE_FOCUS
    )
    expect(message_lab.output(0).get_by_role("heading", name="Two messages")).to_be_focused()


def test_played_by_keyboard_alone(message_lab):
    output, keyboard = message_lab.output(0), message_lab.page.keyboard
    cells = message_lab.page.locator(".jp-Notebook .jp-Cell").count()

    def tab_to(locator):
        for _ in range(40):
            if locator.evaluate("element => element === document.activeElement"):
                return
            keyboard.press("Tab")
        pytest.fail("The keyboard does not reach it.")

    output.get_by_role("group", name="Message A").get_by_label("Opens with").focus()
    keyboard.press("ArrowDown")
    tab_to(output.get_by_role("radio", name="A", exact=True))
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    tab_to(output.get_by_label("By how many percentage points?"))
    keyboard.press("5")
    tab_to(output.get_by_role("radio", name="1, a guess"))
    keyboard.press("Space")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="How many?")).to_be_focused()

    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="The race")).to_be_focused()

    status = output.get_by_role("status")
    tab_to(output.get_by_role("button", name="Send one of each"))
    keyboard.press("Enter")
    expect(status).to_contain_text("1 of each sent, 19 left.")
    keyboard.press("Tab")
    keyboard.press("Space")
    expect(status).to_contain_text("11 of each sent, 9 left.")
    tab_to(output.get_by_role("button", name="I can't tell"))
    keyboard.press("Enter")
    expect(output.get_by_role("heading", name="What you declared")).to_be_focused()
    expect(output.get_by_text("you declared no winner")).to_be_visible()
    expect(output.get_by_text("You ended the race at 11 of 20.")).to_be_visible()

    tab_to(output.get_by_role("radio", name="11, as you did"))
    keyboard.press("ArrowRight")
    expect(status).to_contain_text("1,000 times, 20 of each")
    expect(output.get_by_role("radio", name="20", exact=True)).to_be_focused()
    tab_to(output.get_by_role("radio", name="all that we planted"))
    keyboard.press("ArrowDown")
    expect(output.get_by_role("radio", name="only what somebody has counted")).to_be_checked()
    # None of these keys did anything to the notebook itself.
    assert message_lab.page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert violations_in_both_themes(message_lab) == []
