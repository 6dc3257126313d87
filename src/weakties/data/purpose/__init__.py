"""Generators of the unit ``purpose``: an export as a beginner meets it, and what a number is for.

Every size stands on the dataset's card and is read from there.
"""

from weakties.data.purpose.circle import circle_people, circle_ties
from weakties.data.purpose.files import export_lines, first_export
from weakties.data.purpose.hires import hires
from weakties.data.purpose.traffic import traffic

__all__ = [
    "circle_people",
    "circle_ties",
    "export_lines",
    "first_export",
    "hires",
    "traffic",
]
