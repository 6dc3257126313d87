"""Seven metaphors of five essays: each turned into a goal and a number that would show it."""

from __future__ import annotations

from typing import NamedTuple


class Metaphor(NamedTuple):
    """What a network is taken for.

    Parameters
    ----------
    label
        The metaphor.
    claim
        Where it is from: the id of a claim.
    goal
        What somebody who lives by it wants.
    number
        What would show that it works.
    """

    label: str
    claim: str
    goal: str
    number: str


METAPHORS = {
    "party": Metaphor(
        "an office party",
        "E0.2",
        "to be on good terms with people in and around the firm who may matter one day",
        "people outside her own team with whom she had a real talk this month",
    ),
    "tank": Metaphor(
        "a think tank",
        "E1.5",
        "to get answers that nobody around her has",
        "of the questions she asked this quarter, the share that came back with something new",
    ),
    "gang": Metaphor(
        "a gang",
        "E2.3",
        "to keep people near whom she likes",
        "people she likes with whom she spoke this quarter",
    ),
    "rolodex": Metaphor(
        "a résumé and a Rolodex",
        "E3.2",
        "to be found, and to find others, after the next change of jobs",
        "of the people she once worked with, the share whom she could reach today",
    ),
    "dating": Metaphor(
        "a dating service",
        "E4.1",
        "to meet those who look for what she offers and offer what she looks for",
        "first talks this quarter that both sides wanted",
    ),
    "recruiting": Metaphor(
        "a recruiter's tool",
        "E2c.1",
        "to find the next job",
        "interviews this quarter that came about through somebody",
    ),
    "traffic": Metaphor(
        "a source of traffic",
        "E0.11",
        "to bring readers to what her firm writes",
        "readers who came from there this month and read to the end",
    ),
}
