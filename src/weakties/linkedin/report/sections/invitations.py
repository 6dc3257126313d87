"""Invitations, and why no rate of acceptance can be had from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.figures.identity import NOBODY, Identity
from weakties.linkedin.report.said import COUNTED, between, percent
from weakties.measures import wilson_interval
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

_TITLE = "Invitations"
_QUESTION = "Whom do you ask in, who asks you, and do you say why?"


def invitations(figures: Figures) -> Section:
    """Return the section on invitations."""
    table = figures.export.invitations
    if table.empty:
        return Section(
            _TITLE,
            _QUESTION,
            words=("This export holds no invitations.",),
            next_step="Next time you invite somebody, write one sentence on why. Note the answer.",
        )
    sent = table[table["direction"] == "OUTGOING"]
    received = table[table["direction"] == "INCOMING"]
    noted = int((sent["message"].str.strip() != "").sum())
    known = Identity.of(figures.people)
    invited = zip(sent["recipient_slug"], sent["recipient"], strict=True)
    tied = sum(known.person(slug, name) != NOBODY for slug, name in invited)
    note = (
        Fact(
            percent(noted / len(sent)),
            f"of the {len(sent):,} you sent carry a note",
            between(*wilson_interval(noted, len(sent))),
        )
        if len(sent)
        else Fact("–", "with a note", "you sent none in this archive")
    )
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(
            Fact(f"{len(sent):,}", "sent by you", COUNTED),
            Fact(f"{len(received):,}", "sent to you", COUNTED),
            note,
        ),
        words=(
            (
                "This list is biased, and the bias has a direction: it mostly keeps recent and pending "
                "invitations, while accepted ones tend to leave it and turn up among the connections. "
                f"Of those you sent, {tied:,} of {len(sent):,} are to people who are connections today. "
                "That is not a rate of acceptance, and no rate can be had from this file."
            ),
        ),
        cannot_tell="Who accepted, who declined, and whether a note made a difference.",
        next_step=(
            "Keep a list of your own for a month: to whom, with or without a note, how many mutual "
            "connections, what came of it. That list can be counted."
        ),
    )
