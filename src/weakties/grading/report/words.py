"""Numbers as an instructor reads them; what is not known is blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weakties.grading.report.items import Interval


def plain(text: str) -> str:
    r"""Return a text without what would drive a terminal or turn a line around.

    Examples
    --------
    >>> plain("bo\x1b[2J")
    'bo\\x1b[2J'
    """
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def number(value: float | None) -> str:
    """Return points or the like: up to two decimals, blank where nothing is known.

    Examples
    --------
    >>> number(2.0), number(1.333), number(None), number(0)
    ('2', '1.33', '', '0')
    """
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float | None) -> str:
    """Return a share as a percentage, blank where it is not known."""
    return "" if share is None else f"{100 * share:.0f}%"


def percents(interval: Interval | None) -> str:
    """Return an interval of shares as percentages."""
    return "" if interval is None else f"{100 * interval[0]:.0f} to {100 * interval[1]:.0f}%"


def correlation(r: float | None) -> str:
    """Return a correlation with two decimals and a real minus sign."""
    return "" if r is None else f"{r + 0:.2f}".replace("-0.00", "0.00").replace("-", "−")


def correlations(interval: Interval | None) -> str:
    """Return an interval of correlations."""
    return "" if interval is None else " to ".join(map(correlation, interval))


def seconds(value: float | None) -> str:
    """Return a time in seconds, three digits."""
    return "" if value is None else f"{value:.3g} s"


def people(count: int) -> str:
    """Return a number of learners in words."""
    return f"{count:,} learner" if count == 1 else f"{count:,} learners"


def still_wait(count: int) -> str:
    """Return in brackets how many still wait, to stand behind a name; blank where nobody does."""
    return f" ({count:,} wait)" if count else ""
