"""What is planted in the ninety days: every assumption that can be changed, and where it is from."""

from __future__ import annotations

from typing import NamedTuple

from weakties.data.cards import about


class Planted(NamedTuple):
    """What this simulated world rests on.

    Parameters
    ----------
    half_life
        Days of silence after which half of the warmth is left.
    reciprocity
        Percentage points that a yes gains once you have given something; the yes uses it up.
    message, phone, face
        Who says yes to a small ask at a warmth of `USUAL`, in percent, by channel.
    pitch
        Ties that end when the first thing they hear is a pitch, in percent.
    message_expected, phone_expected, face_expected
        How many say yes in the opinion of those who ask, in percent.
    """

    half_life: int
    reciprocity: int
    message: int
    phone: int
    face: int
    pitch: int
    message_expected: int
    phone_expected: int
    face_expected: int


LIMITS = {
    "half_life": (15, 180),
    "reciprocity": (0, 40),
    **dict.fromkeys(("message", "phone", "face", "pitch"), (0, 100)),
    **dict.fromkeys(("message_expected", "phone_expected", "face_expected"), (0, 100)),
}
"""The lowest and the highest that each may be: days, percentage points, percent."""


def as_planted() -> Planted:
    """Return what holds at first; the channels are those of the dataset `asks`, by its card."""
    size_of = about("asks").size_of

    def percent(effect: str) -> int:
        return round(100 * size_of(effect))

    return Planted(
        half_life=60,
        reciprocity=15,
        message=percent("email_yes"),
        phone=percent("phone_yes"),
        face=percent("face_yes"),
        pitch=70,
        message_expected=percent("email_predicted"),
        phone_expected=percent("phone_predicted"),
        face_expected=percent("face_predicted"),
    )
