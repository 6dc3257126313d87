"""A learner's side of a room: what they agreed to, and the few things that are sent then."""

from __future__ import annotations

from weakties.joined.cell import room
from weakties.joined.sending import tell_check, tell_guess, tell_played

__all__ = ["room", "tell_check", "tell_guess", "tell_played"]
