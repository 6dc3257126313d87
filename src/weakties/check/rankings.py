"""What a wrong set of ids is: the highest or lowest by some score, or a group of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    Scores = Mapping[str, Mapping[str, float]]
    Groups = Mapping[str, Set[str]]


def what_a_set_is(found: Set[str], right: Set[str], scores: Scores, groups: Groups) -> list[str]:
    """Return the rankings and groups that a wrong set is, else what is wrong with it in their words.

    Parameters
    ----------
    found, right
        What the learner has, and what is asked for.
    scores
        What ids may be ranked by, by the words that follow *highest*; whoever may be in, is in.
    groups
        Sets of ids by the words for them: *people whom Nadia is connected with*.

    Examples
    --------
    >>> ties = {"A": 9, "B": 5, "C": 1}
    >>> what_a_set_is({"A"}, {"B"}, {"number of ties": ties}, {})
    ['is the one with the highest number of ties.']
    >>> what_a_set_is({"A", "B"}, {"B"}, {}, {"hubs": {"A"}, "people": {"A", "B", "C"}})
    ['has hubs in it, who do not belong.']
    """
    told = [f"are {words}." for words, group in groups.items() if group and found == group]
    told += [
        sentence
        for words, score in scores.items()
        for sentence in _ranked(found, right, words, score)
    ]
    if told:
        return told
    strange = found - right
    small = sorted(groups.items(), key=lambda named: len(named[1]))
    for words, group in small:
        if strange and strange <= group and not group & right:
            return [f"has {words} in it, who do not belong."]
    for words, group in small:
        if strange & group and not group & right:
            return [f"has {words} in it, who do not belong, and others who do not either."]
    return []


def _ranked(found: Set[str], right: Set[str], words: str, score: Mapping[str, float]) -> list[str]:
    """Say that a set is the top or the bottom of a ranking; equal scores may fall either way."""
    if not found or not found <= score.keys() or len(found) == len(score):
        return []
    told = []
    for extreme, sign in (("highest", 1), ("lowest", -1)):
        inside = min(sign * score[one] for one in found)
        outside = max(sign * score[one] for one in score.keys() - found)
        # Where it ties with what is right, the ranking is not what sets the two apart.
        tops_too = (
            right <= score.keys()
            and len(right) == len(found)
            and inside == outside
            and (min(sign * score[one] for one in right) >= inside)
        )
        if inside >= outside and not tops_too:
            one = "is the one" if len(found) == 1 else f"are the {len(found)}"
            told.append(f"{one} with the {extreme} {words}.")
    above = sum(score[one] > max(map(score.__getitem__, found)) for one in score)
    between = [one for one in score if min(map(score.__getitem__, found)) <= score[one]]
    if not told and 0 < above <= len(found) and len(between) == above + len(found):
        told.append(f"come right after the {above} with the highest {words}.")
    return told
