"""What several answers have in common, said once for all of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from weakties.check.verdict import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.check.verdict import Finding

_ABOUT_ONE = re.compile(r"`(?P<name>[^`]+)` (?P<verb>is|has|does) (?P<rest>.+)", re.DOTALL)
_ALIKE = {Kind.BLANK, Kind.FINE, Kind.ERROR}
_ABOUT_SEVERAL = {"is": "are", "has": "have", "does": "do"}


def together(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings as a reader sees them: what is blank, fine or did not run stands once.

    Each stands where the first of its answers stood. What the check itself noted stays as it is.

    Parameters
    ----------
    findings
        The findings, in the order of the answers.

    Examples
    --------
    >>> from weakties.check.verdict import Finding, Kind
    >>> [one] = together([Finding(name, Kind.FINE, f"`{name}` is right.") for name in ("a", "b")])
    >>> one.message
    '`a` and `b` are right.'
    """
    groups: dict[tuple[Kind, str], list[Finding]] = {}
    for finding in findings:
        # What is wrong with a value is said of that value, however many share it.
        found = _ABOUT_ONE.fullmatch(finding.message) if finding.kind in _ALIKE else None
        same = f"{found['verb']} {found['rest']}" if found else finding.message
        groups.setdefault((finding.kind, same), []).append(finding)
    return tuple(_one(same, group) for (_, same), group in groups.items())


def _one(same: str, group: Sequence[Finding]) -> Finding:
    first = group[0]
    names = [found["name"] for one in group if (found := _ABOUT_ONE.fullmatch(one.message))]
    if len(set(names)) < 2:
        return first
    verb, _, rest = same.partition(" ")
    *others, last = (f"`{name}`" for name in dict.fromkeys(names))
    return replace(first, message=f"{', '.join(others)} and {last} {_ABOUT_SEVERAL[verb]} {rest}")
