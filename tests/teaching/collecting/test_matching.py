"""Who is who: by id, e-mail and name, whatever order and accents; never by a guess."""

from __future__ import annotations

import pytest

from teaching.collecting.given import ROSTER
from weakties.grading.cohort.roster import roster_in
from weakties.teaching.collecting.matching import Hints, matched

PEOPLE = roster_in(ROSTER, "roster.csv")


def ids(name="", key="", email="", said=None):
    hints = Hints(name or key or email, name, key, email)
    return [one.id for one in matched(hints, PEOPLE, said or {})]


@pytest.mark.parametrize(
    ("hints", "who"),
    [
        ({"name": "Lovelace, Ada"}, "ada"),
        ({"name": "LOVELACE Ada"}, "ada"),
        ({"name": "lovelaceada"}, "ada"),
        ({"name": "Group 3-Ada Lovelace"}, "ada"),
        ({"name": "ada_photo"}, "ada"),
        ({"name": "ada@example.org"}, "ada"),
        ({"name": "Jose Nunez Orsted"}, "jose"),
        ({"name": "nunezorstedjose"}, "jose"),
        ({"name": "José Núñez Ørsted"}, "jose"),
        ({"name": "Joerg Mueller"}, "jm"),
        ({"name": "Müller Jörg"}, "jm"),
        ({"name": "Jorg Muller"}, "jm"),
        ({"key": "72"}, "jose"),
        ({"key": "JM"}, "jm"),
        ({"email": "Sam@Example.org", "name": "Sam Lee"}, "sam1"),
        ({"key": "75", "name": "leesam"}, "sam2"),
        ({"name": "Who Else", "said": {"Who Else": "jm"}}, "jm"),
    ],
)
def test_somebody_is_found(hints, who):
    assert ids(**hints) == [who]


@pytest.mark.parametrize(
    ("hints", "who"),
    [
        ({"name": "Sam Lee"}, ["sam1", "sam2"]),
        ({"name": "Ada"}, ["ada"]),
        ({"name": "Lovelace"}, []),
        ({"name": "Adam Lovelace"}, []),
        ({"name": ""}, []),
        ({"email": "lovelace@elsewhere.org"}, []),
        ({"name": "Ada Lovelace", "said": {"Ada Lovelace": "gone"}}, []),
    ],
)
def test_nobody_is_guessed(hints, who):
    assert ids(**hints) == who
