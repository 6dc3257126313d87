"""Your own photo file, on your own machine: what can be measured without judging a face."""

from weakties.ownphoto.look import look_at
from weakties.ownphoto.report import Report
from weakties.ownphoto.rules.finding import Finding, Word

__all__ = ["Finding", "Report", "Word", "look_at"]
