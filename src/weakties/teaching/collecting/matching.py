"""Who handed something in: people of a roster, found by id, e-mail, or name in any order and spelling."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weakties.grading.cohort.roster import Person

_ALONE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_MANY_WORDS = 4


@dataclass(frozen=True)
class Hints:
    """What is known of somebody who handed something in.

    Parameters
    ----------
    label
        How a reader calls them.
    name, key, email
        A name, an id of the roster or of a platform, an address; each may be empty.
    """

    label: str
    name: str = ""
    key: str = ""
    email: str = ""


def matched(hints: Hints, people: Sequence[Person], said: Mapping[str, str]) -> tuple[Person, ...]:
    """Return the people that it can be: one if that is certain.

    Parameters
    ----------
    hints
        What is known.
    people
        The roster.
    said
        Ids by label, as somebody has said them once.
    """
    if hints.label in said:
        return tuple(one for one in people if one.id == said[hints.label])
    ways = (
        [one for one in people if hints.email and _same(one.email, hints.email)],
        [one for one in people if hints.key and _same(one.lms_id, hints.key)],
        [one for one in people if hints.key and _same(one.id, hints.key)],
        [one for one in people if _same(one.id, hints.name) or _same(one.email, hints.name)],
        [one for one in people if _is_called(one, hints.name)],
        [one for one in people if _is_worded(one, hints.name)],
    )
    return next((tuple(found) for found in ways if found), ())


def plain_words(text: str) -> list[str]:
    """Return the words of a name in small letters without accents.

    Examples
    --------
    >>> plain_words("Nuñez-Ørsted, José"), plain_words("STRAẞE")
    (['nunez', 'orsted', 'jose'], ['strasse'])
    """
    small = unicodedata.normalize("NFC", text).casefold().translate(_ALONE)
    bare = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return [word for word in re.split(r"[\W_]+", bare) if word]


def _same(one: str, other: str) -> bool:
    return bool(one and other) and one.strip().casefold() == other.strip().casefold()


def _is_called(person: Person, text: str) -> bool:
    """Say whether a text is somebody's whole name, words in any order, joined or apart."""
    joined = "".join(plain_words(text))
    return bool(joined) and any(
        joined == "".join(order)
        for words in _spellings(person)
        if len(words) <= _MANY_WORDS
        for order in permutations(words)
    )


def _is_worded(person: Person, text: str) -> bool:
    """Say whether a text holds all words of somebody's first and last name, or their id, among others."""
    there = set(plain_words(text))
    whole = plain_words(person.id)
    return (len(whole) == 1 and whole[0] in there and len(whole[0]) > 1) or any(
        len(words) > 1 and set(words) <= there for words in _spellings(person)
    )


def _spellings(person: Person) -> Iterator[list[str]]:
    name = f"{person.first_name} {person.last_name}"
    yield plain_words(name)
    yield plain_words(unicodedata.normalize("NFC", name).casefold().translate(_SPELT_OUT))
