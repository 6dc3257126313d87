from __future__ import annotations

import pandas as pd

from weakties.lesson import table


def test_every_row_and_column_has_a_header_and_the_table_a_caption():
    frame = pd.DataFrame(
        {"mean": [0.024, 1.223]}, index=pd.Index(["neutral", "smile"], name="face")
    )

    html = table(frame, caption="Likability, in points")._repr_mimebundle_()["text/html"]

    assert "Likability, in points</caption>" in html
    assert "<th scope='col'>face</th><th scope='col'>mean</th>" in html
    assert "<th scope='row'>smile</th><td>1.22</td>" in html


def test_what_stands_in_a_cell_is_escaped():
    html = table(pd.DataFrame({"name": ["<b>"]}), caption="")._repr_mimebundle_()["text/html"]

    assert "<b>" not in html
