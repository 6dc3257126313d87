"""Plans side by side: each is what its own days lead to."""

from __future__ import annotations

import pytest

from weakties.widgets.after_the_click.others import average_year
from weakties.widgets.after_the_click.plans import PLANS, plans_compared


def test_each_row_is_what_its_plan_leads_to():
    years = plans_compared()
    assert list(years) == list(PLANS)
    assert [*years["help, too"].values()] == pytest.approx([*average_year(PLANS["help, too"])])
    assert years["help, too"]["hours"] > years["nothing at all"]["hours"]
