"""A source in a few words, whoever is behind it."""

from __future__ import annotations

import pytest

from weakties.lesson.citation import short_citation
from weakties.lesson.evidence import all_evidence


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("Burt RS (2002). Bridge decay. Social Networks 24.", "Burt 2002"),
        ("Aral S, Van Alstyne M (2011). The trade-off.", "Aral and Van Alstyne 2011"),
        ("Levin DZ, Walter J, Murnighan JK (2011). Dormant ties.", "Levin and others 2011"),
        ("Saramäki J and others (2014). Persistence.", "Saramäki and others 2014"),
        ("Granovetter MS (1974; 2nd ed. 1995). Getting a Job.", "Granovetter 1974"),
        ("Goodhart C (1975), on policy; Strathern M (1997), on audits.", "Goodhart 1975"),
        ("Espirian J, LinkedIn connect experiment (30 November 2020).", "Espirian 2020"),
        ("Tegze J, 1000 LinkedIn invitations, tegze.eu.", "Tegze"),
        ("CPNI / MI5 (April 2021). Think Before You Link.", "CPNI / MI5 2021"),
        ("LinkedIn Help, answer 62928 (a copy, read there).", "LinkedIn Help"),
        ("Pages of sellers of tools: a.com, b.org (read 2026).", "Pages of sellers of tools 2026"),
    ],
)
def test_a_source_is_cited_by_who_and_when(source: str, short: str) -> None:
    assert short_citation(source) == short


def test_every_card_has_a_citation_shorter_than_its_source() -> None:
    for card in all_evidence().values():
        cited = short_citation(card.source)
        assert 0 < len(cited) <= 45, card.id
        assert len(cited) < len(card.source), card.id
