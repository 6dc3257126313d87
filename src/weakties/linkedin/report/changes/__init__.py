"""What has changed between two exports of one person, in the forms of the mirror."""

from weakties.linkedin.report.changes.report import ChangesReport, changes_report

__all__ = ["ChangesReport", "changes_report"]
