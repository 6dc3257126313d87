"""The picture's shape: its pixels, and what a square and a round crop cut off."""

from __future__ import annotations

from math import pi

from weakties.ownphoto.rules.finding import Finding, judged

# As commonly reported.
LINKEDIN_LEAST_SIDE = 400
# Ours: the usual 4:5, 3:4 and 2:3 pass (20, 25 and 33% off); 16:9 does not (44%).
MOST_CUT_BY_SQUARE = 0.35
# The same limit seen through the circle: 49%.
MOST_CUT_BY_CIRCLE = 1 - pi / 4 * (1 - MOST_CUT_BY_SQUARE)

_CROP_ADVICE = "Crop it to a square yourself, so that you choose what stays."


def cut_by_square(width: int, height: int) -> float:
    """Return the share of a picture that its largest square leaves out.

    >>> cut_by_square(300, 400)
    0.25
    """
    return 1 - min(width, height) / max(width, height)


def cut_by_circle(width: int, height: int) -> float:
    """Return the share of a picture that its largest circle leaves out.

    >>> round(cut_by_circle(400, 400), 4)
    0.2146
    """
    return 1 - pi / 4 * (1 - cut_by_square(width, height))


def shorter_side(width: int, height: int) -> Finding:
    """Judge a picture's pixels."""
    least = LINKEDIN_LEAST_SIDE
    return judged(
        "Shorter side",
        min(width, height),
        "pixel" if min(width, height) == 1 else "pixels",
        fine=min(width, height) >= least,
        reason=(
            f"The picture is {width} × {height} pixels; as commonly reported, LinkedIn asks for "
            f"at least {least} × {least}."
        ),
        advice="Look for the original: enlarging a small copy adds pixels but no detail.",
    )


def square_crop(width: int, height: int) -> Finding:
    """Judge what a square crop cuts off."""
    cut = cut_by_square(width, height)
    sides = "left and right" if width > height else "top and bottom"
    return judged(
        "Cut off by a square",
        100 * cut,
        "%",
        fine=cut <= MOST_CUT_BY_SQUARE,
        reason=(
            f"Profile pictures are cropped to a square, which takes this from {sides}."
            if cut
            else "Profile pictures are cropped to a square, and this one is square already."
        ),
        advice=_CROP_ADVICE,
    )


def round_crop(width: int, height: int) -> Finding:
    """Judge what a round crop cuts off, the square's share included."""
    cut = cut_by_circle(width, height)
    return judged(
        "Cut off by a circle",
        100 * cut,
        "%",
        fine=cut <= MOST_CUT_BY_CIRCLE,
        reason=(
            "Most pages show the square as a circle, which takes its four corners: 21.5% of any "
            "square."
        ),
        advice=_CROP_ADVICE,
    )
