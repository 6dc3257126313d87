"""What a check of ours said in a kernel, told as text, for the reports.

A learner's code shares the kernel and could tell anything. So what is heard becomes words in a
report and never a point.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from weakties.grading.verdict.findings import said_by, said_in, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST = 100_000


def expression(count: int | None, wants: Sequence[str]) -> str:
    """Return the Python expression that makes a kernel tell of the check with this count."""
    call = f"told(get_ipython().user_ns, {count!r}, {list(wants)!r})"
    return f"__import__({__name__!r}, fromlist=['told']).{call}"


def told(names: Mapping[str, Any], count: int, wants: Sequence[str]) -> str:
    """Return, inside the kernel, what a check ended in and what it was given."""
    values = {name: shown(names[name]) for name in wants if name in names}
    return json.dumps({"verdict": said_by(names["Out"].get(count)), "values": values})


def heard(text: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a check's verdict and values from what a kernel told; empty if it is none of ours.

    Examples
    --------
    >>> heard('{"verdict": {}, "values": {"share": "0.5"}}')
    ({}, {'share': '0.5'})
    >>> heard('{"verdict": {"points": "all"}, "values": [1]}'), heard("oh")
    (({}, {}), ({}, {}))
    """
    try:
        tree = json.loads(text[:_LONGEST])
        verdict, values = tree["verdict"], tree["values"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}, {}
    are_words = type(values) is dict and all(type(value) is str for value in values.values())
    return said_in(verdict), values if are_words else {}
