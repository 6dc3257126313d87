"""Other networks beside one's own: the sample, a copy without names, or the copies of a class."""

from weakties.linkedin.beside.copies import Copies
from weakties.linkedin.beside.differences import Difference, differences
from weakties.linkedin.beside.standing import Standing, standings

__all__ = ["Copies", "Difference", "Standing", "differences", "standings"]
