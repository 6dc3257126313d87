"""Numbers as a reader sees them: true minus signs, few digits, ordinals."""

from __future__ import annotations

_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def signed(value: float, digits: int = 2) -> str:
    """Write a number with its sign.

    Examples
    --------
    >>> signed(-0.5), signed(1.239), signed(-0.001)
    ('−0.50', '+1.24', '0.00')
    """
    text = f"{value:+.{digits}f}"
    return text.lstrip("+-") if float(text) == 0 else text.replace("-", "−")


def ordinal(rank: int) -> str:
    """Write a place in a ranking.

    Examples
    --------
    >>> ordinal(1), ordinal(12), ordinal(1303)
    ('1st', '12th', '1,303rd')
    """
    ending = "th" if rank % 100 in (11, 12, 13) else _ORDINAL_ENDINGS.get(rank % 10, "th")
    return f"{rank:,}{ending}"
