"""From the bytes of one CSV file to its rows, each with its line; a bad row harms no other."""

from weakties.linkedin.csvfile.decoded import lines_of
from weakties.linkedin.csvfile.doubtful import doubtful_letters
from weakties.linkedin.csvfile.header import Header, find_header, plain
from weakties.linkedin.csvfile.rows import TOO_LONG, Rows, rows_of

__all__ = [
    "TOO_LONG",
    "Header",
    "Rows",
    "doubtful_letters",
    "find_header",
    "lines_of",
    "plain",
    "rows_of",
]
