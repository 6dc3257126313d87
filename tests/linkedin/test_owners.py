"""The table of simulated owners in docs/mirror.md: reckoned anew in part, and read as it stands."""

from __future__ import annotations

import re

import pytest

from linkedin.owners import BEGIN, END, FEW, OWNERS, PAGE, tally_of
from weakties.linkedin.insight.growth import BY_CHANCE


@pytest.fixture(scope="module")
def table():
    printed = PAGE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0].strip().splitlines()
    return [tuple(cell.strip() for cell in row.strip("|").split(" | ")) for row in printed[2:]]


def test_the_first_owners_are_as_printed(table):
    assert [(what, little) for what, little, _ in table] == tally_of(range(FEW)).rows()


def test_what_the_mirror_promises_holds_for_all_owners(table):
    (
        (false_bursts, months),
        (found, _),
        (off,),
        (covered, owners),
        (alike, _),
        (medians, _),
    ) = (
        [float(number) for number in re.findall(r"[+-]?[\d.]+", much.replace(",", ""))]
        for *_, much in table
    )

    assert owners == OWNERS
    assert months > 50_000
    assert false_bursts <= 100 * BY_CHANCE
    assert found > 90
    assert abs(off) < 1
    assert 93 <= covered <= 97
    assert alike < covered
    assert medians > 93
