"""When something happened, as exports write it and as spreadsheets rewrite it; no guessing."""

from weakties.linkedin.dates.column import Column, column_of
from weakties.linkedin.dates.own import in_file_name, month
from weakties.linkedin.dates.said import how_read, why_not
from weakties.linkedin.dates.spellings import ORDERS, Order, Readings, readings

__all__ = [
    "ORDERS",
    "Column",
    "Order",
    "Readings",
    "column_of",
    "how_read",
    "in_file_name",
    "month",
    "readings",
    "why_not",
]
