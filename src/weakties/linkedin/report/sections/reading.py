"""What was read, and what became of every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.owner import another_name
from weakties.pages.section import Grid, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

_SHOWN = 50


def reading(figures: Figures) -> Section:
    """Return the section on the account of all rows."""
    account = figures.export.account
    counts = [
        tuple(str(value) if isinstance(value, str) else f"{value:,}" for value in row)
        for row in account.counts.itertuples(index=False, name=None)
    ]
    remarks = account.remarks
    told = remarks[remarks["status"] != "hidden"].head(_SHOWN)
    grids = [
        Grid("Rows by file", ("File", "Rows", "Read", "Hidden", "Duplicate", "Unreadable"), counts)
    ]
    if len(told):
        rows = [
            (file, f"{line:,}", status, reason)
            for file, line, status, reason in told.itertuples(index=False, name=None)
        ]
        grids.append(Grid("Rows that were not simply read", ("File", "Line", "What", "Why"), rows))
    rest = int((remarks["status"] != "hidden").sum()) - len(told)
    return Section(
        title="What was read",
        question="Did every row of your files arrive here?",
        words=(
            (
                "Hidden are members who show no name and no profile: only the day remains. A duplicate "
                "is a profile that stands in an earlier row. An unreadable row has a fault, such as a "
                "date that can't be read; what could be read of it counts."
            ),
            *filter(None, (another_name(figures),)),
            *_left_out(figures),
            *((f"{rest:,} more such rows are not listed.",) if rest else ()),
            *account.notes,
            *account.said_of_dates,
        ),
        grids=tuple(grids),
        cannot_tell="What LinkedIn left out of the archive.",
        next_step=(
            "If a file that you expected is missing, request the larger archive: it comes in two "
            "mails, and the second one is complete."
        ),
    )


def _left_out(figures: Figures) -> tuple[str, ...]:
    """Return what becomes of messages that no person sent, or that were not sent at all."""
    if figures.conversations is None:
        return ()
    left_out = {why: count for why, count in figures.conversations.left_out.items() if count}
    if not left_out:
        return ("Every message counts as one of a conversation.",)
    kinds = ", ".join(f"{count:,} {why}" for why, count in left_out.items())
    counting = len(figures.conversations.messages)
    said = (
        f"{counting:,} of {len(figures.export.messages):,} messages count as conversation. Read, "
        f"but left out of every figure above: {kinds}."
    )
    return (said,)
