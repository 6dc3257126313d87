"""The field's quantities as pure functions: diversity, ties, decisions, tests, uncertainty."""

from weakties.measures.correlations import fisher_interval
from weakties.measures.decisions import Confusion, acceptance_threshold
from weakties.measures.diversity import blau_index, effective_number
from weakties.measures.homophily import ei_index
from weakties.measures.items import corrected_item_total_correlations
from weakties.measures.means import MeanInterval, mean_interval
from weakties.measures.medians import MedianInterval, median_interval
from weakties.measures.novelty import Novelty, expected_novelty
from weakties.measures.poisson import poisson_tail
from weakties.measures.proportions import wilson_interval
from weakties.measures.ratios import odds_ratio, risk_ratio

__all__ = [
    "Confusion",
    "MeanInterval",
    "MedianInterval",
    "Novelty",
    "acceptance_threshold",
    "blau_index",
    "corrected_item_total_correlations",
    "effective_number",
    "ei_index",
    "expected_novelty",
    "fisher_interval",
    "mean_interval",
    "median_interval",
    "odds_ratio",
    "poisson_tail",
    "risk_ratio",
    "wilson_interval",
]
