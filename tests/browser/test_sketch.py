"""The chart to draw on, in a real JupyterLab: by mouse and by keyboard alone, light and dark."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.accessibility import axe_violations

CELLS = [
    (
        "from weakties.widgets import Sketch\n"
        "def asked(name):\n"
        "    return Sketch(name, 'How many?', places=['few', 'some', 'many'], across='hours',\n"
        "                  unit='friends', between=(0, 10))\n"
        "first = asked('demo-mouse')\n"
        "first"
    ),
    "first.against([1, 4, 9], 'as counted', intervals=[(0.5, 1.5), (3, 5), (8, 10)])",
    "second = asked('demo-keys')\nsecond",
    "second.against([1, 4, 9], 'as counted')",
]


def test_a_curve_is_drawn_by_mouse_and_by_keyboard_and_the_data_come_over_it(run_notebook):
    notebook = run_notebook(CELLS)
    page, mouse, keyboard = notebook.page, notebook.page.mouse, notebook.page.keyboard
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    expect(notebook.output(1)).to_contain_text("commit it in the form above")

    output = notebook.output(0)
    commit = output.get_by_role("button", name="Commit")
    commit.click()
    expect(output.get_by_role("status")).to_have_text("First your curve: 3 of 3 places are open.")
    points = output.get_by_role("slider")
    first, last = points.first.bounding_box(), points.last.bounding_box()
    tall = output.locator(".wt-field").bounding_box()["height"] / 300
    middle = first["x"] + first["width"] / 2, first["y"] + first["height"] / 2
    mouse.move(*middle)
    mouse.down()
    # One quick stroke to the upper end: the place between lies on the line.
    mouse.move(last["x"] + last["width"] / 2, middle[1] - 210 * tall)
    mouse.up()
    expect(points.nth(0)).to_have_attribute("aria-valuetext", "0 friends")
    expect(points.nth(1)).to_have_attribute("aria-valuetext", "5 friends")
    expect(points.nth(2)).to_have_attribute("aria-valuetext", "10 friends")
    output.get_by_role("radio", name="4", exact=True).check()
    commit.click()
    expect(output.get_by_text("You drew 0, 5, 10 friends and were rather sure")).to_be_visible()

    beside = notebook.run_again(1)
    expect(beside).to_contain_text("highest at many, as you drew it")
    expect(beside.get_by_role("img")).to_be_visible()

    output = notebook.output(2)
    output.get_by_role("slider").first.focus()
    for key in ("PageUp", "ArrowUp", "ArrowRight", "End", "ArrowRight", "ArrowDown"):
        keyboard.press(key)
    expect(output.get_by_role("slider").last).to_be_focused()
    for key in ("Tab", "Space", "Tab", "Enter"):
        keyboard.press(key)
    said = output.locator(".wt-status")
    expect(said).to_contain_text("You drew 1.5, 10, 9.75 friends and were guessing wildly")
    expect(said).to_be_focused()
    expect(notebook.run_again(3)).to_contain_text("you drew it highest at some")

    # None of these keys did anything to the notebook itself.
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    for theme in ("Dark", "Light"):
        notebook.change_theme(theme)
        assert axe_violations(page) == []
