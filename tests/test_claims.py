"""What the essays claim: read whole, and refused in a sentence where it contradicts itself."""

from __future__ import annotations

import re

import pytest

from weakties.claims import FROM_CARDS, SURE, Claim, Contradiction, Essay, claims_in, load_claims
from weakties.course import CourseError, load_course
from weakties.lesson.evidence import all_evidence

CLAIMS = """
[essays.E2c]
title = "What then?"
author = "a reader's comment"

[claims."E2c.1"]
says = "Only recruiters gain."
found = "The numbers can't tell (R49)."
evidence = ["R49"]
sure = "not sure"

[claims."E2c.2"]
says = "Ask at the source."
found = "Nobody compared."
sure = "not tested"

[contradictions.C12]
between = [["E2c.1"], ["E2c.2"]]
about = "Is it for recruiters only?"
found = "It follows from neither."
sure = "by arithmetic"
again = "One unit asks, the other counts."
"""


def test_essays_claims_and_contradictions_are_read_in_their_order():
    claims = claims_in(CLAIMS.encode())

    assert claims.essays == (Essay("E2c", "What then?", "a reader's comment"),)
    assert claims.claims == (
        Claim(
            "E2c.1",
            "Only recruiters gain.",
            "The numbers can't tell (R49).",
            "not sure",
            evidence=("R49",),
        ),
        Claim("E2c.2", "Ask at the source.", "Nobody compared.", "not tested"),
    )
    assert claims.contradictions == (
        Contradiction(
            "C12",
            (("E2c.1",), ("E2c.2",)),
            "Is it for recruiters only?",
            "It follows from neither.",
            "by arithmetic",
            again="One unit asks, the other counts.",
        ),
    )
    assert [entry.id for entry in claims.told] == ["E2c.1", "E2c.2", "C12"]
    assert {claim.essay for claim in claims.claims} == {"E2c"}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("[essays.E2c]", "[essays.E2c", "claims.toml is not valid TOML"),
        ("[contradictions.C12]", "[others.C12]", "claims.toml lacks the part 'contradictions'"),
        ('says = "Ask at the source."\n', "", "an entry of the wrong shape: .*'says'"),
        ('says = "Ask', 'said = "So"\nsays = "Ask', "an entry of the wrong shape: .*'said'"),
        ('[claims."E2c.1"]', '[claims]\nE2 = 3\n[claims."E2c.1"]', "of the wrong shape: 'int'"),
        ("[essays.E2c]", "[essays.E3]", r"E2c\.1 is of no essay listed there"),
        ('["E2c.2"]]', '["E2.9"]]', r"C12 names E2\.9, which is no claim"),
        ('["E2c.2"]]', "[]]", "C12 has a side without a claim"),
        ('"not tested"', '"certain"', r"E2c\.2 is sure in one of: quite sure, .*not tested"),
        ('"not tested"', '"quite sure"', r"E2c\.2 is quite sure and names no evidence"),
    ],
)
def test_a_contradiction_in_the_file_is_named(old, new, sentence):
    assert old in CLAIMS
    with pytest.raises(CourseError, match=sentence):
        claims_in(CLAIMS.replace(old, new, 1).encode())


def test_a_file_that_is_not_text_or_not_there_is_named(tmp_path):
    with pytest.raises(CourseError, match=r"claims\.toml is not valid TOML"):
        claims_in(b"\xff\xfe")
    with pytest.raises(CourseError, match=re.escape(f"{tmp_path / 'course/claims.toml'} cannot")):
        load_claims(tmp_path)


def test_cards_are_as_sure_as_claims_that_rest_on_them_can_be():
    assert {card.sure for card in all_evidence().values()} == set(FROM_CARDS)
    assert set(SURE) > set(FROM_CARDS)


@pytest.mark.parametrize("entry", load_claims(load_course().root).told, ids=lambda entry: entry.id)
def test_what_was_found_names_the_cards_that_it_rests_on_and_says_what_is_simulated(entry):
    assert sorted(re.findall(r"\bR\d+\b", entry.found)) == sorted(entry.evidence)
    assert len(re.findall(r"[.?!](?= |$)", entry.found)) <= 3
    if entry.sure == "planted":
        assert re.search(r"simulat|we wrote that down", entry.found)


@pytest.mark.parametrize(
    "claim", load_claims(load_course().root).claims, ids=lambda claim: claim.id
)
def test_a_claim_is_one_short_sentence(claim):
    assert re.fullmatch(r"[A-Z].*[.?]", claim.says)
    assert len(re.findall(r"[.?!](?= |$)", claim.says)) == 1
    assert len(claim.says.split()) <= 25
