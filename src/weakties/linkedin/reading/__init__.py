"""From a path to an export: the one place where files become tables."""

from weakties.linkedin.reading.read import read

__all__ = ["read"]
