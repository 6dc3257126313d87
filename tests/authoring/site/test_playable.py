"""A cell runs in a reader's browser if it, and what it builds on, needs no table."""

from __future__ import annotations

import pytest

from weakties.authoring.site.playable import playable
from weakties.authoring.site.sources import front_cell
from weakties.course import load_course

GUESS = "from weakties.widgets import Prediction\nguess = Prediction('a', 'b', unit='c')\nguess"


def test_a_widget_can_be_played_and_a_guess_compared():
    cells = [("guess", GUESS), ("against", "guess.against(3, 'as counted')")]
    assert playable(cells) == ("guess", "against")


@pytest.mark.parametrize(
    "source",
    [
        "import pandas as pd\nrows = pd.DataFrame()",
        "from weakties.data import load\nrows = load('photos')",
        "import weakties.data",
    ],
)
def test_what_needs_a_table_cannot_nor_what_builds_on_it(source):
    cells = [("table", source), ("builds on it", "print(rows)"), ("does not", "print(1)")]
    assert playable(cells) == ("does not",)


def test_a_widget_that_takes_tables_cannot_be_played():
    both = "from weakties.widgets import Inbox, NetworkExplorer"
    cells = [("imports", both), ("inbox", "Inbox()"), ("network", "NetworkExplorer([], [])")]
    assert playable(cells) == ("imports", "inbox")


def test_names_that_a_cell_sets_itself_are_known_to_it():
    source = "def twice(n):\n    return 2 * n\nsum(twice(k) for k in range(3))"
    assert playable([("cell", source)]) == ("cell",)


def test_what_the_front_page_plays_needs_no_cell_before_it():
    cell = front_cell(load_course())
    assert playable([(cell.id, cell.source)]) == (cell.id,)
