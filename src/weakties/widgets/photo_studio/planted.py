"""The effects planted in the simulated world of the photo studio, all in one table.

The general rows take their sizes from Photofeeler (2014): 800 photos, more than 60,000 ratings on
a scale from −5 to +5, as reported at marketingprofs.com/charts/2015/27361. It is an observational
study by a vendor among its own users, with many comparisons. That the best photo depends on the
viewer is the finding of Todorov and Porter (2014, Psychological Science 25(7), 1404-1417); by how
much each detail matters to each viewer here is our assumption.
"""

from __future__ import annotations

from typing import NamedTuple

# Each trait with the adjective for a person who has it.
TRAITS = {"competence": "competent", "likability": "likable", "influence": "influential"}

PHOTOFEELER = "Photofeeler 2014"
ASSUMED = "our assumption"


class Viewer(NamedTuple):
    """Someone who looks at the photo: as a menu says it, as a sentence does, and where they are."""

    label: str
    phrase: str
    place: str


VIEWERS: dict[str, Viewer] = {
    "bank": Viewer("Hiring manager at a bank", "a hiring manager at a bank", "at the bank"),
    "gym": Viewer("Manager of a climbing gym", "the manager of a climbing gym", "at the gym"),
    "club": Viewer("Scout of a baseball club", "a scout of a baseball club", "at the club"),
}


class Effect(NamedTuple):
    """What one detail adds to each trait, in points; `viewer` is empty if it holds for all."""

    field: str
    value: str
    viewer: str
    competence: float
    likability: float
    influence: float
    source: str = ASSUMED


# Everything else adds nothing: who is drawn, a neutral face, a plain wall.
EFFECTS = (
    Effect("attire", "suit", "", 0.94, 0.00, 1.29, PHOTOFEELER),
    Effect("expression", "teeth-smile", "", 0.33, 1.35, 0.22, PHOTOFEELER),
    Effect("prop", "sunglasses", "", 0.00, -0.36, 0.00, PHOTOFEELER),
    Effect("expression", "closed-smile", "", 0.16, 0.67, 0.11),
    Effect("gaze", "away", "", -0.10, -0.20, -0.20),
    # Photofeeler found head and shoulders or from the waist up best; it is the size we assume.
    Effect("framing", "close-up", "", -0.10, -0.20, -0.10),
    Effect("framing", "full-body", "", -0.20, -0.10, -0.30),
    Effect("background", "office", "bank", 0.30, 0.00, 0.30),
    Effect("attire", "shirt", "bank", 0.00, 0.10, 0.00),
    Effect("attire", "sweatshirt", "bank", -0.50, 0.00, -0.60),
    Effect("attire", "tank-top", "bank", -1.10, -0.40, -1.10),
    Effect("attire", "jersey", "bank", -0.80, -0.10, -0.80),
    Effect("background", "climbing-wall", "bank", -0.40, 0.00, -0.40),
    Effect("background", "ballpark", "bank", -0.40, 0.00, -0.40),
    Effect("prop", "sunglasses", "bank", -0.30, -0.10, -0.30),
    Effect("prop", "dog", "bank", -0.60, 0.20, -0.60),
    Effect("prop", "bat", "bank", -0.80, -0.30, -0.70),
    Effect("prop", "drink", "bank", -1.00, -0.20, -0.90),
    Effect("attire", "suit", "gym", -1.30, -1.10, -1.50),
    Effect("attire", "sweatshirt", "gym", 0.30, 0.30, 0.10),
    Effect("attire", "tank-top", "gym", 0.80, 0.50, 0.70),
    Effect("background", "climbing-wall", "gym", 0.70, 0.50, 0.60),
    Effect("background", "office", "gym", -0.40, -0.30, -0.30),
    Effect("framing", "full-body", "gym", 0.50, 0.20, 0.60),
    Effect("prop", "dog", "gym", -0.10, 0.40, 0.00),
    Effect("prop", "bat", "gym", -0.40, -0.20, -0.30),
    Effect("prop", "drink", "gym", -0.60, 0.00, -0.40),
    Effect("attire", "suit", "club", -1.20, -0.80, -1.40),
    Effect("attire", "jersey", "club", 0.90, 0.60, 0.80),
    Effect("background", "ballpark", "club", 0.50, 0.40, 0.40),
    Effect("background", "office", "club", -0.40, -0.20, -0.30),
    Effect("prop", "bat", "club", 0.80, 0.40, 0.70),
    Effect("prop", "dog", "club", -0.20, 0.30, -0.10),
    Effect("prop", "drink", "club", -0.60, 0.10, -0.40),
)

# How the 200 raters of a panel differ from one another, as standard deviations.
LENIENCY_SD = 0.8  # points that a rater gives to every photo
TASTE_SD = 0.4  # how much more or less than others a rater minds a detail; 1 is the average taste
NOISE_SD = 1.2  # points, anew for every photo and trait
