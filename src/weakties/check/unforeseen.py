"""What is said of a wrong number that no catalogued slip leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.check.formulas import named, ways_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from weakties.check.formulas import Term

    Bound = tuple[float, float, str]
    """The least and the most that is possible, and the sentence for what lies outside."""


def unforeseen(
    value: float,
    reference: float,
    within: float,
    terms: Iterable[Term] = (),
    bounds: Iterable[Bound] = (),
    others: Mapping[str, float] | None = None,
) -> str | None:
    """Return a fact about a wrong value: what leads to it, or which bound it breaks.

    Parameters
    ----------
    value, reference, within
        What the learner has, what is right, and the tolerance.
    terms
        The question's own quantities.
    bounds
        What no value can be beyond, by the question's own quantities.
    others
        Right values of the question's other answers by name.

    Examples
    --------
    >>> bounds = [(0, 12, "there are only twelve contacts to count.")]
    >>> unforeseen(13.5, 10.8, 0.005, bounds=bounds)
    'there are only twelve contacts to count.'
    >>> unforeseen(2 * 10.8123, 10.8123, 0.005)
    'that is 2 × what is asked for.'
    """
    own = list(terms)
    answers = [named(f"`{name}`", other) for name, other in (others or {}).items()]
    # Put together with a quantity that the learner knows, it would give the answer away.
    asked = named("what is asked for", reference, combines=False)
    known = {term.values for term in own}
    # A question's own words say more of a quantity than the name of an answer does.
    given = [asked, *(one for one in answers if one.values not in known), *own]
    if ways := ways_to([value], given, right=[reference], within=within):
        return f"that is {', and also '.join(ways)}."
    return next((said for low, high, said in bounds if not low <= value <= high), None)
