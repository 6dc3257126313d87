"""What the photo studio says, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.photo_studio.model import (
    CANDIDATES,
    RATERS,
    best_portrait,
    compositions,
    differences,
    expected_scores,
    panel_scores,
    rank_of,
)
from weakties.widgets.photo_studio.planted import (
    EFFECTS,
    LENIENCY_SD,
    NOISE_SD,
    TASTE_SD,
    TRAITS,
    VIEWERS,
)
from weakties.widgets.portrait import CHOICES, Portrait, describe
from weakties.widgets.shared.numbers import ordinal, signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.measures import MeanInterval

TITLE = "Photo studio"
GUESS_FIRST = (
    "First commit your guess further up in this notebook: the studio shows what it asks about."
)
FIELD_LABELS = {
    "framing": "Framing",
    "attire": "Clothes",
    "expression": "Expression",
    "gaze": "Looks",
    "background": "Background",
    "prop": "Extra",
    "person": "Person",
}


def question(goal: str, viewer: str) -> str:
    """Ask for a photo."""
    return (
        f"{VIEWERS[viewer].phrase.capitalize()} will see one photo of you. You want to look as "
        f"{TRAITS[goal]} as you can. Here are six photos of one person: which one would you use?"
    )


def verdict(photo: str, sure: int, goal: str, viewer: str) -> str:
    """Say how the committed photo did among the six."""
    means = {
        letter: panel_scores(portrait, viewer)[goal].mean for letter, portrait in CANDIDATES.items()
    }
    order = sorted(means, key=lambda letter: -means[letter])
    place = order.index(photo) + 1
    choice = f"You chose photo {photo} and were {sure} of 5 sure."
    score = f"{goal} {VIEWERS[viewer].place}, with a mean of {signed(means[photo])}"
    if place == 1:
        return (
            f"{choice} In this simulated world it came 1st of the six for {score}. "
            f"Next came photo {order[1]}, with {signed(means[order[1]])}."
        )
    return (
        f"{choice} In this simulated world it came {ordinal(place)} of the six for {score}. "
        f"Photo {order[0]} came 1st, with {signed(means[order[0]])}."
    )


def status(photo: str, current: Portrait, goal: str, viewer: str) -> str:
    """Say what the panel thinks of the current portrait, the goal first."""
    committed = CANDIDATES[photo]
    scores = panel_scores(current, viewer)
    others = " and ".join(
        f"{trait} {signed(scores[trait].mean)}" for trait in TRAITS if trait != goal
    )
    start = (
        f"{VIEWERS[viewer].place.capitalize()}, the photo in the studio scores "
        f"{_with_interval(scores[goal])} for {goal}"
    )
    if current == committed:
        return f"{start}. It is still your photo {photo}. Also: {others}."
    difference = differences(committed, current, viewer)[goal]
    return f"{start}: {_compared(difference, photo)}. Also: {others}."


def still_locked(left: int) -> str:
    """Say how many more photos open the comparison."""
    if left == 0:
        return "What would have won stands below: open it once you have an idea of your own."
    photos = "1 more photo" if left == 1 else f"{left} more photos"
    return f"Try {photos} to see what would have won with each of the three viewers."


def score_rows(photo: str, current: Portrait, viewer: str) -> list[list[str]]:
    """Return the table of scores: a row for each trait, the trait first."""
    mine, now = panel_scores(CANDIDATES[photo], viewer), panel_scores(current, viewer)
    more = differences(CANDIDATES[photo], current, viewer)
    return [
        [
            trait.capitalize(),
            _with_interval(mine[trait], ""),
            f"{mine[trait].sd:.2f}",
            _with_interval(now[trait], ""),
            f"{now[trait].sd:.2f}",
            "0" if current == CANDIDATES[photo] else _with_interval(more[trait], ""),
        ]
        for trait in TRAITS
    ]


def score_header(photo: str) -> list[str]:
    """Return the headings of the table of scores."""
    return [
        "Trait",
        f"Photo {photo}: mean (95% interval)",
        "SD of raters",
        "Studio: mean (95% interval)",
        "SD of raters",
        "Difference (95% interval)",
    ]


def winners(photo: str, goal: str, draw: Callable[[Portrait], str]) -> list[dict[str, str]]:
    """Return for each viewer the best of all photos and the place of the committed one."""
    mine = CANDIDATES[photo]
    total = f"{len(compositions()):,}"
    return [
        {
            "viewer": seen_by.label,
            "svg": draw(best := best_portrait(viewer, goal, mine.person)),
            "best": (
                f"Best for {goal}: {describe(best)}. "
                f"Expected {signed(expected_scores(best, viewer)[goal])}."
            ),
            "mine": (
                f"Your photo {photo}: {ordinal(rank_of(mine, viewer, goal))} of {total}, "
                f"expected {signed(expected_scores(mine, viewer)[goal])}."
            ),
        }
        for viewer, seen_by in VIEWERS.items()
    ]


def moral(goal: str) -> str:
    """Say what the three winners have to do with one another."""
    different = len({best_portrait(viewer, goal) for viewer in VIEWERS})
    return (
        f"One trait, {goal}; one person; three viewers; {different} different photos win. "
        "In this simulated world the question is not whether a photo is good, but for whom."
    )


PLANTED_HEADER = ["Detail", "Seen by", "Competence", "Likability", "Influence", "Where from"]
PLANTED_NOTE = (
    "In this simulated world the expected score of a photo is the sum of these rows, in points on "
    "a scale from −5 to +5. What is not listed adds nothing; in this studio who is drawn adds nothing "
    "either, which is a simplification: in the unit's table `ratings` people differ. "
    f"Each of the {RATERS} raters of a panel is more or less lenient (SD {LENIENCY_SD} points), "
    f"minds a detail more or less than others (SD {TASTE_SD} of its size), and is noisy "
    f"(SD {NOISE_SD} points). Rows marked Photofeeler 2014 take their size from a vendor's study "
    "of 800 photos by its own users: observational, with many comparisons. The other rows are our "
    "assumption."
)


def planted_rows() -> list[list[str]]:
    """Return the table of planted effects in words."""
    return [
        [
            f"{FIELD_LABELS[effect.field]}: {CHOICES[effect.field][effect.value].label.lower()}",
            VIEWERS[effect.viewer].label if effect.viewer else "everyone",
            signed(effect.competence),
            signed(effect.likability),
            signed(effect.influence),
            effect.source,
        ]
        for effect in EFFECTS
    ]


def _with_interval(summary: MeanInterval, label: str = "95% interval ") -> str:
    return f"{signed(summary.mean)} ({label}{signed(summary.low)} to {signed(summary.high)})"


def _compared(difference: MeanInterval, photo: str) -> str:
    if difference.low <= 0 <= difference.high:
        return f"no clear difference from your photo {photo}"
    side = "above" if difference.mean > 0 else "below"
    return f"{abs(difference.mean):.2f} {side} your photo {photo}"
