"""One of the options offered, however its words are put on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weakties.check import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN_WORDS = re.compile(r"\s+|(?<=[^\W\d_])[_-](?=[^\W\d_])")
_AROUND = " .,;!?'\"“”‘’„«»"
_COMMA = re.compile(r",(?=\s)")


def option_in(value: object, options: Iterable[str]) -> str:
    """Return the option that a learner chose: case, blanks, hyphens, commas and a full stop do not count.

    What stands behind a colon is the option's own explanation, copied along with it. What
    holds one text alone is that text.

    Raises
    ------
    NotPlain
        If it is none of the options.

    Examples
    --------
    >>> option_in(" Less-than in  proportion. ", ["in proportion", "less than in proportion"])
    'less than in proportion'
    >>> option_in("E0.1: a goal is needed", ["E0.1", "E1.1"])
    'E0.1'
    """
    found = plain.text(value)
    offered = list(dict.fromkeys(options))
    for alike in (str.casefold, _words, _before_colon):
        meant = [option for option in offered if alike(option) == alike(found)]
        if len(meant) == 1:
            return meant[0]
    listed = ", ".join(f"'{option}'" for option in offered)
    raise plain.NotPlain(f"is '{found[:40]}', which is none of the options: {listed}.")


def _words(text: str) -> str:
    without_commas = _COMMA.sub("", text.strip(_AROUND))
    return _BETWEEN_WORDS.sub(" ", without_commas).strip().casefold()


def _before_colon(text: str) -> str:
    return _words(text.partition(":")[0])
