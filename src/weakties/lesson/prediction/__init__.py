"""Predictions: what is asked before the evidence, what was committed, and how it compares."""

from weakties.lesson.prediction.asked import Asked
from weakties.lesson.prediction.commitment import Commitment, commit, committed
from weakties.lesson.prediction.comparison import Comparison
from weakties.lesson.prediction.curve import Curve
from weakties.lesson.prediction.curve_comparison import CurveComparison
from weakties.lesson.prediction.reveal import Kept, Reveal

__all__ = [
    "Asked",
    "Commitment",
    "Comparison",
    "Curve",
    "CurveComparison",
    "Kept",
    "Reveal",
    "commit",
    "committed",
]
