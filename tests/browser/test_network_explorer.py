"""The network explorer, and the sociogram in it, in a real JupyterLab, by mouse and by keyboard alone."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from weakties.data import load
from weakties.sociogram import Person, Tie, picture_of, spec_of
from weakties.widgets import NetworkExplorer

CODE = """
from weakties.widgets import NetworkExplorer
people = [("ana", "Ana Ruiz", "sales"), ("bo", "Bo Li", "sales"), ("cy", "Cy Ma", "law"),
          ("di", "Di Roy", "law"), ("eve", "Eve Orr", "health")]
network = NetworkExplorer(people, [("ana", "bo"), ("bo", "cy"), ("cy", "di"), ("ana", "cy")],
                          marked=["di"], tells=True)
network
"""


@pytest.fixture
def network(run_notebook):
    return run_notebook([CODE, "print(network.picked)"])


def test_played_by_mouse(network):
    output = network.output(0)
    status, told = output.locator(".wt-sociogram .wt-status"), output.locator(".wt-told")
    bo = output.get_by_role("option", name="Bo Li, sales")
    expect(status).to_contain_text("Point at a person")
    assert axe_violations(network.page) == []

    bo.hover()
    expect(status).to_have_text("Bo Li · sales · 2 ties: Ana Ruiz, Cy Ma")
    expect(output.locator(".sg-near")).to_have_count(2)
    bo.click()
    expect(bo).to_have_attribute("aria-selected", "true")
    expect(status).to_contain_text("picked")
    expect(output.get_by_text("Picked, with a ring: 2.")).to_be_visible()
    expect(told).to_contain_text("A tie between Di Roy and Bo Li shows Di Roy 1 person")
    output.get_by_role("option", name="Di Roy, law").click()
    expect(output.get_by_text("Picked, with a ring: 1.")).to_be_visible()
    expect(told).to_contain_text("What is new to Bo Li")
    assert axe_violations(network.page) == []

    output.get_by_text("The same as a table").click()
    row = output.locator("tr", has=network.page.get_by_role("rowheader", name="Bo Li"))
    expect(row).to_contain_text("yes")
    bo.click()
    expect(row).to_contain_text("no")
    bo.click()
    assert axe_violations(network.page) == []
    expect(network.run_again(1)).to_have_text("['bo']", use_inner_text=True)


def test_played_by_keyboard_alone(network):
    output, keyboard = network.output(0), network.page.keyboard
    status, people = output.locator(".wt-sociogram .wt-status"), output.get_by_role("option")
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
    assert axe_violations(network.page) == []
    expect(network.run_again(1)).to_have_text("['di', 'eve', 'cy']", use_inner_text=True)


GUESS = """
from weakties.widgets import Prediction
guess = Prediction("newcomer", "What does a newcomer add who knows two of them?", unit="sources")
guess
"""
NEWCOMER = """
joined = NetworkExplorer(people, [("ana", "bo"), ("bo", "cy"), ("cy", "di"), ("ana", "cy")],
                         newcomer="Zoe Abt", after=guess)
