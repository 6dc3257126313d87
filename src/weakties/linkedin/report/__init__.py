"""The mirror: a report on an export, for a terminal, a notebook, and as one file of HTML."""

from weakties.linkedin.report.mirror import Mirror, mirror_of

__all__ = ["Mirror", "mirror_of"]
