"""What the first impression says, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from statistics import fmean

from weakties.widgets.first_impression.model import FLASH_MS, PEOPLE, PHOTOS, Outcome
from weakties.widgets.portrait import describe
from weakties.widgets.shared.numbers import signed

TITLE = "First impression"
INTRODUCTION = (
    f"You will see {len(PHOTOS)} drawn photos of {len(PEOPLE)} invented people, each for "
    f"{FLASH_MS} ms, a tenth of a second, and rate how competent the person looks, from 1 to 9. "
    "Then you see the same photos for as long as you like and rate each again."
)
CHANGED_QUESTION = (
    f"How many of your {len(PHOTOS)} ratings will change by more than one point when you have time?"
)
SPREAD_QUESTION = "Your ratings of different photos of one person will differ …"
SPREADS = {
    "less": "less than your ratings of different people",
    "same": "about as much as your ratings of different people",
    "more": "more than your ratings of different people",
}
RATING_QUESTION = "How competent does this person look?"
NOT_SAID = (
    "What this does not say: who is competent. Two looks can agree and both be wrong, because "
    "agreement is not accuracy, and the longer look is not the right answer to the shorter one. "
    "You rated nine drawings, and you may have remembered your first ratings. Averages of three "
    "photos differ less than single photos do, already by luck. In the study that this "
    "follows (Willis and Todorov 2006, with photographs of actors), ratings of competence after "
    "100 ms correlated .52 with those of other people who had no time limit."
)
HEADER = ["Photo", "First look", "Second look", "Change", "What it shows"]


def progress(shown: int) -> str:
    """Say where the learner is; `shown` counts from 1."""
    return f"Photo {shown} of {len(PHOTOS)}."


def rows(first: list[int], second: list[int]) -> list[list[str]]:
    """Return the table of ratings, a photo a row."""
    numbers: Counter[str] = Counter()
    table = []
    for photo, a, b in zip(PHOTOS, first, second, strict=True):
        person, _, shows = describe(photo).partition(", ")
        numbers[person] += 1
        table.append([f"{person} {numbers[person]}", str(a), str(b), signed(b - a, 0), shows])
    return table


def result(outcome: Outcome, predicted: int, spread: str, sure: int) -> str:
    """Say what came out, beside what was predicted."""
    changed = f"{outcome.changed} of your {len(PHOTOS)} ratings changed by more than one point"
    return (
        f"{changed}; you predicted {predicted}. Photos of one person differed "
        f"{SPREADS[outcome.spread].replace('your ratings of ', '')} do: an SD of "
        f"{outcome.within:.2f} points among photos of one person, {outcome.between:.2f} among the "
        f"people's averages. {_spread_verdict(outcome.spread, spread, sure)} {_correlated(outcome)}"
    )


def timing(measured: list[float]) -> str:
    """Say how long the photos were really on the screen."""
    if not measured:
        return "How long the photos were shown was not measured."
    shortest, longest = (f"{ms:.0f}" for ms in (min(measured), max(measured)))
    spread = "each" if shortest == longest else f"on average, from {shortest} to {longest} ms"
    return (
        f"The photos were on your screen for {fmean(measured):.0f} ms {spread}, as far as the "
        "browser can tell."
    )


def _spread_verdict(found: str, predicted: str, sure: int) -> str:
    if found == predicted:
        return f"That is what you predicted, and you were {sure} of 5 sure."
    short = {"less": "less", "same": "about as much", "more": "more"}[predicted]
    return f"You had predicted “{short}” and were {sure} of 5 sure."


def _correlated(outcome: Outcome) -> str:
    if outcome.r is None:
        return "The two looks have no correlation, because one of them did not vary."
    low, high = outcome.r_interval
    return (
        f"The two looks correlate with r = {signed(outcome.r)} "
        f"(95% interval {signed(low)} to {signed(high)}; nine photos are few)."
    )
