"""Numbers as a lesson prints them: three digits are enough, and a minus is a minus."""

from __future__ import annotations


def three_digits(value: float) -> str:
    """Return a measured number with three significant digits, and none of its whole ones lost.

    Examples
    --------
    >>> three_digits(0.317791), three_digits(13.7168), three_digits(19796.4), three_digits(-0.5)
    ('0.318', '13.7', '19,796', '−0.500')
    """
    if value == 0:
        return "0"
    # As text, so that 0.9996 has the decimals of the 1.00 that it becomes.
    exponent = int(f"{value:.2e}".partition("e")[2])
    return f"{value:,.{max(0, 2 - exponent)}f}".replace("-", "−")


def whole(value: float) -> str:
    """Return a count.

    Examples
    --------
    >>> whole(19796)
    '19,796'
    """
    return f"{value:,.0f}".replace("-", "−")


def plain_number(value: float) -> str:
    """Return a number in a sentence: with at most three significant digits, whole ones whole.

    Examples
    --------
    >>> plain_number(-0.3178), plain_number(1440.0), plain_number(2.0), plain_number(0.5)
    ('−0.318', '1,440', '2', '0.5')
    """
    if float(value).is_integer():
        return whole(value)
    text = three_digits(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
