"""An audit of one's own network in eight steps, and the one page that it ends in.

Nothing in this room uses the network; the page is written where the learner says.
"""

from weakties.linkedin.audit.page import OnePage, one_page
from weakties.linkedin.audit.report import AuditReport, report_on
from weakties.linkedin.audit.vanity import is_vanity

__all__ = ["AuditReport", "OnePage", "is_vanity", "one_page", "report_on"]
