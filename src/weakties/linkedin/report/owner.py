"""Whose messages are read as the owner's, where their name is not the profile's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.names import folded, full_name

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures


def another_name(figures: Figures) -> str:
    """Return a sentence on an owner who has changed their name; nothing for any other."""
    if not figures.knows_owner or figures.conversations is None:
        return ""
    name, profile = figures.conversations.owner_name, figures.export.profile
    pairs = zip(profile["first_name"], profile["last_name"], strict=True)
    names = {folded(full_name(first, last)) for first, last in pairs}
    if not names or folded(name) in names:
        return ""
    return (
        f"Profile.csv has another name than “{name}”, who is in every conversation and no "
        "connection of yours: those messages are read as yours."
    )