joined
"""


def test_a_newcomer_is_dragged_in_by_mouse_and_led_in_by_keyboard_after_a_guess(run_notebook):
    notebook = run_notebook([CODE.replace("\nnetwork\n", "\n"), GUESS, NEWCOMER])
    page, asked, output = notebook.page, notebook.output(1), notebook.output(2)
    told, table = output.locator(".wt-told"), output.get_by_role("table").first
    zoe = output.get_by_role("slider", name="Zoe Abt, a newcomer: how many they know")
    expect(told).to_have_text("The sums wait for your guess: commit it above, then move Zoe Abt.")
    joined = table.get_by_role("row", name="with Zoe Abt")
    expect(joined).to_have_text("with Zoe Abt???")

    asked.get_by_role("textbox").fill("0.5")
    asked.get_by_role("radio", name="3", exact=True).check()
    asked.get_by_role("button", name="Commit").click()
    expect(asked.get_by_text("You said 0.5 sources")).to_be_visible()

    # By mouse: into the middle, and back to where nobody is.
    zoe.scroll_into_view_if_needed()
    star, middle = zoe.locator(".wt-grip").bounding_box(), output.locator("svg.sg").bounding_box()
    page.mouse.move(star["x"] + star["width"] / 2, star["y"] + star["height"] / 2)
    page.mouse.down()
    page.mouse.move(middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 3, steps=4)
    expect(zoe).not_to_have_attribute("aria-valuenow", "0")
    expect(told).to_contain_text("Zoe Abt knows")
    assert output.locator("[aria-selected=true]").count() == int(zoe.get_attribute("aria-valuenow"))
    page.mouse.up()
    expect(joined).not_to_contain_text("?")

    # A press on a person makes a tie, and takes it away.
    zoe.press("Home")
    expect(told).to_contain_text(
        "knows nobody of the 5: 3.4 sources become 4.67, 1.27 sources more."
    )
    output.get_by_role("option", name="Eve Orr, health").click()
    expect(told).to_contain_text("knows 1 of the 5: 3.4 sources become 4.33, 0.933 sources more")
    output.get_by_role("option", name="Eve Orr, health").click()
    expect(told).to_contain_text("knows nobody")

    # By keyboard: one more, one less, all.
    zoe.focus()
    for key, many in (("ArrowRight", 1), ("ArrowUp", 2), ("ArrowLeft", 1), ("End", 5)):
        page.keyboard.press(key)
        expect(zoe).to_have_attribute("aria-valuetext", f"knows {many} of 5")
    expect(told).to_contain_text("3.4 sources become 3, 0.4 sources less")
    expect(joined).to_have_text("with Zoe Abt693")
    expect(zoe).to_be_focused()
    for theme in ("Dark", "Light"):
        notebook.change_theme(theme)
        assert axe_violations(page) == []


@pytest.fixture
def embed(page):
    """Embed the shared piece as any widget does, in a page of its own; `network` is what it gives."""
    parts = [
        files("weakties.widgets.shared").joinpath(name).read_text("utf-8")
        for name in ("element.js", "shared.js", "sociogram.js", "style.css", "sociogram.css")
    ]
    page.set_content(f"<style>{parts[3]}{parts[4]}</style><main class='weakties'></main>")

    def embedded(spec, *, pick=True):
        page.add_script_tag(
            content=f"""{parts[0]}{parts[1]}{parts[2]}
            window.picks = [];
            window.network = sociogram({json.dumps(spec)},
              {{ onPick: {"id => picks.push(id)" if pick else "null"} }});
            document.querySelector("main").replaceChildren(network.element);"""
        )
        return page

    return embedded


def ring_of(people, *, marked=(), title="A ring"):
    names = [Person(name, name.capitalize(), marked=name in marked) for name in people]
    ties = [Tie(*pair) for pair in zip(people, [*people[1:], people[0]], strict=True)]
    return spec_of(picture_of(names, ties, title=title))


def test_every_name_for_which_there_was_room_is_written(embed):
    people, ties = load("people", "open"), load("ties", "open")
    firm = people[people["employer"] == "Tarn Valley"]
    near = firm[firm["function"].isin(["analytics", "operations"])]
    inside = ties["a"].isin(near["person_id"]) & ties["b"].isin(near["person_id"])
    network = NetworkExplorer(
        near, ties.loc[inside, ["a", "b"]], group="function", marked=["P0000"]
    )
    page = embed(network.spec)
    expect(page.locator('.sg-names text[visibility="visible"]')).to_have_count(len(near))


def test_an_arrow_key_leads_to_who_stands_there(embed):
    spec = ring_of(["ana", "bo", "cy", "di", "eve", "fay", "gil", "hal"])
    page = embed(spec)
    at = {person["name"]: (person["x"], person["y"]) for person in spec["people"]}
    toward = {"ArrowRight": (1, 0), "ArrowLeft": (-1, 0), "ArrowDown": (0, 1), "ArrowUp": (0, -1)}
    status = page.get_by_role("status")

    for name, here in at.items():
        for key, (right, down) in toward.items():
            page.get_by_role("option", name=name).focus()
            page.keyboard.press(key)
            there = status.inner_text().split(" ·")[0]
            moved = [one - other for one, other in zip(at[there], here, strict=True)]
            assert there == name or moved[0] * right + moved[1] * down > 0


def test_with_shift_an_arrow_key_keeps_to_the_ties(embed):
    people = [Person(name, name.capitalize()) for name in ("ana", "bo", "cy")]
    page = embed(spec_of(picture_of(people, [Tie("ana", "bo")], title="Two and one")))
    cy = page.get_by_role("option", name="Cy")
    cy.focus()
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        page.keyboard.press(f"Shift+{key}")
        expect(cy).to_be_focused()


def test_the_host_marks_and_replaces_and_the_focus_stays(embed):
    page = embed(ring_of(["ana", "bo", "cy"], marked=["bo"]))
    bo, status = page.get_by_role("option", name="Bo"), page.get_by_role("status")
    expect(bo).to_have_attribute("aria-selected", "true")
    bo.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("picks") == ["bo"]

    page.evaluate("network.mark(['ana'])")
    expect(bo).to_have_attribute("aria-selected", "false")
    expect(status).to_have_text("Bo · 2 ties: Ana, Cy")

    page.evaluate("spec => network.update(spec)", ring_of(["bo", "cy", "di", "eve"]))
    expect(page.get_by_role("option")).to_have_count(4)
    expect(bo).to_be_focused()
    expect(status).to_have_text("Bo · 2 ties: Cy, Eve")
    expect(page.get_by_text("4 people and 4 ties")).to_be_visible()
    assert axe_violations(page, "main") == []


def test_where_nothing_is_picked_enter_only_looks(embed):
    page = embed(ring_of(["ana", "bo", "cy"]), pick=False)
    expect(page.get_by_role("status")).not_to_contain_text("picks")
    bo = page.get_by_role("option", name="Bo")
    bo.click()
    page.keyboard.press("Enter")
    expect(bo).to_have_attribute("aria-selected", "false")
    assert page.evaluate("picks") == []


def test_a_name_can_not_become_markup(embed):
    page = embed(ring_of(["<img src=x onerror=picks.push(1)>", "bo", "cy"], title="<b>"))
    page.get_by_role("option").first.focus()
    expect(page.get_by_role("status")).to_contain_text("<img")
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("table")).to_contain_text("<img")
    assert page.locator("main img").count() == 0
    assert page.evaluate("picks") == []


def test_the_tab_key_leads_straight_to_a_person(embed):
    page = embed(ring_of(["ana", "bo", "cy"]))
    page.keyboard.press("Tab")
    expect(page.locator("[role=option]:focus")).to_have_count(1)
