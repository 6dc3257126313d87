"""From tables to an export in the form of any era; for samples, tests and pseudonymized copies."""

from weakties.linkedin.writing.write import write_export

__all__ = ["write_export"]
