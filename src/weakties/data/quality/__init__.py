"""Generators of the unit ``quality``: views of the world, and small experiments inside it."""

from weakties.data.quality.attention import bandwidth
from weakties.data.quality.campaign import target
from weakties.data.quality.collector import lion_ties
from weakties.data.quality.lists import contacts, ego_ties
from weakties.data.quality.sixty import candidate_ties, candidates
from weakties.data.quality.town import friends

__all__ = [
    "bandwidth",
    "candidate_ties",
    "candidates",
    "contacts",
    "ego_ties",
    "friends",
    "lion_ties",
    "target",
]
