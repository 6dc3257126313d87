"""The network picture in a real JupyterLab, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations

AREA = ".jp-Cell-outputArea"
CODE = """
from weakties.widgets import Sociogram
people = [("ana", "Ana Ruiz", "sales"), ("bo", "Bo Li", "sales"), ("cy", "Cy Ma", "law"),
          ("di", "Di Roy", "law"), ("eve", "Eve Orr", "health")]
network = Sociogram(people, [("ana", "bo"), ("bo", "cy"), ("cy", "di"), ("ana", "cy")], marked=["di"])
network
"""


@pytest.fixture
def network(open_notebook):
    notebook = open_notebook([CODE, "print(network.picked)"])
    notebook.run_all()
    return notebook


def what_python_knows(notebook):
    notebook.cell(1).click()
    notebook.execute("notebook:run-cell")
    return notebook.output(1)


def test_played_by_mouse(network):
    output, status = network.output(0), network.output(0).get_by_role("status")
    bo = output.get_by_role("option", name="Bo Li, sales")
    expect(status).to_contain_text("Point at a person")
    assert axe_violations(network.page, AREA) == []

    bo.hover()
    expect(status).to_have_text("Bo Li · sales · 2 ties: Ana Ruiz, Cy Ma")
    expect(output.locator(".sg-near")).to_have_count(2)
    bo.click()
    expect(bo).to_have_attribute("aria-selected", "true")
    expect(status).to_contain_text("picked")
    output.get_by_role("option", name="Di Roy, law").click()
    assert axe_violations(network.page, AREA) == []

    output.get_by_text("The same as a table").click()
    row = output.locator("tr", has=network.page.get_by_role("rowheader", name="Bo Li"))
    expect(row).to_contain_text("yes")
    bo.click()
    expect(row).to_contain_text("no")
    bo.click()
    assert axe_violations(network.page, AREA) == []
    expect(what_python_knows(network)).to_have_text("['bo']", use_inner_text=True)


def test_played_by_keyboard_alone(network):
    output, keyboard = network.output(0), network.page.keyboard
    status, people = output.get_by_role("status"), output.get_by_role("option")
    cells = network.page.locator(".jp-Notebook .jp-Cell").count()
    expect(people).to_have_count(5)

    # Who has most ties is where one enters; PageDown then meets everybody.
    people.and_(output.locator('[tabindex="0"]')).focus()
    expect(output.get_by_role("option", name="Cy Ma, law")).to_be_focused()
    expect(status).to_have_text("Cy Ma · law · 3 ties: Ana Ruiz, Bo Li, Di Roy")
    for name in ("Ana Ruiz", "Bo Li", "Di Roy", "Eve Orr"):
        keyboard.press("PageDown")
        expect(status).to_contain_text(name)
    expect(status).to_have_text("Eve Orr · health · no ties")
    keyboard.press("Enter")
    expect(status).to_have_text("Eve Orr · health · no ties · picked")
    keyboard.press("Home")
    keyboard.press("Space")
    expect(output.get_by_role("option", name="Cy Ma")).to_have_attribute("aria-selected", "true")

    before = status.inner_text()
    moved = [
        keyboard.press(key) or status.inner_text()
        for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")
    ]
    assert any(text != before for text in moved)
    keyboard.press("End")
    keyboard.press("Tab")
    expect(output.locator("summary")).to_be_focused()
    keyboard.press("Enter")
    row = output.locator("tr", has=network.page.get_by_role("rowheader", name="Eve Orr"))
    expect(row).to_contain_text("yes")
    # None of these keys did anything to the notebook itself.
    assert network.page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert axe_violations(network.page, AREA) == []
    expect(what_python_knows(network)).to_have_text("['di', 'eve', 'cy']", use_inner_text=True)
