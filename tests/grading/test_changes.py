"""An older and a newer text, side by side."""

from __future__ import annotations

from weakties.grading.changes import side_by_side


def test_both_texts_are_whole_and_only_what_differs_is_marked():
    before, after = side_by_side("I ask\nfour people.", "I ask\nfive old people.")
    assert "".join(text for _, text in before) == "I ask\nfour people."
    assert [text for differs, text in after if differs] == ["five old"]


def test_long_texts_are_not_compared_word_by_word():
    long = "word " * 5_000
    assert side_by_side(long, long + "x") == ([(True, long)], [(True, long + "x")])
