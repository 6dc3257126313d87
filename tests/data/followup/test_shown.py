"""What the lesson shows of whom people asked."""

from __future__ import annotations

import pytest

from weakties.data import load
from weakties.data.followup.shown import by_contact


def test_every_kind_of_contact_has_its_share_and_the_usefulness_of_what_was_granted():
    asks, rows = load("asks"), by_contact()
    assert rows["share of asks"].sum() == pytest.approx(1)
    granted = asks[asks["said_yes"] == "yes"].groupby("contact")["usefulness"].mean()
    assert rows["usefulness, 0 to 10"].to_dict() == pytest.approx(granted.to_dict())
