"""Certificates of a graded course: named, numbered, and confirmed by the gradebook that they are from."""
