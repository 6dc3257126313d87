"""A copy of an export in which no person can be recognized, for class."""

from weakties.linkedin.pseudonym.copy import REVEALS, pseudonymized

__all__ = ["REVEALS", "pseudonymized"]
