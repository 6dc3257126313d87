from __future__ import annotations

import pytest

from weakties.lesson import committed
from weakties.progress import here
from weakties.widgets import Sketch


@pytest.fixture(autouse=True)
def nothing_committed(monkeypatch):
    monkeypatch.setattr("weakties.lesson.prediction.commitment._COMMITTED", {})


def asked(**more):
    return Sketch(
        "test-curve", "How many?", places=["few", "many"], across="hours", unit="friends",
        between=(0, 10), **more,
    )  # fmt: skip


def test_a_drawn_curve_is_committed_stays_and_its_outcome_is_kept():
    sketch = asked()
    sketch.set_state({"sent": {"answer": [1, 8.5], "sure": 4}})
    assert sketch.said == "You drew 1, 8.5 friends and were rather sure (4 of 5)."
    assert asked(drawn=[0, 0], how_sure=1).drawn == [1, 8.5]

    sketch.against([1, 8], "as counted")
    kept = here().record.predictions["test-curve"]
    assert (kept.answer, kept.result, kept.right) == ("1; 8.5", "1; 8", True)


@pytest.mark.parametrize(
    "sent",
    [{}, None, {"answer": [1], "sure": 3}, {"answer": [1, None], "sure": 3}, {"answer": [1, 2]}],
)
def test_what_makes_no_sense_commits_to_nothing(sent):
    sketch = asked()
    sketch.set_state({"sent": sent})
    assert sketch.said == ""
    assert committed() == {}


def test_what_follows_waits_for_the_curve():
    follows = asked().then("So it **rises**.")
    assert "rises" not in str(follows)
    asked(drawn=[1, 2])
    assert str(follows) == "So it **rises**."


def test_where_no_chart_is_shown_the_numbers_are_typed_into_the_call():
    shown = asked()._repr_mimebundle_()[0]
    for kind in ("text/plain", "text/html"):
        assert "2 numbers, each from 0 to 10 friends, for hours “few”, “many”" in shown[kind]
        assert "drawn=[0, 0], how_sure=3" in shown[kind]
    assert "You drew 3, 4 friends" in asked(drawn=[3, 4])._repr_mimebundle_()[0]["text/plain"]
