"""The lines that fence off what a learner must not see."""

from __future__ import annotations

from typing import Final

SOLUTION: Final = "SOLUTION"
HIDDEN_TESTS: Final = "HIDDEN TESTS"
REGIONS: Final = (SOLUTION, HIDDEN_TESTS)


def opening(region: str) -> str:
    """Return the line that opens a region, such as ``### BEGIN SOLUTION``."""
    return f"### BEGIN {region}"


def closing(region: str) -> str:
    """Return the line that closes a region, such as ``### END SOLUTION``."""
    return f"### END {region}"


MARKER_LINES: Final = tuple(
    line for region in REGIONS for line in (opening(region), closing(region))
)


def outside(source: str, region: str) -> str:
    r"""Return `source` without its fenced lines: what remains for a learner.

    >>> outside("x = ...\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION", SOLUTION)
    'x = ...'
    """
    return "\n".join(line for line, fenced in _fenced(source, region) if fenced is False)


def inside(source: str, region: str) -> str:
    r"""Return only the fenced lines of `source`, without the fence.

    >>> inside("x = ...\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION", SOLUTION)
    'x = 1'
    """
    return "\n".join(line for line, fenced in _fenced(source, region) if fenced is True)


def alternates(source: str, region: str) -> bool:
    """Return whether each opening of a region is followed by its closing, and by no other.

    Any line with the words counts, as it does for nbgrader, which drops a closing that was never
    opened and so shows what it should have hidden.
    """
    edges = [
        edge
        for line in source.split("\n")
        for edge in ("BEGIN", "END")
        if f"{edge} {region}" in line
    ]
    return edges == ["BEGIN", "END"] * (len(edges) // 2)


def _fenced(source: str, region: str) -> list[tuple[str, bool | None]]:
    """Pair each line with whether it is fenced; None for the fence itself."""
    lines: list[tuple[str, bool | None]] = []
    fenced = False
    for line in source.split("\n"):
        if line.strip() == opening(region):
            fenced = True
            lines.append((line, None))
        elif line.strip() == closing(region):
            fenced = False
            lines.append((line, None))
        else:
            lines.append((line, fenced))
    return lines
