"""One network beside another one: the sample, or a copy without names."""

from weakties.linkedin.beside.differences import Difference, differences

__all__ = ["Difference", "differences"]
