"""The new contact, who is invented, and what happens to her in the ninety days."""

from __future__ import annotations

from typing import NamedTuple

NAME = "Tessa Zeller"
FIRST_NAME = "Tessa"
HEADLINE = "Supply planner, Birch Foods"
HOW_MET = (
    "Nadia shared a table with her at an evening of planners, they talked for ten minutes, and this "
    "morning she accepted."
)

OCCASION, QUESTION = "occasion", "question"
OPEN_DAYS = 7
"""How long news can be answered: an occasion is congratulated on, a question is helped with."""


class News(NamedTuple):
    """What all of her connections see."""

    day: int
    kind: str
    text: str


NEWS = (
    News(8, QUESTION, "Tessa asks her network: which simple forecast do you trust for seasonal demand?"),
    News(27, OCCASION, "Tessa has been made head of planning."),
    News(52, QUESTION, "Tessa asks: who has left spreadsheets for a planning tool, and what went wrong?"),
    News(74, OCCASION, "Tessa spoke at the spring meeting of planners."),
)  # fmt: skip


def open_news(day: int, kind: str, answered: frozenset[int]) -> News | None:
    """Return the news of a kind that can still be answered on a day, if there is any.

    Examples
    --------
    >>> open_news(9, QUESTION, frozenset()).day, open_news(16, QUESTION, frozenset())
    (8, None)
    >>> open_news(9, QUESTION, frozenset({8})) is None
    True
    """
    for news in NEWS:
        if news.kind == kind and 0 <= day - news.day <= OPEN_DAYS and news.day not in answered:
            return news
    return None
