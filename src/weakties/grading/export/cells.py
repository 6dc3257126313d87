"""Cells of a spreadsheet that hold what they say and never run."""

from __future__ import annotations

import re

# A spreadsheet takes a cell for a formula by its first sign; Excel also reads the wide forms, and
# where the semicolon parts the cells, what follows one begins a cell.
_FORMULA = re.compile(r"(^|;)(\s*)(?=[=+\-@＝＋－＠])")
# Signs that drive a terminal, and halves of signs, which a folder's undecodable name is made of.
_UNWRITABLE = re.compile(r"[\0-\x1f\x7f\ud800-\udfff]+")


def harmless(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula.

    An apostrophe goes before the sign that would start one, as OWASP advises, and what can't stand
    in a cell, such as a line break, becomes a space.

    Examples
    --------
    >>> harmless("=1+1"), harmless("-bo"), harmless("bo"), harmless("o-bo")
    ("'=1+1", "'-bo", 'bo', 'o-bo')
    """
    return _FORMULA.sub(r"\1\2'", _UNWRITABLE.sub(" ", text))


def exact(value: float | None) -> str:
    """Return points with up to six decimals, and nothing for what is not graded.

    Examples
    --------
    >>> exact(2.0), exact(1 / 3), exact(0.0), exact(None)
    ('2', '0.333333', '0', '')
    """
    return "" if value is None else f"{round(value, 6) + 0.0:.6f}".rstrip("0").rstrip(".")
