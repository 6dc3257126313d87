"""What stands above a report on two exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.opening import whom_it_names
from weakties.linkedin.report.said import counted, people

if TYPE_CHECKING:
    from weakties.linkedin.compare import Comparison

TITLE = "What has changed"


def opening_of(comparison: Comparison) -> tuple[str, ...]:
    """Return the paragraphs above the sections."""
    exports = comparison.old.export, comparison.new.export
    return (_in_short(comparison), _sources(comparison), whom_it_names(*exports), NO_CAUSE)


NO_CAUSE = (
    "A difference is not an effect. Two exports show what is different, not what you did to make it "
    "so: months differ of themselves, and nobody here was left without your new habits to compare "
    "with."
)


def _in_short(comparison: Comparison) -> str:
    found, awake = comparison.people, comparison.awake
    said = []
    if found is not None:
        said.append(f"{people(len(found.came))} came and {len(found.went):,} went")
    if awake is not None:
        said.append(
            f"{counted(len(awake.woke), 'dormant tie')} woke up, and {len(awake.first_words):,} had "
            "their first message"
        )
    if not said:
        return "What changed between two exports of yours, figure by figure."
    return f"{_since(comparison)}, {'; '.join(said)}."


def _since(comparison: Comparison) -> str:
    until = comparison.pair.until
    if until is None:
        return "Since the older export"
    return f"After {until:%B %Y}" if comparison.pair.by_month else f"Since {until}"


def _sources(comparison: Comparison) -> str:
    old, new = comparison.old.export.name, comparison.new.export.name
    return f"Then is {old}, now is {new}."
