"""How many rows each kind of figure could use: what it could not is said beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from weakties.linkedin.insight.roles import role_of
from weakties.pages.section import Basis

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures


def dates(figures: Figures) -> Basis:
    """Return how many people have a day on which they came."""
    days = figures.people["connected_on"]
    return Basis(int(days.notna().sum()), len(days), "people have a date")


def companies(figures: Figures) -> Basis:
    """Return how many people name a company."""
    named = figures.people["company"]
    return Basis(int((named != "").sum()), len(named), "people name a company")


def functions(figures: Figures) -> Basis:
    """Return of how many people the rules read a function."""
    titles = Counter(figures.people["position"].tolist())
    known = sum(many for title, many in titles.items() if role_of(title).function is not None)
    return Basis(known, titles.total(), "people have a title with a function")


def messages(figures: Figures) -> Basis:
    """Return how many messages count as conversation."""
    counted = 0 if figures.conversations is None else len(figures.conversations.messages)
    return Basis(counted, len(figures.export.messages), "messages count as conversation")


def times(figures: Figures) -> Basis:
    """Return how many messages that count have a time."""
    if figures.conversations is None:
        return Basis(0, 0, "")
    sent = figures.conversations.messages["sent_at"]
    return Basis(int(sent.notna().sum()), len(sent), "messages in conversations have a time")


def directions(figures: Figures) -> Basis:
    """Return how many invitations say who sent them to whom."""
    found = figures.export.invitations["direction"].isin(["OUTGOING", "INCOMING"])
    return Basis(int(found.sum()), len(found), "invitations say whether you sent them")
