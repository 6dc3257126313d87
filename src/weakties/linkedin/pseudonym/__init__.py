"""A copy of an export without names, for class."""

from weakties.linkedin.pseudonym.copy import REVEALS, pseudonymized

__all__ = ["REVEALS", "pseudonymized"]
