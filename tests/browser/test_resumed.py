"""A lesson that is opened again and run from the middle: what is missing is named, and where it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

CELLS = ["from math import pi\nwidth = 3", "print(widht)", "print(width)"]


@pytest.fixture
def opened(open_notebook):
    return open_notebook(CELLS)


def test_the_cell_that_gives_a_missing_name_is_named_until_it_ran(opened):
    said = opened.page.locator(".weakties-first")

    opened.run_again(2)
    expect(said).to_contain_text("“width” comes from a cell further up")
    expect(said).to_contain_text("the one that begins “from math import pi”")

    opened.run_again(0)
    expect(said).to_have_count(0)
    expect(opened.run_again(2)).to_have_text("3", use_inner_text=True)
    # A name that no cell gives is a slip: nothing above would help.
    expect(opened.run_again(1)).to_contain_text("NameError")
    expect(said).to_have_count(0)
