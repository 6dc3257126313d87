"""The export of Nadia Ferro, who does not exist: for class, for a first look, and for tests."""

from weakties.linkedin.sample.nadia import sample_tables, write_sample

__all__ = ["sample_tables", "write_sample"]
