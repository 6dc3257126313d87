"""The field's quantities as pure functions: diversity and uncertainty."""

from weakties.measures.diversity import blau_index, effective_number
from weakties.measures.medians import MedianInterval, median_interval
from weakties.measures.poisson import poisson_tail
from weakties.measures.proportions import wilson_interval

__all__ = [
    "MedianInterval",
    "blau_index",
    "effective_number",
    "median_interval",
    "poisson_tail",
    "wilson_interval",
]
