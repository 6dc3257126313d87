"""Inside of every widget the notebook's own keys hold, and a control keeps those that it uses."""

from __future__ import annotations

from playwright.sync_api import expect

from weakties import widgets

ARGUMENTS = {
    "NetworkExplorer": "[('a', 'Ana Ruiz', 'law'), ('b', 'Bo Li', 'law')], [('a', 'b')]",
    "Prediction": "'photo-dress', 'How many?', unit='points', between=(-5, 5)",
    "Sketch": "'photo-drawn', 'How many?', places=['few', 'many'], across='hours', unit='friends', between=(0, 10)",
}
KIND = ("input:not([type=radio])", "[type=radio]", "select", "button", "[role=option]")
KINDS = """(root, kinds) => kinds.filter(
  kind => [...root.querySelectorAll(kind)].some(one => one.checkVisibility()))"""
LISTEN = """() => {
  window.heard = [];
  window.jupyterapp.commands.commandExecuted.connect((_, { id }) => { window.heard.push(id); });
}"""
FORGET = "() => { window.heard.length = 0; }"
SAVED = "() => window.heard.includes('docmanager:save')"
IS_AT = "at => window.jupyterapp.shell.currentWidget.content.activeCellIndex === at"


def test_inside_of_every_widget_the_notebooks_keys_hold_and_a_control_keeps_its_own(run_notebook):
    cells = [
        f"from weakties.widgets import {name}\n{name}({ARGUMENTS.get(name, '')})"
        for name in widgets.__all__
    ]
    notebook = run_notebook([*cells, "the_last = 1"])
    saves_and_leaves_from_everywhere(notebook)
    plays_with_arrows_and_letters(notebook)


def saves_and_leaves_from_everywhere(notebook):
    page, met = notebook.page, set()
    page.evaluate(LISTEN)
    for number, name in enumerate(widgets.__all__):
        root = notebook.output(number).locator(".weakties")
        expect(root).to_be_visible()
        kinds = root.evaluate(KINDS, list(KIND))
        assert kinds, name
        for kind in kinds:
            root.locator(f"{kind} >> visible=true").first.focus()
            page.evaluate(FORGET)
            page.keyboard.press("ControlOrMeta+s")
            page.wait_for_function(SAVED)
        met.update(kinds)
        root.locator(f"{kinds[-1]} >> visible=true").first.focus()
        page.keyboard.press("Escape")
        expect(page.locator(".jp-Cell.jp-mod-active")).to_be_focused()
        page.wait_for_function(IS_AT, arg=number)
    assert met == set(KIND)


def plays_with_arrows_and_letters(notebook):
    page, studio = notebook.page, widgets.__all__.index("PhotoStudio")
    output = notebook.output(studio)
    output.get_by_role("radio", name="Photo A").check()
    page.keyboard.press("ArrowDown")
    expect(output.get_by_role("radio", name="Photo B")).to_be_checked()
    commit = output.get_by_role("button", name="Commit")
    commit.focus()
    page.keyboard.press("d")
    page.keyboard.press("d")
    expect(commit).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.wait_for_function(IS_AT, arg=studio + 1)
    commit.focus()
    page.wait_for_function(IS_AT, arg=studio)
    page.keyboard.press("Shift+Enter")
    page.wait_for_function(IS_AT, arg=studio + 1)
