"""Two exports of one person: who came, who went, what woke up."""

from weakties.linkedin.compare.comparison import Comparison, comparison_of

__all__ = ["Comparison", "comparison_of"]
