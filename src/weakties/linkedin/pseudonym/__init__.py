"""A copy of an export without names, for class."""
