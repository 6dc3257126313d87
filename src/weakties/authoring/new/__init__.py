"""Laying out a new unit: every file that it needs, each saying what belongs in it."""

from weakties.authoring.new.lay_out import lay_out
from weakties.authoring.new.wanted import NotLaidOut, Wanted

__all__ = ["NotLaidOut", "Wanted", "lay_out"]
