"""The harness itself: it plays a notebook, sees violations, and notices a call home."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.accessibility import axe_violations
from browser.network import cut_off


def test_a_notebook_made_of_cells_runs(open_notebook):
    notebook = open_notebook(["answer = 6 * 7", "print(answer)"])
    notebook.run_all()
    expect(notebook.output(1)).to_have_text("42")


def test_axe_sees_a_picture_without_alt_text_and_passes_one_with(page):
    page.set_content('<html lang="en"><main><img src="data:,"></main></html>')
    assert [line[:9] for line in axe_violations(page, "main")] == ["image-alt"]
    page.set_content('<html lang="en"><main><img src="data:," alt="A face"></main></html>')
    assert axe_violations(page, "main") == []


def test_a_page_that_asks_elsewhere_is_refused_and_noted(browser):
    context = browser.new_context()
    asked = cut_off(context)
    page = context.new_page()
    page.set_content('<img src="https://elsewhere.example/face.png" alt="">')
    page.evaluate("new WebSocket('wss://elsewhere.example/') && null")
    page.wait_for_load_state("networkidle")
    context.close()
    assert sorted(asked) == ["https://elsewhere.example/face.png", "wss://elsewhere.example/"]


def test_a_page_may_ask_its_own_machine(browser, lab):
    context = browser.new_context()
    asked = cut_off(context)
    answer = context.new_page().goto(f"{lab.url}/api")
    context.close()
    assert answer.ok
    assert asked == []


def test_a_test_finds_nothing_that_another_left(kept_lab, lab, lab_page, open_notebook):
    before = open_notebook(["left = 1"])
    before.run_all()
    before.change_theme("Dark")
    lab_page.set_viewport_size({"width": 390, "height": 900})
    lab_page.emulate_media(reduced_motion="no-preference", color_scheme="dark")
    kept_lab.clear()

    assert lab.api("kernels") == []
    expect(lab_page.locator(".jp-Notebook")).to_have_count(0)
    expect(lab_page.locator("body")).to_have_attribute("data-jp-theme-light", "true")
    assert lab_page.evaluate("innerWidth") == 1280
    assert lab_page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert not lab_page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    after = open_notebook(["print('left' in globals())"])
    after.run_all()
    expect(after.output(0)).to_have_text("False")


def test_the_page_that_is_kept_is_cut_off_too(kept_lab, lab_page):
    lab_page.evaluate("fetch('https://elsewhere.example/').catch(() => null)")
    assert kept_lab.asked_elsewhere() == ["https://elsewhere.example/"]
    assert kept_lab.asked_elsewhere() == []
