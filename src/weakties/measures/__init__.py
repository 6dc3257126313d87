"""The field's quantities as pure functions: diversity, ties, decisions, tests, uncertainty."""

from weakties.measures.agreement import Kappa, cohens_kappa
from weakties.measures.correlations import fisher_interval
from weakties.measures.decisions import Confusion, acceptance_threshold
from weakties.measures.differences import cases_needed, newcombe_interval
from weakties.measures.diversity import blau_index, effective_number
from weakties.measures.homophily import ei_index
from weakties.measures.items import corrected_item_total_correlations
from weakties.measures.means import MeanInterval, mean_interval
from weakties.measures.medians import MedianInterval, median_interval
from weakties.measures.novelty import Novelty, expected_novelty
from weakties.measures.poisson import poisson_tail
from weakties.measures.proportions import wilson_interval
from weakties.measures.races import Lead, binomial, chance_of_leading
from weakties.measures.ratios import odds_ratio, risk_ratio
from weakties.measures.redundancy import effective_size
from weakties.measures.survival import SurvivalStep, kaplan_meier, survival_at

__all__ = [
    "Confusion",
    "Kappa",
    "Lead",
    "MeanInterval",
    "MedianInterval",
    "Novelty",
    "SurvivalStep",
    "acceptance_threshold",
    "binomial",
    "blau_index",
    "cases_needed",
    "chance_of_leading",
    "cohens_kappa",
    "corrected_item_total_correlations",
    "effective_number",
    "effective_size",
    "ei_index",
    "expected_novelty",
    "fisher_interval",
    "kaplan_meier",
    "mean_interval",
    "median_interval",
    "newcombe_interval",
    "odds_ratio",
    "poisson_tail",
    "risk_ratio",
    "survival_at",
    "wilson_interval",
]
