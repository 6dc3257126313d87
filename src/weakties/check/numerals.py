"""Numbers that stand in quotes: taken where they can be read in one way alone."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_RATIO = re.compile(r"(\d+(?:\.\d+)?)\s*(?:/|of|out of)\s*(\d+(?:\.\d+)?)", re.ASCII)
_WITH_COMMA = re.compile(r"[+-]?\d+(?:,\d+)+(?:\.\d+)?", re.ASCII)
_WITH_UNIT = re.compile(r"[+-]?\d+(?:\.\d+)?\s*[^\W\d]+(?:\s[^\W\d]+)?", re.ASCII)
_LONGEST = 40


def read_numeral(words: str) -> float | None:
    """Return the number that a text is, or what it says of what; ``None`` where it is neither.

    A comma may part thousands or decimals, so nothing with one is read.

    Examples
    --------
    >>> read_numeral("39"), read_numeral("−0.31"), read_numeral("18 of 39") == 18 / 39
    (39.0, -0.31, True)
    >>> read_numeral("0,31"), read_numeral("31%"), read_numeral("nan"), read_numeral("18 of 0")
    (None, None, None, None)
    """
    plain = words.strip().replace("−", "-")
    if len(plain) > _LONGEST:
        return None
    if _PLAIN.fullmatch(plain):
        return float(plain)
    if (ratio := _RATIO.fullmatch(plain)) and float(ratio[2]):
        return float(ratio[1]) / float(ratio[2])
    return None


def why_no_numeral(words: str) -> str:
    """Return what to say of a text that is none of these, to stand behind a name.

    Examples
    --------
    >>> why_no_numeral("31%")
    "is the text '31%': leave out the quotes and the sign, and give it in the task's unit."
    """
    seen = words[:20]
    if words.endswith("%"):
        return f"is the text '{seen}': leave out the quotes and the sign, and give it in the task's unit."
    if _WITH_COMMA.fullmatch(words):
        return (
            f"is the text '{seen}': leave out the quotes, write decimals with a point (0.31), and "
            "thousands without a comma."
        )
    if _WITH_UNIT.fullmatch(words):
        return f"is the text '{seen}': leave out the quotes and the unit."
    return f"is the text '{seen}': a number is asked for."
