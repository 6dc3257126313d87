"""An audit of one's own network in eight steps, and the one page that it ends in.

Nothing in this room uses the network; the page is written where the learner says.
"""

from weakties.linkedin.audit.page import OnePage, one_page
from weakties.linkedin.audit.report import AuditReport, report_on

__all__ = ["AuditReport", "OnePage", "one_page", "report_on"]
