"""Drawn portraits of invented people: what can be chosen, how it is said, how it is drawn.

The skin is sky blue, apricot, lilac or sage, so that nobody real is meant.
"""

from weakties.widgets.portrait.choices import CHOICES, Choice, Portrait, describe
from weakties.widgets.portrait.drawing import draw
from weakties.widgets.portrait.sheet import contact_sheet

__all__ = ["CHOICES", "Choice", "Portrait", "contact_sheet", "describe", "draw"]
