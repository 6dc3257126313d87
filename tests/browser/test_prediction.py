"""The prediction's form in a real JupyterLab, by mouse and by keyboard alone, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations

CELLS = [
    (
        "from weakties.widgets import Prediction\n"
        'dress = Prediction("demo-dress", "How much does it add?", unit="points", between=(-5, 5))\n'
        "dress"
    ),
    'dress.against(0.94, "as a vendor says")',
    'ahead = Prediction("demo-ahead", "Who is ahead?", choices=["Ana", "Bo"])\nahead',
    'ahead.against("Bo", "by a length")',
]


@pytest.fixture
def notebook(run_notebook):
    return run_notebook(CELLS)


def test_committed_by_mouse_it_stays_and_stands_beside_the_result(notebook):
    page, output = notebook.page, notebook.output(0)
    note = output.get_by_role("status")
    expect(notebook.output(1)).to_contain_text("commit it in the form above")
    assert axe_violations(page) == []

    commit = output.get_by_role("button", name="Commit")
    commit.click()
    expect(note).to_have_text("First your guess.")
    guess = output.get_by_label("How much does it add?")
    guess.fill("300")
    commit.click()
    expect(note).to_have_text("“300” does not fit: a number from −5 to 5 points.")
    guess.fill("2,5")
    commit.click()
    expect(note).to_have_text("And how sure are you?")
    output.get_by_role("radio", name="4", exact=True).check()
    commit.click()
    said = "You said 2.5 points and were rather sure (4 of 5)."
    expect(note).to_contain_text(said)
    expect(note).to_be_focused()
    expect(guess).to_be_hidden()

    expect(notebook.run_again(0).get_by_role("status")).to_contain_text(said)
    beside = notebook.run_again(1)
    expect(beside).to_contain_text("your guess is 1.56 too high")
    expect(beside.get_by_role("img")).to_be_visible()
    for theme in ("Dark", "Light"):
        notebook.change_theme(theme)
        assert axe_violations(page) == []


def test_committed_by_keyboard_alone(notebook):
    page, keyboard = notebook.page, notebook.page.keyboard
    cells = page.locator(".jp-Notebook .jp-Cell").count()

    number = notebook.output(0)
    number.get_by_label("How much does it add?").focus()
    keyboard.type("-0.5")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    keyboard.press("Enter")
    expect(number.get_by_role("status")).to_contain_text(
        "You said −0.5 points and were rather unsure"
    )

    choice = notebook.output(2)
    choice.get_by_role("radio", name="Ana").focus()
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(choice.get_by_role("status")).to_contain_text("You chose “Bo” and were guessing wildly")
    expect(notebook.run_again(3)).to_contain_text("as you said")

    # None of these keys did anything to the notebook itself.
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert axe_violations(page) == []
