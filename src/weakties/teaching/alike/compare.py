"""Which answers to one question are alike beyond what explains it, as a pure function."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from weakties.teaching.alike.fingerprints import LENGTH, grams, winnowed
from weakties.teaching.alike.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

KEY = ""
"""Whose answer the instructor's own is."""
LEAST = 32
"""So many tokens of its own an answer has at least, to be compared at all."""
SHARE = 0.8
"""So much of one answer's own tokens stands in the other one."""
FEW, FEW_OF_ALL = 4, 0.05
"""What more people than this write, of all or by number, is how one writes it."""


@dataclass(frozen=True)
class Answer:
    """Somebody's answer.

    Parameters
    ----------
    author
        Whose; `KEY` for the instructor's.
    code
        What they wrote.
    explained
        Hashes of what the exercise itself, its hints and the lesson say.
    """

    author: str
    code: str
    explained: Collection[int] = field(default=(), repr=False)

    @cached_property
    def hashes(self) -> list[int]:
        """Return a hash for each run of tokens."""
        return grams([one.text for one in tokens_of(self.code)])

    @cached_property
    def runs(self) -> frozenset[int]:
        """Return the same without their order, and without those that the exercise explains."""
        return frozenset(self.hashes) - frozenset(self.explained)

    @cached_property
    def own(self) -> frozenset[int]:
        """Return the places of the tokens that nothing explains."""
        given = covered(self, self.explained)
        return frozenset(range(len(tokens_of(self.code)))) - given

    @cached_property
    def marks(self) -> set[int]:
        """Return its fingerprints, without those that the exercise explains."""
        return winnowed([one for one in self.hashes if one not in self.explained])

    def lines(self, places: Collection[int]) -> set[int]:
        """Return the lines on which some of its tokens stand."""
        tokens = tokens_of(self.code)
        return {tokens[place].line for place in places}


@dataclass(frozen=True)
class Pair:
    """Two answers that are alike.

    Parameters
    ----------
    first, second
        The answers.
    tokens
        How many tokens they share that few others wrote and nothing explains.
    shares
        How much of the own tokens of each stands in the other one.
    """

    first: Answer
    second: Answer
    tokens: int
    shares: tuple[float, float]

    @property
    def with_key(self) -> bool:
        """Say whether one of them is the instructor's."""
        return KEY in (self.first.author, self.second.author)


def covered(answer: Answer, hashes: Collection[int]) -> set[int]:
    """Return the places of the tokens that lie in a run with one of some hashes."""
    return {
        place
        for begin, one in enumerate(answer.hashes)
        if one in hashes
        for place in range(begin, begin + LENGTH)
    }


def shared(first: Answer, second: Answer) -> tuple[set[int], set[int]]:
    """Return the places of the own tokens that each of two answers shares with the other."""
    both = first.runs & second.runs
    return covered(first, both) & first.own, covered(second, both) & second.own


def is_short(answer: Answer) -> bool:
    """Say whether an answer is too short to compare: so few tokens many write in the same way."""
    return len(answer.own) < LEAST


def alike(answers: Iterable[Answer]) -> list[Pair]:
    """Return the pairs of answers that share most of what is their own, the closest first.

    Parameters
    ----------
    answers
        Everybody's answers to one question, and the instructor's.
    """
    long = [one for one in answers if not is_short(one)]
    counts = Counter(mark for one in long if one.author != KEY for mark in one.runs)
    most = max(FEW, FEW_OF_ALL * sum(one.author != KEY for one in long))
    rare = frozenset(mark for mark, count in counts.items() if count <= most)
    found = [pair for one, other in _candidates(long, rare) if (pair := _pair(one, other, rare))]
    return sorted(found, key=lambda pair: (-min(pair.shares), -pair.tokens))


def groups(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return pairs that hang together as groups; whoever is like the key is a group with it alone."""
    with_key = [[pair] for pair in pairs if pair.with_key]
    found: list[tuple[set[str], list[Pair]]] = []
    for pair in (one for one in pairs if not one.with_key):
        names = {pair.first.author, pair.second.author}
        near = [one for one in found if one[0] & names]
        found = [one for one in found if not one[0] & names]
        found.append(
            (names.union(*(one[0] for one in near)), [p for _, ps in near for p in ps] + [pair])
        )
    return [*with_key, *(group for _, group in found)]


def _candidates(
    answers: Sequence[Answer], rare: Collection[int]
) -> Iterator[tuple[Answer, Answer]]:
    """Yield pairs that share a fingerprint which few have."""
    holders: dict[int, list[int]] = {}
    for number, answer in enumerate(answers):
        for mark in answer.marks:
            if mark in rare:
                holders.setdefault(mark, []).append(number)
    pairs = {pair for numbers in holders.values() for pair in combinations(numbers, 2)}
    for one, other in sorted(pairs):
        yield answers[one], answers[other]


def _pair(first: Answer, second: Answer, rare: frozenset[int]) -> Pair | None:
    ours, theirs = shared(first, second)
    shares = (len(ours) / len(first.own), len(theirs) / len(second.own))
    tokens = len(covered(first, first.runs & second.runs & rare) & first.own)
    if tokens < LEAST or max(shares) < SHARE:
        return None
    return Pair(first, second, tokens, shares)
