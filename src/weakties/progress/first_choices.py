"""How the first try at each choice went, and what blind guessing would have come to.

A choice of three can be found by trying in three runs of a check. So what counts here is the first time
that a check compared it: that much was known before anybody was told. A try that came after the worked
answer was looked at is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from weakties.progress.lines import Line

_COMPARED = {"fine": True, "value": False}


@dataclass(frozen=True)
class FirstChoice:
    """The first try at one choice.

    Parameters
    ----------
    question, answer
        Which choice.
    right
        Whether it was the right one.
    options
        Of how many.
    """

    question: str
    answer: str
    right: bool
    options: int


def choices_compared(line: Line, shown: Collection[str]) -> Iterator[FirstChoice]:
    """Yield each choice that a run of a check compared, with how it went.

    Parameters
    ----------
    line
        The run.
    shown
        Questions whose worked answer was looked at before.
    """
    told = line.told
    choices = told.get("choices")
    if not isinstance(choices, dict) or not told["compared"] or told["question"] in shown:
        return
    for found in told["said"]:
        if not isinstance(found, list) or len(found) != 3 or found[1] not in _COMPARED:
            continue
        options = choices.get(found[0]) if isinstance(found[0], str) else None
        if isinstance(options, int) and options > 1:
            yield FirstChoice(told["question"], found[0], _COMPARED[found[1]], options)


def in_words(firsts: Collection[FirstChoice]) -> str:
    """Return how the first tries went, as a sentence; nothing where there were none.

    Examples
    --------
    >>> in_words([FirstChoice("photo-q1", "a", True, 3), FirstChoice("photo-q2", "b", False, 2)])
    'Choices right at the first try: 1 of 2. Blind guessing gets 0.8 of them.'
    """
    if not firsts:
        return ""
    right, blind = sum(one.right for one in firsts), sum(1 / one.options for one in firsts)
    whom = "it" if len(firsts) == 1 else "them"
    return (
        f"Choices right at the first try: {right} of {len(firsts)}. "
        f"Blind guessing gets {blind:.1f} of {whom}."
    )
