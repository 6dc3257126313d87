"""Networks to try pictures on."""

from __future__ import annotations

from hypothesis import strategies as st

from weakties.sociogram import Person, Tie

GROUPS = ("sales", "law", "health", "")


@st.composite
def networks(draw, most=25):
    """People in any order and ties among them, some twice."""
    count = draw(st.integers(1, most))
    people = [
        Person(f"p{row:02}", f"Name {row}", draw(st.sampled_from(GROUPS)), marked=row % 7 == 3)
        for row in range(count)
    ]
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = [(a, b) for a, b in draw(st.lists(ends, max_size=3 * count)) if a != b]
    return draw(st.permutations(people)), [Tie(people[a].id, people[b].id) for a, b in pairs]


def clusters(random, count, *, of=12, within=0.4, across=0.01):
    """Pairs of a network that falls into clusters."""
    return [
        (a, b)
        for a in range(count)
        for b in range(a + 1, count)
        if random.random() < (within if a // of == b // of else across)
    ]
